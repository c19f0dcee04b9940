import { isPreamble } from './configuration-file.ts';
import type { LineProblem } from './line-problem.ts';
import { explainMismatch } from './explain-mismatch.ts';
import { afterComment, leaveBlocks, markIndented, staysInBlock } from './indentation.ts';
import type { ModeMatch } from './match-in-mode.ts';
import { matchInMode } from './match-in-mode.ts';
import type { IosSession } from './session.ts';
import { afterMatch, afterUnknown } from './session.ts';
import type { ModeId } from '../tables/table-format.ts';
import { wordsOf } from '../grammar/words.ts';

/** A reading that fits: the command, the mode whose command it is, and whether `do` stood in front of it. */
export type ParsedCommand = Extract<ModeMatch, { ok: true }>;

/**
 * What one line is to a switch, and the session after it. `nothing`: blank, a comment, or text such as a banner's. `command`: the
 * tables know it. `unknown`: nothing speaks against it. `refused`: the switch replies with an error and the session is as it was.
 */
export type ParsedLine =
  | { readonly kind: 'nothing'; readonly what: 'blank' | 'comment' | 'text'; readonly session: IosSession }
  | (LineSpan & { readonly kind: 'command'; readonly parsed: ParsedCommand; readonly session: IosSession })
  | (LineSpan & { readonly kind: 'unknown'; readonly session: IosSession })
  | (LineSpan & { readonly kind: 'refused'; readonly problem: LineProblem; readonly session: IosSession });

/** Offsets within the line, without the blanks around it. */
interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** Reads one line as a switch in this session does. */
export function parseLine(line: string, before: IosSession): ParsedLine {
  if (before.textUntil !== undefined) {
    const ended = line.includes(before.textUntil);
    return { kind: 'nothing', what: 'text', session: ended ? { ...before, textUntil: undefined } : before };
  }
  const words = wordsOf(line);
  const first = words[0];
  if (!first) return { kind: 'nothing', what: 'blank', session: before };
  if (first.text.startsWith('!'))
    return { kind: 'nothing', what: 'comment', session: afterComment(before, first.start) };
  if (before.configuration && isPreamble(line)) return { kind: 'nothing', what: 'text', session: before };
  const session = leaveBlocks(before, words, line);
  const { platform, mode } = session;
  const place = { start: first.start, end: words.at(-1)!.end };
  const unknown = (): ParsedLine => ({
    ...place,
    kind: 'unknown',
    session: withText(afterUnknown(session, first.start), first.lower),
  });
  if (session.unknownBlock && first.start > session.unknownBlock.indent) {
    const inside = { ...session, unknownBlock: { ...session.unknownBlock, indented: true } };
    return { ...place, kind: 'unknown', session: withText(inside, first.lower) };
  }

  const reading = matchInMode(words, line, mode, platform);
  if (reading.ok && !staysInBlock(session, first.start, reading)) {
    const after = reading.through
      ? session
      : markIndented(afterMatch(session, reading.match, reading.mode, first.start), session, first.start);
    return { ...place, kind: 'command', parsed: reading, session: after };
  }
  if (session.unknownBlock?.left && matchInMode(words, line, 'priv-exec', platform).ok)
    return parseLine(line, { ...session, mode: 'priv-exec', unknownBlock: undefined });
  if (reading.ok || session.unknownBlock) return unknown();

  const { mismatch, through } = reading;
  const problem = explainMismatch(mismatch, { words, line, platform, mode, through });
  return problem ? { ...place, kind: 'refused', problem, session } : unknown();
}

/** A refused line where it does fit: what follows is then judged as its author meant it. */
export interface MeantCommand {
  /** Undefined where it is not whole there either. */
  readonly parsed: ParsedCommand | undefined;
  /** After it. */
  readonly session: IosSession;
}

/** Reads a refused line in the mode that it is `meant` for. */
export function asMeant(session: IosSession, meant: ModeId, line: string): MeantCommand {
  const words = wordsOf(line);
  const indent = words[0]?.start ?? 0;
  const moved = { ...session, mode: meant, block: { indent, indented: false } };
  const reading = matchInMode(words, line, meant, session.platform);
  return reading.ok
    ? { parsed: reading, session: afterMatch(moved, reading.match, reading.mode, indent) }
    : { parsed: undefined, session: moved };
}

/** Text that follows some commands is not for the command line: certificates, keys, macros. */
const textEnds: Readonly<Record<string, string>> = { certificate: 'quit', 'config-file-header': '@' };

function withText(session: IosSession, word: string): IosSession {
  const textUntil = textEnds[word];
  return textUntil === undefined ? session : { ...session, textUntil };
}
