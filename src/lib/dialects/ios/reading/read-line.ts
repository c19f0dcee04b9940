import type { OpenText } from './open-text.ts';
import { certificateText, isHexadecimal } from './open-text.ts';
import { isPreamble } from './configuration-file.ts';
import type { LineProblem, MismatchContext } from './line-problem.ts';
import type { Mismatch } from '../grammar/match-line.ts';
import { afterComment, leaveBlocks, markIndented, staysInBlock } from './indentation.ts';
import { badModifier } from './known-refusals.ts';
import type { ModeMatch } from './match-in-mode.ts';
import { matchInMode } from './match-in-mode.ts';
import { isExec } from './modes.ts';
import type { IosSession } from './session.ts';
import { afterMatch, afterUnknown, atUnknownInterface, isAnswer } from './session.ts';
import type { ModeId } from '../tables/table-format.ts';
import type { Word } from '../grammar/words.ts';
import { wordsOf } from '../grammar/words.ts';

/** A reading that fits: the command, the mode whose command it is, and whether `do` stood in front of it. */
export type ParsedCommand = Extract<ModeMatch, { ok: true }>;

/**
 * What one line is to a switch, and the session after it. `nothing`: blank, a comment, or text such as a banner's. `command`: the
 * tables know it. `unknown`: nothing speaks against it. `refused`: the switch replies with an error and the session is as it was.
 */
export type ParsedLine =
  | {
      readonly kind: 'nothing';
      readonly what: 'blank' | 'comment' | 'text';
      readonly session: IosSession;
      /** The text that this line ends, be it that of a banner or of a macro. */
      readonly ended?: OpenText;
    }
  | (LineSpan & { readonly kind: 'command'; readonly parsed: ParsedCommand; readonly session: IosSession })
  | (LineSpan & {
      readonly kind: 'unknown';
      readonly session: IosSession;
      /** It names an interface, and which one is not understood. */
      readonly atNoInterface?: true;
    })
  | (LineSpan & {
      readonly kind: 'refused';
      readonly problem: LineProblem;
      readonly session: IosSession;
      /** It names an interface that is not there. */
      readonly atNoInterface?: true;
    });

/** Offsets within the line, without the blanks around it. */
interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** Says why a line does not fit, where the tables hold evidence against it. */
export type ExplainMismatch = (mismatch: Mismatch, context: MismatchContext) => LineProblem | undefined;

/** Of what does not fit nothing is said: it is unknown. For whoever has read the same lines before, or has written them. */
export const unexplained: ExplainMismatch = () => undefined;

/** Reads one line as a switch in this session does. */
export function readLine(line: string, before: IosSession, explain: ExplainMismatch): ParsedLine {
  if (before.text)
    return isUnended(line, before, before.text)
      ? readLine(line, { ...before, text: undefined }, explain)
      : readText(line, before, before.text);
  const words = wordsOf(line);
  const first = words[0];
  if (!first) return { kind: 'nothing', what: 'blank', session: answered(before) };
  if (first.text.startsWith('!'))
    return { kind: 'nothing', what: 'comment', session: afterComment(before, first.start) };
  if (before.configuration && isPreamble(line)) return { kind: 'nothing', what: 'text', session: before };
  if (before.asked !== undefined && isAnswer(line, before.asked))
    return { kind: 'nothing', what: 'text', session: answered(before) };
  const session = leaveBlocks(answered(before), words, line);
  const { platform, mode } = session;
  const place = { start: first.start, end: words.at(-1)!.end };
  if (words.length === 1 && controlZ.test(first.text)) return readControlZ(place, session);
  const reading = matchInMode(words, line, mode, platform);
  const isInside = session.unknownBlock !== undefined && first.start > session.unknownBlock.indent;
  if (!isInside && reading.ok && !staysInBlock(session, first.start, reading)) {
    const filter = explain !== unexplained && (reading.through ?? isExec(mode)) !== false;
    const wrongFilter = filter ? badModifier(words, platform) : undefined;
    if (wrongFilter) return { ...place, kind: 'refused', problem: wrongFilter, session };
    const after = reading.through
      ? session
      : markIndented(afterMatch(session, reading.match, reading.mode, first.start), session, first.start);
    return { ...place, kind: 'command', parsed: reading, session: after };
  }
  if (!isInside && session.unknownBlock?.left && matchInMode(words, line, 'priv-exec', platform).ok)
    return readLine(line, { ...session, mode: 'priv-exec', unknownBlock: undefined }, explain);
  const inside: IosSession = isInside
    ? { ...session, unknownBlock: { ...session.unknownBlock!, indented: true } }
    : session;
  const atInterface = !isInside && isInterfaceLine(words, session);
  const unknown = (): ParsedLine => ({
    ...place,
    kind: 'unknown',
    session: withText(
      isInside
        ? inside
        : atInterface
          ? atUnknownInterface(session, first.start)
          : afterUnknown(session, first.start, !reading.ok && opensMode(reading)),
      first.lower,
      line,
    ),
    ...(atInterface && { atNoInterface: true as const }),
  });
  if (reading.ok) return unknown();

  const { mismatch, through } = reading;
  const problem = explain(mismatch, { words, line, platform, mode, through });
  // Where the switch may be in a mode that the tables do not know, only that counts which no mode takes.
  const isCertain = problem?.holds === 'anywhere' || (!isInside && problem?.holds === 'outside');
  return problem && (!session.unknownBlock || isCertain)
    ? {
        ...place,
        kind: 'refused',
        problem,
        session: inside,
        ...(atInterface && { atNoInterface: true as const }),
      }
    : unknown();
}

