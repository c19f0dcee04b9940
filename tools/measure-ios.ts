// Holds our reading of switch configurations and typed sessions against what real switches printed and took.
//
//   node tools/run.mjs tools/measure-ios.ts --tuned DIR [--blind DIR]… [--reviewed FILE] [--first FILE]
//        [--reported FILE] [--figures FILE] [--report FILE] [--date YYYY-MM-DD]
//
// Each DIR holds repositories as owner+name, fetched from wherever; nothing of them goes into the report. The check was mended
// by what was found in the tuned ones; the blind ones were first met with the check as it was. A switch printed its
// configuration and took every line of a transcript that it did not refuse, so an error told there is false until somebody
// has looked at it and found the line wrong all the same: FILE of --reviewed says so, a line `path:line<TAB>why` for
// each. --figures keeps the counts of a first meeting; --first takes them into a later report, with `ofTheCheck`, how many of
// its false errors were the check's fault and not this program's, and `faults`, what these were. --reported lists every error.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createIos,
  createSourceFile,
  iosPlatforms,
  matchInMode,
  sliceOf,
  wordsOf,
} from '../src/lib/engine.ts';
import type { IosSession } from '../src/lib/dialects/ios/ios.ts';
import type { Corpus, CorpusKind, CorpusText } from './ios-corpus.ts';
import { firstMode, readCorpus } from './ios-corpus.ts';

interface Tally {
  texts: number;
  /** Lines that hold a command. */
  lines: number;
  /** The command is known with everything that it may hold. */
  known: number;
  /** Only the first words of it are. */
  begun: number;
  /** The line begins with a command that is known in full, whatever follows; all errors are told of such lines. */
  covered: number;
  /** Errors told, without those that a switch or somebody's review found true. */
  falseErrors: number;
  trueErrors: number;
  /** Lines whose prompt shows another mode than the one we are in. */
  strayed: number;
}

interface ReportedLine {
  readonly path: string;
  readonly line: number;
  readonly kind: CorpusKind;
  readonly rule: string;
  readonly text: string;
  readonly message: string;
  /** Why the error is true; undefined for a false one. */
  readonly truth: string | undefined;
}

const { values } = parseArgs({
  options: {
    tuned: { type: 'string' },
    blind: { type: 'string', multiple: true, default: [] },
    reviewed: { type: 'string' },
    first: { type: 'string' },
    reported: { type: 'string' },
    figures: { type: 'string' },
    report: { type: 'string' },
    date: { type: 'string' },
  },
});
if (values.tuned === undefined && values.blind.length === 0)
  throw new Error('--tuned and --blind name folders of repositories');
const reviews = new Map(
  values.reviewed === undefined
    ? []
    : readFileSync(values.reviewed, 'utf8')
        .split('\n')
        .filter((line) => line.includes('\t'))
        .map((line) => line.split('\t') as [string, string]),
);
const ios = createIos();
const reported: ReportedLine[] = [];
const seen = new Set<string>();
const tuned = values.tuned === undefined ? [] : [readCorpus(resolve(values.tuned), seen)];
const blind = values.blind.map((folder) => readCorpus(resolve(folder), seen));
const tallies = {
  tuned: tuned.map(measureAll),
  blind: blind.map(measureAll),
};
const crossed = [...tuned, ...blind].reduce((sum, { others }) => sum + others.filter(survives).length, 0);
for (const name of ['tuned', 'blind'] as const) {
  for (const tally of tallies[name]) {
    console.log(name);
    console.table(tally);
  }
}
for (const [reason, count] of leftOut()) console.log(`left out ${String(count)}: ${reason}`);
if (values.reported !== undefined)
  writeFileSync(
    values.reported,
    reported
      .map(({ path, line, kind, rule, text, message, truth }) =>
        [`${path}:${String(line)}`, truth ?? 'FALSE', kind, rule, text, message].join('\t'),
      )
      .join('\n'),
  );
if (values.figures !== undefined) writeFileSync(values.figures, JSON.stringify(total(tallies.blind)));
if (values.report !== undefined) writeFileSync(values.report, `${JSON.stringify(report(), undefined, 2)}\n`);

function measureAll({ texts }: Corpus): Record<CorpusKind, Tally> {
  const tallies = { configuration: none(), transcript: none(), instructions: none() };
  for (const text of texts) measure(text, tallies[text.kind]);
  return tallies;
}

function none(): Tally {
  return {
    texts: 0,
    lines: 0,
    known: 0,
    begun: 0,
    covered: 0,
    falseErrors: 0,
    trueErrors: 0,
    strayed: 0,
  };
}

