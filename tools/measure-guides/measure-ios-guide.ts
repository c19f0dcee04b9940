import type { IosPlatform, ModeId } from '../../src/lib/dialects/ios/tables/table-format.ts';
import {
  allAnswer,
  executeLine,
  modeTitles,
  openConsole,
  printShow,
  promptOf,
} from '../../src/lib/engine.ts';
import type { Console } from '../../src/lib/models/switch/console.ts';
import { firstMode } from '../ios-corpus.ts';
import type { GuideLine, GuideSession } from './ios-guide.ts';
import { sessionsOfGuide } from './ios-guide.ts';

/** What the check and the model make of a guide's switches. */
export interface IosGuideMeasure {
  readonly sessions: number;
  /** Lines that hold a command. */
  readonly lines: number;
  /** Of which nothing, or only the first words, is known. */
  readonly unknown: readonly MeasuredLine[];
  readonly refused: readonly RefusedLine[];
  readonly shows: number;
  readonly unprintable: readonly MeasuredLine[];
  readonly excluded: ReadonlyMap<string, number>;
}

export interface MeasuredLine {
  readonly line: number;
  readonly text: string;
}

export interface RefusedLine extends MeasuredLine {
  readonly rule: string;
  readonly message: string;
  /** The switch of the guide refused it as well. */
  readonly isTrue: boolean;
}

/** Types a guide into switches fresh from the factory: one for each host name, and one for each block without prompts. */
export function measureIosGuide(guide: {
  readonly path: string;
  readonly text: string;
  readonly platform: IosPlatform;
}): IosGuideMeasure {
  const { sessions, excluded } = sessionsOfGuide(guide.path, guide.text);
  const sum = {
    lines: 0,
    shows: 0,
    unknown: [] as MeasuredLine[],
    refused: [] as RefusedLine[],
    unprintable: [] as MeasuredLine[],
  };
  for (const session of sessions) typeSession(session, guide.platform, sum);
  return { sessions: sessions.length, ...sum, excluded };
}

function typeSession(
  { host, lines }: GuideSession,
  platform: IosPlatform,
  sum: {
    lines: number;
    shows: number;
    unknown: MeasuredLine[];
    refused: RefusedLine[];
    unprintable: MeasuredLine[];
  },
): void {
  const texts = lines.map(({ text }) => text);
  let console = openConsole(platform, {
    mode: host === undefined ? firstMode(texts, platform) : undefined,
    ...(host !== undefined && { hostname: host }),
  });
  for (const line of lines) {
    console = atPrompt(line, console, platform);
    const { step, command, refused, console: after } = executeLine(line.text, console);
    const place = { line: line.line, text: line.text.trim() };
    if (step.kind !== 'nothing') {
      sum.lines++;
      const problem = step.kind === 'refused' ? step.problem : refused;
      if (problem)
        sum.refused.push({ ...place, rule: problem.rule, message: problem.message, isTrue: isRefused(line) });
      else if (step.kind === 'unknown' || command?.facts.keywordsOnly) sum.unknown.push(place);
      if (/^\s*(?:do\s+)?sho?w?\s/i.test(line.text)) {
        sum.shows++;
        if (!problem && printShow(line.text, console.state, allAnswer).kind !== 'text')
          sum.unprintable.push(place);
      }
    }
    console = after;
  }
}

const modes = Object.keys(modeTitles) as ModeId[];

/** Guides leave lines out: the prompt is right about the mode. */
function atPrompt({ prompt }: GuideLine, console: Console, platform: IosPlatform): Console {
  const { session } = console;
  if (prompt === undefined || session.text !== undefined) return console;
  const mode = modes.find((one) => promptOf(one, '', platform) === prompt);
  if (mode === undefined || mode === session.mode) return console;
  return { ...console, session: { ...session, mode, unknownBlock: undefined }, target: { kind: 'none' } };
}

function isRefused({ answer }: GuideLine): boolean {
  return answer.some((row) =>
    /^\s*(?:% ?(?:Invalid|Incomplete|Ambiguous|Unknown|Bad)|Command rejected)/.test(row),
  );
}
