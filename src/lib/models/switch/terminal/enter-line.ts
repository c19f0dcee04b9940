import { isExec } from '../../../dialects/ios/reading/modes.ts';
import { parseLine } from '../../../dialects/ios/reading/parse-line.ts';
import { commandOf } from '../command.ts';
import { emptyLine } from './line-editor.ts';
import type { Pending } from './questions.ts';
import { enablePassword, pendingOf } from './questions.ts';
import type { Reaction } from './reaction.ts';
import { printed, prompted, screenText } from './reaction.ts';
import { runLine, settingsAfter } from './run-line.ts';
import type { TerminalSession } from './session.ts';

/** The line is taken. `leaves`: configuration ends behind it, as by Ctrl-Z. */
export function enter(session: TerminalSession, leaves: boolean): Reaction {
  const line = session.line.text;
  const echo = session.quiet ? '' : leaves ? '^Z\r\n' : '\r\n';
  const history = line.trim() === '' ? session.history : [...session.history, line].slice(-longestHistory);
  const ready: TerminalSession = { ...session, line: emptyLine, history, recalled: 0 };
  const { console } = ready;
  if (line.trim() === '' && console.session.text === undefined && !leaves)
    return { ...prompted(ready, echo), acted: true };
  const step = parseLine(line, console.session);
  if (asksForPassword(session, line)) {
    const waiting = { kind: 'password', typed: '', tries: 0 } as const;
    return { session: { ...ready, waiting }, output: `${echo}Password: `, remarks: [], acted: true };
  }
  const pending = session.settings.asks ? pendingOf(line, step, console.state) : undefined;
  if (pending) return ask(ready, pending, echo);
  const settings = step.kind === 'refused' ? ready.settings : settingsAfter(line, ready.settings);
  return run({ ...ready, settings }, line, { echo, leaves });
}

/** As many as IOS keeps when nobody says otherwise, twice: a person looks further back than a switch lets them. */
const longestHistory = 20;

function asksForPassword({ console, password }: TerminalSession, line: string): boolean {
  const step = parseLine(line, console.session);
  if (console.session.mode !== 'user-exec' || step.kind !== 'command') return false;
  const { facts } = commandOf(step.parsed, console.state.profile.id);
  return facts.enters === 'priv-exec' && enablePassword(console.state, password) !== undefined;
}

/** The first question that is left, or the command where none is. */
export function ask(session: TerminalSession, pending: Pending, before: string): Reaction {
  const [question] = pending.questions;
  if (!question) return run(session, pending.line, { echo: before, done: pending.done });
  const waiting = { kind: 'question', pending, typed: emptyLine } as const;
  return {
    session: { ...session, waiting },
    output: `${before}${screenText(question.text)}`,
    remarks: [],
    acted: true,
  };
}

interface RunOptions {
  readonly echo: string;
  readonly leaves?: boolean;
  /** What is printed behind all else. */
  readonly done?: readonly string[];
}

function run(
  session: TerminalSession,
  line: string,
  { echo, leaves = false, done = [] }: RunOptions,
): Reaction {
  const { wiring } = session;
  const result = runLine(line, session.console, wiring);
  const ends = leaves && !result.closed && !isExec(result.console.session.mode);
  const { console } = ends ? runLine('end', result.console, wiring) : result;
  const after: TerminalSession = { ...session, console, waiting: { kind: 'line' } };
  const restarted = isRestart(line, session);
  const reaction = printed(after, [...result.printed, ...done], echo);
  if (!result.closed && !restarted) return { ...reaction, remarks: result.remarks, ran: line };
  const texts = [...result.printed, ...done].map((text) => `${screenText(text)}\r\n`);
  return {
    ...reaction,
    output: `${echo}${texts.join('')}`,
    remarks: result.remarks,
    ran: line,
    closed: restarted ? 'restarted' : 'left',
  };
}

function isRestart(line: string, { console }: TerminalSession): boolean {
  const step = parseLine(line, console.session);
  return step.kind === 'command' && commandOf(step.parsed, console.state.profile.id).facts.id === 'reload';
}

/** The session after `enable` was given the password that it asks for. */
export function openPrivileged(session: TerminalSession): TerminalSession {
  const { console } = session;
  return { ...session, console: { ...console, session: { ...console.session, mode: 'priv-exec' } } };
}