function measure({ path, kind, platform, lines }: CorpusText, tally: Tally): void {
  tally.texts++;
  const file = createSourceFile(path, lines.map(({ text }) => text).join('\n'));
  let session: IosSession = { ...ios.start({ name: 'switch', platform }) };
  if (kind === 'configuration') session = { ...session, mode: 'config', configuration: true };
  if (kind === 'instructions')
    session = {
      ...session,
      mode: firstMode(
        lines.map(({ text }) => text),
        platform,
      ),
    };
  let offset = 0;
  lines.forEach(({ text, mode, prompted, refused }, index) => {
    if (prompted && session.text === undefined && mode !== session.mode) {
      // Transcripts are shortened: the prompt is right about the mode.
      if (mode !== undefined && index > 0) tally.strayed++;
      const block = { indent: 0, indented: false };
      session =
        mode === undefined
          ? { ...session, mode: 'config', unknownBlock: block }
          : { ...session, mode, unknownBlock: undefined, block };
    }
    const slice = sliceOf(file, offset, offset + text.length);
    offset += text.length + 1;
    const { commands, diagnostics, session: after } = ios.read(slice, session);
    const [command] = commands;
    if (command) {
      const reading = readingOf(text, session);
      const errors = diagnostics.filter(
        ({ severity, rule }) => severity === 'error' && !ios.bundleRules.has(rule),
      );
      tally.lines++;
      if (command.support !== 'unknown') tally.known++;
      if (command.support === 'unknown' && reading === 'begun') tally.begun++;
      if (command.support !== 'unknown' || reading === 'covered') tally.covered++;
      for (const { rule, message } of errors) {
        const line = index + 1;
        const truth = refused ? 'the switch refused the line' : reviews.get(`${path}:${String(line)}`);
        reported.push({ path, line, kind, rule, text: text.trim(), message, truth });
        if (truth === undefined) tally.falseErrors++;
        else tally.trueErrors++;
      }
    }
    session = refused ? session : after;
  });
}

/** What the tables know of a line that is not known in full. */
function readingOf(
  line: string,
  { mode, platform, unknownBlock }: IosSession,
): 'begun' | 'covered' | undefined {
  const words = wordsOf(line);
  if (unknownBlock || words.length === 0) return undefined;
  const reading = matchInMode(words, line, mode, platform);
  if (reading.ok) return reading.match.form.facts.keywordsOnly ? 'begun' : 'covered';
  const { at, position } = reading.mismatch;
  if (at === 0) return undefined;
  return position.forms.every(({ facts }) => !facts.keywordsOnly) ? 'covered' : 'begun';
}

/** Texts of other devices must not be judged, but must not stop us either. */
function survives(text: string): boolean {
  for (const platform of iosPlatforms)
    ios.read(sliceOf(createSourceFile('other', text)), ios.start({ name: 'switch', platform }));
  return true;
}

function total(parts: readonly Record<CorpusKind, Tally>[]): Tally {
  const sum = none();
  for (const part of parts)
    for (const tally of Object.values(part))
      for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  return sum;
}

function leftOut(): [string, number][] {
  const counts = new Map<string, number>();
  for (const { excluded } of [...tuned, ...blind])
    for (const [reason, count] of excluded) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function report() {
  const all = total([...tallies.tuned, ...tallies.blind]);
  const texts = (kind: CorpusKind) =>
    [...tallies.tuned, ...tallies.blind].reduce((sum, part) => sum + part[kind].texts, 0);
  const repositories = new Set([...tuned, ...blind].flatMap((corpus) => corpus.repositories));
  const first =
    values.first === undefined
      ? undefined
      : (JSON.parse(readFileSync(values.first, 'utf8')) as Tally & {
          readonly ofTheCheck: number;
          readonly faults: string;
        });
  const figure = (name: string, value: number, of: number | null, required: string | null = null) => ({
    name,
    value,
    of,
    required,
  });
  return {
    title: 'Reading switches, against what real ones printed and took',
    date: values.date ?? new Date().toISOString().slice(0, 10),
    engine: null,
    method:
      `${number(texts('configuration'))} configurations, ${number(texts('transcript'))} transcripts of sessions and ` +
      `${number(texts('instructions'))} lists of lines to be typed, each once, from ${number(repositories.size)} public repositories, ` +
      'many of them of labs and simulators. A switch prints its configuration and takes what it does not refuse, so an error that ' +
      'the check tells there counts as false until somebody has looked at the line and found it wrong; every error was looked at. A ' +
      'transcript is judged in the mode that its prompts show, a list in the first mode that its first line fits. Covered lines are ' +
      'those that begin with a command that the tables know in full. ' +
      (first
        ? 'The check was mended by part of the texts; the others were met blind, and what they taught was mended after they had been ' +
          `counted. The faults of the check that they found: ${first.faults}. `
        : '') +
      `Left out: ${leftOut()
        .map(([reason, count]) => `${reason} (${number(count)})`)
        .join('; ')}.`,
    figures: [
      figure('Lines that hold a command', all.lines, null),
      figure('Lines with a command that is known in full', all.known, all.lines),
      figure('Lines with a command of which only the first words are known', all.begun, all.lines),
      figure('False errors on covered lines', all.falseErrors, all.covered, 'at most 0.5 %'),
      ...(first
        ? [
            figure(
              'The same on the texts that were met blind, when they were first met',
              first.falseErrors,
              first.covered,
              'at most 0.5 %',
            ),
            figure(
              'Of these, by a fault of the check; the others are faults of the measuring program',
              first.ofTheCheck,
              first.covered,
            ),
          ]
        : []),
      figure('Errors told that are true', all.trueErrors, null),
      figure('Texts left out, read on three platforms without a crash', crossed, null),
    ],
    causes: causes(),
  };
}

function number(count: number): string {
  return count.toLocaleString('en');
}

function causes() {
  const counts = new Map<string, number>();
  for (const { truth, rule } of reported) {
    const cause = truth === undefined ? `False: ${rule}` : `Told, and true: ${truth}`;
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return [...counts]
    .map(([cause, count]) => ({ cause, count, example: null }))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1));
}
