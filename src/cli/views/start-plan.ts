import { jsonText, platforms, showInvisible } from '../../lib/engine.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';
import type { StartPlan } from '../../lib/plan/plan-from-start.ts';
import type { Impact } from '../../lib/platforms/own-start.ts';

const signs: Readonly<Record<Impact['kind'], string>> = { adds: '+', changes: '~', cuts: '-', stops: '!' };
const groups: readonly { readonly title: string; readonly kinds: readonly Impact['kind'][] }[] = [
  { title: 'in the way', kinds: ['stops'] },
  { title: 'changed and cut', kinds: ['changes', 'cuts'] },
  { title: 'added', kinds: ['adds'] },
];

/** What a labwork makes of a switch as somebody has it: what is in the way first, then what is theirs and changes, then what comes. */
export function startPlanText(plan: StartPlan, file: string, painter: TextPainter): string {
  const { start, impacts, refused, spared, device, platform } = plan;
  const told = (text: string) => showInvisible(text);
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `  ${painter.strong(title)}`, ...lines.map((line) => `    ${line}`)];
  const ofStep = (step: string | undefined) => painter.faint(step ?? '');
  const of = (kinds: readonly Impact['kind'][]) =>
    impacts
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, what, text }) => `${signs[kind]} ${painter.strong(told(what))}  ${told(text)}`);
  return [
    `${painter.strong(`${told(device)}, ${platforms[platform].title}`)}, as ${told(file)} has it: ${String(start.lines)} lines of configuration`,
    ...groups.flatMap(({ title, kinds }) =>
      section(title, [
        ...of(kinds),
        ...(kinds.includes('stops')
          ? refused.map(({ step, line, why }) => `! ${ofStep(step)} ${told(line)}  ${told(why)}`)
          : []),
      ]),
    ),
    ...section(
      'typed in another form, so that nothing is taken away',
      spared.map(({ step, line, typed }) => `${ofStep(step)} ${told(line)} -> ${told(typed)}`),
    ),
    ...section(
      'not known, and left as it is',
      start.unknown.map(({ line, text }) => `${painter.faint(`line ${String(line)}:`)} ${told(text.trim())}`),
    ),
    ...section('not in the file', start.missing.map(told)),
    '',
    painter.strong(`${countText(plan)}.`),
    verdicts[plan.verdict],
    '',
  ].join('\n');
}

const verdicts: Readonly<Record<StartPlan['verdict'], string>> = {
  free: 'Nothing that is set there becomes another.',
  touched:
    'Some of what is set there becomes another: nothing is to be typed before somebody has said that it may.',
  stopped: 'It does not get where it leads: nothing is to be typed.',
};

function countText({ impacts, refused }: StartPlan): string {
  const of = (kind: Impact['kind']) => impacts.filter((impact) => impact.kind === kind).length;
  return `${String(of('adds'))} to add, ${String(of('changes'))} to change, ${String(of('cuts'))} to cut, ${String(of('stops') + refused.length)} in the way`;
}

/** The same for programs, `version` 1. */
export function startPlanJson({ start, track: _, ...plan }: StartPlan, written: readonly string[]): string {
  const { lines, unknown, missing } = start;
  return jsonText({ version: 1, ...plan, start: { lines, unknown, missing }, written });
}
