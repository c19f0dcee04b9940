// Holds our reading of switch configurations and typed sessions against what real switches printed and took.
//
//   node tools/run.mjs tools/measure-ios.ts --texts DIR [--errors FILE] [--reviewed FILE] [--report FILE] [--date YYYY-MM-DD]
//
// DIR holds repositories as owner+name, fetched from wherever; nothing of them goes into the report. A switch took every line of
// its configuration, so an error told there is false; so is one on a line of a transcript that the switch did not refuse.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isConfigurationFile } from '../src/lib/dialect/ios/configuration-file.ts';
import { createIos } from '../src/lib/dialect/ios/ios.ts';
import type { IosSession } from '../src/lib/dialect/ios/ios.ts';
import { readLine } from '../src/lib/dialect/ios/read-line.ts';
import type { IosPlatform, ModeId } from '../src/lib/dialect/ios/table-format.ts';
import { wordsOf } from '../src/lib/dialect/ios/words.ts';
import { sliceOf } from '../src/lib/source/slice.ts';
import { createSourceFile } from '../src/lib/source/source-file.ts';
import type { CorpusKind, CorpusText } from './ios-corpus.ts';
import { readCorpus } from './ios-corpus.ts';

interface Tally {
  texts: number;
  lines: number;
  /** In the covered subset: the line begins with a command that the tables know in full. */
  covered: number;
  known: number;
  errors: number;
  /** Lines that a switch refused, and how many of them we told of. */
  refused: number;
  refusedTold: number;
  /** Lines whose prompt shows another mode than the one we are in. */
  strayed: number;
}

interface Told {
  readonly path: string;
  readonly line: number;
  readonly kind: CorpusKind;
  readonly rule: string;
  readonly text: string;
  readonly message: string;
  readonly refused: boolean;
}

const { values } = parseArgs({
  options: {
    texts: { type: 'string' },
    errors: { type: 'string' },
    reviewed: { type: 'string' },
    strayed: { type: 'string' },
    unknown: { type: 'string' },
    report: { type: 'string' },
    date: { type: 'string' },
  },
});
if (values.texts === undefined) throw new Error('--texts names a folder of repositories');
const corpus = readCorpus(resolve(values.texts));
const ios = createIos();
const tallies: Record<CorpusKind, Tally> = {
  configuration: none(),
  transcript: none(),
  instructions: none(),
};
const told: Told[] = [];
const strayed: string[] = [];
const unknown = new Map<string, number>();
for (const text of corpus.texts) measure(text);
for (const [reason, count] of [...corpus.excluded].sort((a, b) => b[1] - a[1]))
  console.log(`left out ${count}: ${reason}`);
console.log(`${corpus.repositories.length} repositories`);
console.table(tallies);
if (values.errors !== undefined)
  writeFileSync(
    values.errors,
    told
      .map(
        (one) =>
          `${one.path}:${one.line}\t${one.kind}${one.refused ? ' REFUSED' : ''}\t${one.rule}\t${one.text}\t${one.message}`,
      )
      .join('\n'),
  );
if (values.strayed !== undefined) writeFileSync(values.strayed, strayed.join('\n'));
if (values.unknown !== undefined)
  writeFileSync(
    values.unknown,
    [...unknown]
      .sort((a, b) => b[1] - a[1])
      .map(([a, b]) => `${b}\t${a}`)
      .join('\n'),
  );

/** Instructions say in their prose where they are typed: it is the first mode that their first command fits. */
function firstMode(lines: readonly string[], platform: IosPlatform): ModeId {
  const first = lines.find((line) => wordsOf(line)[0]?.text.startsWith('!') === false);
  const modes = ['priv-exec', 'config', 'config-if', 'config-vlan', 'config-line'] as const;
  const fits = modes.find(
    (mode) => first !== undefined && readLine(wordsOf(first), first, mode, platform).ok,
  );
  return fits ?? (isConfigurationFile(lines, platform) ? 'config' : 'priv-exec');
}

function none(): Tally {
  return { texts: 0, lines: 0, covered: 0, known: 0, errors: 0, refused: 0, refusedTold: 0, strayed: 0 };
}

function measure({ path, kind, platform, lines }: CorpusText): void {
  const tally = tallies[kind];
  tally.texts++;
  const file = createSourceFile(path, lines.map(({ text }) => text).join('\n'));
  let session: IosSession = { ...ios.start({ name: 'switch', platform }), fresh: false };
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
    if (prompted && session.textUntil === undefined && mode !== undefined && mode !== session.mode) {
      if (index > 0) {
        tally.strayed++;
        strayed.push(`${path}:${index + 1}\t${session.mode} -> ${mode}\t${lines[index - 1]?.text}\t${text}`);
      }
      session = { ...session, mode, unknownBlock: undefined, block: { indent: 0, indented: false } };
    } else if (prompted && mode === undefined && session.textUntil === undefined) {
      session = { ...session, mode: 'config', unknownBlock: { indent: 0, indented: false } };
    }
    const {
      commands,
      diagnostics,
      session: after,
    } = ios.analyze(sliceOf(file, offset, offset + text.length), session);
    offset += text.length + 1;
    const [command] = commands;
    if (command) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      tally.lines++;
      if (command.support !== 'unknown') tally.known++;
      else
        unknown.set(
          text.trim().split(/\s+/).slice(0, 3).join(' '),
          (unknown.get(text.trim().split(/\s+/).slice(0, 3).join(' ')) ?? 0) + 1,
        );
      if (command.support !== 'unknown' || isCovered(text, session)) tally.covered++;
      if (refused) tally.refused++;
      if (errors.length > 0 && refused) tally.refusedTold++;
      if (errors.length > 0 && !refused) tally.errors++;
      for (const { rule, message } of errors)
        told.push({
          path,
          line: index + 1,
          kind,
          rule,
          text: text.trim(),
          message,
          refused: refused === true,
        });
    }
    session = refused ? { ...session, fresh: false } : after;
  });
}

/** The keywords it begins with are those of a command that the tables know in full, whatever follows. */
function isCovered(line: string, { mode, platform, unknownBlock }: IosSession): boolean {
  const words = wordsOf(line);
  if (unknownBlock || words.length === 0) return false;
  const reading = readLine(words, line, mode, platform);
  if (reading.ok) return !reading.match.form.facts.keywordsOnly;
  const { at, position } = reading.mismatch;
  return position.forms.some(
    ({ facts, path, negation }) =>
      !facts.keywordsOnly && path.length > 0 && at >= path.length + (negation ? 1 : 0),
  );
}
