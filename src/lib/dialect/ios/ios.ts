import { diagnose } from '../../diagnostics/rules.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Slice } from '../../source/slice.ts';
import { originOffset, originRange } from '../../source/slice.ts';
import type { Command, Device, Dialect, Support } from '../dialect.ts';
import { isConfigurationFile } from './configuration-file.ts';
import type { Explanation } from './explain-mismatch.ts';
import { explainMismatch } from './explain-mismatch.ts';
import { isExec, isSubMode, promptOf } from './modes.ts';
import { quoteValue } from './quote.ts';
import { readLine } from './read-line.ts';
import type { IosSession } from './session.ts';
import { afterMatch, afterUnknown, startSession } from './session.ts';
import { iosPlatforms } from './tables.ts';
import type { IosPlatform, ModeId } from './table-format.ts';
import { wordsOf } from './words.ts';

export type { IosSession } from './session.ts';

/** Cisco's command line: Catalyst IOS and the SG300's likeness of it. */
export function createIos(): Dialect<IosSession> {
  return {
    id: 'ios',
    start: (device) => startSession(platformOf(device), device.name),
    restart: ({ platform, hostname }) => ({ ...startSession(platform, hostname), fresh: false }),
    analyze,
    quote: quoteValue,
  };
}

/**
 * Line by line. A switch fresh from `start` that is given a whole file which reads as a configuration (see
 * `isConfigurationFile`) begins in global configuration; every other session begins where the one before left off.
 */
function analyze(slice: Slice, before: IosSession): ReturnType<Dialect<IosSession>['analyze']> {
  const lines = slice.text.split('\n');
  const commands: Command[] = [];
  const diagnostics: Diagnostic[] = [];
  const prompts: string[] = [];
  let session = before;
  if (session.fresh && isWholeFile(slice) && isConfigurationFile(lines, session.platform))
    session = { ...session, mode: 'config', configuration: true };
  const context = session.mode;
  let offset = 0;
  lines.forEach((line, index) => {
    prompts.push(
      session.textUntil === undefined ? promptOf(session.mode, session.hostname, session.platform) : '',
    );
    const step = takeLine(line, session);
    session = step.session;
    if (step.support) {
      const start = offset + step.start;
      commands.push({
        name: step.name,
        range: originRange(slice, start, offset + step.end),
        line: index,
        support: step.support,
      });
    }
    if (step.problem) diagnostics.push(toDiagnostic(step.problem, slice, offset));
    offset += line.length + 1;
  });
  return { commands, diagnostics, prompts, context, session };
}

interface Step {
  readonly session: IosSession;
  /** Absent where the line holds no command. */
  readonly support?: Support;
  readonly name: string;
  /** Offsets within the line. */
  readonly start: number;
  readonly end: number;
  readonly problem?: Told;
}

/** An explanation without what it means for the lines after it. */
type Told = Omit<Explanation, 'meant'>;

/** What one line is, and the session after it. */
function takeLine(line: string, before: IosSession): Step {
  const nothing = { name: '', start: 0, end: 0 };
  if (before.textUntil !== undefined) {
    const ended = line.includes(before.textUntil);
    return { ...nothing, session: ended ? { ...before, textUntil: undefined } : before };
  }
  const words = wordsOf(line);
  const first = words[0];
  if (!first) return { ...nothing, session: before };
  if (first.text.startsWith('!')) return { ...nothing, session: afterComment(before, first.start) };
  const session: IosSession = { ...leaveUnknownBlock(before, first.start), fresh: false };
  const { platform, mode } = session;
  const place = { start: first.start, end: words.at(-1)!.end };
  const unknown = (): Step => ({
    ...place,
    session: withText(afterUnknown(session, first.start), first.lower),
    support: 'unknown',
    name: first.text,
  });
  if (session.unknownBlock && first.start > session.unknownBlock.indent) {
    const inside = { ...session, unknownBlock: { ...session.unknownBlock, indented: true } };
    return { ...unknown(), session: withText(inside, first.lower) };
  }

  const reading = readLine(words, line, mode, platform);
  if (reading.ok && !staysInBlock(session, first.start, reading)) {
    const { match } = reading;
    const { facts, negation, path } = match.form;
    const name = [
      negation,
      ...(path.length > 0 ? path : match.canonical.slice(negation ? 1 : 0, negation ? 2 : 1)),
    ];
    return {
      ...place,
      session: reading.through
        ? session
        : markIndented(afterMatch(session, match, reading.mode, first.start), session, first.start),
      support: facts.keywordsOnly ? 'unknown' : 'supported',
      name: [reading.through, ...name].filter((word) => word !== undefined).join(' '),
    };
  }
  if (session.unknownBlock?.left && readLine(words, line, 'priv-exec', platform).ok)
    return takeLine(line, { ...session, mode: 'priv-exec', unknownBlock: undefined });
  if (reading.ok || session.unknownBlock) return unknown();

  const explanation = explainMismatch(reading.mismatch, {
    words,
    line,
    platform,
    mode,
    through: reading.through,
  });
  if (!explanation) return unknown();
  const { meant, ...problem } = explanation;
  const refused: Step = { ...place, session, support: 'unsupported', name: first.text };
  if (meant === undefined) return { ...refused, problem };
  if (isExec(meant) && !isExec(mode))
    return session.missingEnd ? refused : { ...refused, session: { ...session, missingEnd: true }, problem };
  return { ...refused, session: asMeant(session, meant, words, line), problem };
}