/** Whether a line cannot be of the text that goes on: it is a comment or a command of configuration, and the text has digits alone. */
function isUnended(line: string, { mode, platform }: IosSession, { hexadecimal, until }: OpenText): boolean {
  if (!hexadecimal || isHexadecimal(line) || line.trim() === until) return false;
  const words = wordsOf(line);
  return (
    words[0]!.text.startsWith('!') ||
    [mode, 'config' as const].some((one) => matchInMode(words, line, one, platform).ok)
  );
}

/** A line of a text, which is handed over whole with its last line. */
function readText(line: string, before: IosSession, text: OpenText): ParsedLine {
  const { until, alone, lines } = text;
  const isLast = alone ? line.trim() === until : line.includes(until);
  const kept = lines.length < longestText ? [...lines, line] : lines;
  if (!isLast)
    return { kind: 'nothing', what: 'text', session: { ...before, text: { ...text, lines: kept } } };
  return {
    kind: 'nothing',
    what: 'text',
    session: { ...before, text: undefined },
    ended: { ...text, lines: kept },
  };
}

/** No switch takes a banner or a macro of more lines. */
const longestText = 500;

function answered(session: IosSession): IosSession {
  return session.asked === undefined ? session : { ...session, asked: undefined };
}

/** Ctrl-Z as terminals show it, or as the character itself. */
const controlZ = /^(\^[zZ]|\x1a)$/;

/** Leaves configuration, as `end` does; at the EXEC prompt there is nothing to leave. */
function readControlZ(place: LineSpan, session: IosSession): ParsedLine {
  if (isExec(session.mode)) return { kind: 'nothing', what: 'text', session };
  const parsed = matchInMode(wordsOf('end'), 'end', session.mode, session.platform) as ParsedCommand;
  return {
    ...place,
    kind: 'command',
    parsed,
    session: afterMatch(session, parsed.match, parsed.mode, place.start),
  };
}

/** What does not fit may open a mode of its own, unless it goes on from a command that is known to open none, or undoes something. */
function opensMode({
  mismatch: { at, position, canonical },
  through,
}: Extract<ModeMatch, { ok: false }>): boolean {
  const negated = canonical[0] === 'no' || canonical[0] === 'default';
  if (through || negated) return false;
  return (
    at === 0 || position.forms.some(({ facts }) => facts.keywordsOnly || facts.enters?.startsWith('config'))
  );
}

/** `interface` and something, however it goes on. */
function isInterfaceLine([first, ...rest]: readonly Word[], { mode }: IosSession): boolean {
  return !isExec(mode) && rest.length > 0 && /^int(e(r(f(a(ce?)?)?)?)?)?$/.test(first!.lower);
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

/** Text that follows some lines is not for the command line, whatever is known of them: certificates, headers of files. */
function withText(session: IosSession, word: string, line: string): IosSession {
  if (word === 'certificate') return { ...session, text: certificateText(line) };
  return word === 'config-file-header'
    ? { ...session, text: { until: '@', alone: true, lines: [] } }
    : session;
}
