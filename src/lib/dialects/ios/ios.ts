import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Slice } from '../../source/slice.ts';
import { originRange } from '../../source/slice.ts';
import type { Command, Device, Dialect, Support } from '../dialect.ts';
import { isConfigurationFile } from './reading/configuration-file.ts';
import type { LineProblem } from './reading/line-problem.ts';
import { toDiagnostic } from './reading/diagnostic-of.ts';
import { diagnose } from './rules.ts';
import { isExec, promptOf } from './reading/modes.ts';
import { quoteValue } from './reading/quote.ts';
import type { IosSession } from './reading/session.ts';
import { startSession } from './reading/session.ts';
import { iosPlatforms } from './tables/tables.ts';
import type { IosPlatform } from './tables/table-format.ts';
import type { ParsedLine, ParsedCommand } from './reading/parse-line.ts';
import { asMeant, parseLine } from './reading/parse-line.ts';
import { iosText } from './text-conventions.ts';
import { tokensOfLine } from './reading/tokens.ts';

export type { IosSession } from './reading/session.ts';

/** Cisco's command line: Catalyst IOS and the SG300's likeness of it. */
export function createIos(): Dialect<IosSession> {
  return {
    id: 'ios',
    text: iosText,
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
  const read: Parameters<typeof tokensOfLine>[] = [];
  let session = before;
  if (session.fresh && isWholeFile(slice) && isConfigurationFile(lines, session.platform))
    session = { ...session, mode: 'config', configuration: true };
  const context = session.mode;
  let offset = 0;
  lines.forEach((line, index) => {
    prompts.push(
      session.textUntil === undefined ? promptOf(session.mode, session.hostname, session.platform) : '',
    );
    const step = parseLine(line, session);
    read.push([line, offset, session, step]);
    const { command, problem, session: after } = judge(line, step);
    session = after;
    if (command) {
      const { name, start, end, support } = command;
      const range = originRange(slice, offset + start, offset + end);
      commands.push({ name, range, line: index, support });
    }
    if (problem) diagnostics.push(toDiagnostic(problem, slice, offset, diagnose));
    offset += line.length + 1;
  });
  const tokens = () => read.flatMap((line) => tokensOfLine(...line));
  return { commands, diagnostics, prompts, context, tokens, session };
}

/** The command that a line holds, with the diagnostics it calls for, and the session after it. */
function judge(line: string, step: ParsedLine): Judgement {
  if (step.kind === 'nothing') return { session: step.session };
  const { start, end, session } = step;
  const name = line.slice(start, end).split(/\s/, 1)[0]!;
  if (step.kind === 'unknown') return { session, command: { name, start, end, support: 'unknown' } };
  if (step.kind === 'command') {
    const support = step.taken.match.form.facts.keywordsOnly ? 'unknown' : 'supported';
    return { session, command: { name: commandName(step.taken), start, end, support } };
  }
  const { problem } = step;
  const { meant } = problem;
  const command = { name, start, end, support: 'unsupported' } as const;
  if (meant === undefined) return { session, command, problem };
  if (!isExec(meant) || isExec(session.mode))
    return { session: asMeant(session, meant, line), command, problem };
  // The `end` that is missing is told once, at the first command that needs it.
  return session.missingEnd
    ? { session, command }
    : { session: { ...session, missingEnd: true }, command, problem };
}

interface Judgement {
  readonly session: IosSession;
  /** Absent where the line holds no command. Offsets within the line. */
  readonly command?: {
    readonly name: string;
    readonly start: number;
    readonly end: number;
    readonly support: Support;
  };
  readonly problem?: LineProblem;
}

/** `no switchport mode`: the words before the first value. */
function commandName({ match: { form, canonical }, through }: ParsedCommand): string {
  const { negation, path } = form;
  const words = path.length > 0 ? path : canonical.slice(negation ? 1 : 0, negation ? 2 : 1);
  return [through, negation, ...words].filter((word) => word !== undefined).join(' ');
}

function isWholeFile({ file, text, pieces }: Slice): boolean {
  const [piece] = pieces;
  return pieces.length === 1 && piece?.from === 0 && text.length === file.text.length;
}

function platformOf({ platform }: Device): IosPlatform {
  return iosPlatforms.find((id) => id === platform) ?? 'generic-ios';
}
