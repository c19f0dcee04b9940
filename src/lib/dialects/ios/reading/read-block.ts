import type { Support } from '../../dialect.ts';
import type { CommandArgument } from '../../dialect.ts';
import type { Slice } from '../../../source/slice.ts';
import { originRange } from '../../../source/slice.ts';
import type { Range } from '../../../source/source-file.ts';
import type { IosCommand } from '../command.ts';
import type { LineProblem } from './line-problem.ts';
import { isExec } from './modes.ts';
import type { ExplainMismatch, MeantCommand, ParsedCommand, ParsedLine } from './read-line.ts';
import { asMeant, readLine } from './read-line.ts';
import type { IosSession } from './session.ts';

/** A block as it was read, line by line. */
export interface BlockReading {
  readonly commands: readonly IosCommand[];
  readonly lines: readonly BlockLine[];
  readonly unclosed: readonly UnclosedText[];
  readonly session: IosSession;
}

/** A text that begins in the block, and does not end there. */
interface UnclosedText {
  /** The line behind it. */
  readonly line: number;
  readonly opened: Range;
  readonly until: string;
}

interface BlockLine {
  readonly text: string;
  /** In the text of the block. */
  readonly offset: number;
  /** The session in which it was read. */
  readonly before: IosSession;
  readonly parsed: ParsedLine;
  /** It is of a text that goes on. */
  readonly isText: boolean;
  readonly problem: LineProblem | undefined;
}

/** Reads a block line by line, beginning where `before` left off. */
export function readBlock(code: Slice, before: IosSession, explain: ExplainMismatch): BlockReading {
  const commands: IosCommand[] = [];
  const lines: BlockLine[] = [];
  const unclosed: UnclosedText[] = [];
  const read = lineReader(explain);
  let session = before;
  let offset = 0;
  let opened: Range | undefined;
  // The command whose text goes on, as long as it does.
  let opening: number | undefined;
  code.text.split('\n').forEach((text, index) => {
    const line = read(text, session);
    const isText = session.text !== undefined && line.kind === 'nothing' && line.what === 'text';
    const judged = judge(text, line);
    lines.push({ text, offset, before: session, parsed: line, isText, problem: judged.problem });
    if (line.kind !== 'nothing' && judged.command) {
      const { name, support, meant } = judged.command;
      const start = offset + line.start;
      const end = offset + line.end;
      commands.push({
        name,
        range: originRange(code, start, end),
        line: index,
        start,
        end,
        support,
        arguments: argumentsOf(line.kind === 'command' ? line.parsed : meant?.parsed, offset),
        lineText: text,
        lineStart: offset,
        before: session.text === undefined ? session : { ...session, text: undefined },
        parsed: line,
        meant,
      });
    }
    // The line is none of the text that went on, which has no end.
    if (opened && session.text !== undefined && !isText)
      unclosed.push({ line: index, opened, until: session.text.until });
    if (!isText && judged.session.text !== undefined)
      opened = originRange(code, offset, offset + text.trimEnd().length);
    if (line.kind === 'nothing' && line.ended && opening !== undefined)
      commands[opening] = { ...commands[opening]!, text: line.ended };
    if (!isText) opening = commands.length - 1;
    session = judged.session;
    offset += text.length + 1;
  });
  if (opened && session.text !== undefined)
    unclosed.push({ line: lines.length, opened, until: session.text.until });
  return { commands, lines, unclosed, session };
}

/** Reads lines one after the other; one that comes again while the session is the same is read once. */
function lineReader(explain: ExplainMismatch): (text: string, session: IosSession) => ParsedLine {
  const known = new Map<string, ParsedLine>();
  let same: IosSession | undefined;
  return (text, session) => {
    if (session !== same) known.clear();
    same = session;
    let line = known.get(text);
    if (!line) known.set(text, (line = readLine(text, session, explain)));
    return line;
  };
}

function argumentsOf(parsed: ParsedCommand | undefined, offset: number): CommandArgument[] {
  return (parsed?.match.values ?? []).map(({ argument, text, start, end }) => ({
    name: argument.name,
    text,
    start: offset + start,
    end: offset + end,
  }));
}

/** The command that a line holds, with the diagnostics it calls for, and the session after it. */
function judge(text: string, line: ParsedLine): JudgedLine {
  const { session } = line;
  if (line.kind === 'nothing') return { session };
  const name = text.slice(line.start, line.end).split(/\s/, 1)[0]!;
  if (line.kind === 'unknown') return { session, command: { name, support: 'unknown' } };
  if (line.kind === 'command') {
    const support = line.parsed.match.form.facts.keywordsOnly ? 'unknown' : 'supported';
    return { session, command: { name: commandName(line.parsed), support } };
  }
  const { problem } = line;
  if (problem.meant === undefined) return { session, command: { name, support: 'unsupported' }, problem };
  const meant = asMeant(session, problem.meant, text);
  const command = { name, support: 'unsupported', meant } as const;
  if (!isExec(problem.meant) || isExec(session.mode)) return { session: meant.session, command, problem };
  // The `end` that is missing is reported once, at the first command that needs it.
  return session.missingEnd
    ? { session, command }
    : { session: { ...session, missingEnd: true }, command, problem };
}

interface JudgedLine {
  readonly session: IosSession;
  /** Absent where the line holds no command. */
  readonly command?: {
    readonly name: string;
    readonly support: Support;
    readonly meant?: MeantCommand;
  };
  readonly problem?: LineProblem;
}

/** `no switchport mode`: the words before the first value. */
function commandName({ match: { form, canonical }, through }: ParsedCommand): string {
  const { negation, path } = form;
  const words = path.length > 0 ? path : canonical.slice(negation ? 1 : 0, negation ? 2 : 1);
  return [through, negation, ...words].filter((word) => word !== undefined).join(' ');
}