/** Once a line in the wrong mode was told, the lines after it are judged in the mode that its author had in mind. */
function asMeant(
  session: IosSession,
  meant: ModeId,
  words: ReturnType<typeof wordsOf>,
  line: string,
): IosSession {
  const moved = { ...session, mode: meant, block: { indent: words[0]!.start, indented: false } };
  const reading = readLine(words, line, meant, session.platform);
  return reading.ok ? afterMatch(moved, reading.match, reading.mode, words[0]!.start) : moved;
}

/** In an indented block a line further in stays inside, unless it plainly opens another block. */
function staysInBlock(
  { mode, block, configuration }: IosSession,
  indent: number,
  reading: Extract<ReturnType<typeof readLine>, { ok: true }>,
): boolean {
  if (!isSubMode(mode) || reading.mode !== 'config' || reading.through) return false;
  return indent > block.indent && (configuration || reading.match.form.facts.enters === undefined);
}

function markIndented(after: IosSession, before: IosSession, indent: number): IosSession {
  return after.block === before.block && indent > before.block.indent && !before.block.indented
    ? { ...after, block: { ...before.block, indented: true } }
    : after;
}

/** In a configuration file a `!` at the margin ends a block. */
function afterComment(session: IosSession, indent: number): IosSession {
  if (!session.configuration || indent > 0) return session;
  const mode = isSubMode(session.mode) ? 'config' : session.mode;
  return { ...session, mode, unknownBlock: undefined, block: { indent: 0, indented: false } };
}

function leaveUnknownBlock(session: IosSession, indent: number): IosSession {
  const { unknownBlock } = session;
  return unknownBlock?.indented && indent <= unknownBlock.indent
    ? { ...session, unknownBlock: undefined }
    : session;
}

/** Text that follows some commands is not for the command line: certificates, keys, macros. */
const textEnds: Readonly<Record<string, string>> = { certificate: 'quit', 'config-file-header': '@' };

function withText(session: IosSession, word: string): IosSession {
  const textUntil = textEnds[word];
  return textUntil === undefined ? session : { ...session, textUntil };
}

function toDiagnostic(problem: Told, slice: Slice, offset: number): Diagnostic {
  const { start, end, replacement, ...finding } = problem;
  const from = offset + start;
  const to = offset + end;
  return diagnose({
    ...finding,
    file: slice.file,
    range: originRange(slice, from, to),
    ...(replacement === undefined
      ? {}
      : {
          fix: {
            title: `Write \`${replacement}\``,
            safety: 'unsafe',
            edits: [
              {
                start: originOffset(slice, from, 'start'),
                end: originOffset(slice, to, 'end'),
                text: replacement,
              },
            ],
          },
        }),
  });
}

function isWholeFile({ file, text, pieces }: Slice): boolean {
  const [piece] = pieces;
  return pieces.length === 1 && piece?.from === 0 && text.length === file.text.length;
}

function platformOf({ platform }: Device): IosPlatform {
  return iosPlatforms.find((id) => id === platform) ?? 'generic-ios';
}
