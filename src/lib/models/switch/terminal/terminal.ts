import { completionsOf, continuationOf } from '../../../dialects/ios/reading/complete.ts';
import { isExec } from '../../../dialects/ios/reading/modes.ts';
import type { IosPlatform } from '../../../dialects/ios/tables/table-format.ts';
import { plainPainter } from '../../../diagnostics/pretty.ts';
import type { Console } from '../console.ts';
import { openConsole, promptAt } from '../console.ts';
import { helpText } from '../help-text.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { enter } from './enter-line.ts';
import { readKey, noKeys } from './keys.ts';
import type { EditedLine } from './line-editor.ts';
import { bell, edit, emptyLine, exchange, shown } from './line-editor.ts';
import { turnPage } from './pager.ts';
import type { PageSize } from './pager.ts';
import { enablePassword } from './questions.ts';
import type { Reaction } from './reaction.ts';
import { banner, prompted, screenText, withPage } from './reaction.ts';
import type { TerminalSession } from './session.ts';
import { answerQuestion, tryPassword } from './settle-question.ts';
import { standardSize } from './run-line.ts';

export interface TerminalOptions {
  readonly platform: IosPlatform;
  /** What the prompt says while no host name is configured. */
  readonly hostname: string;
  readonly wiring: Wiring;
  readonly size?: PageSize;
  readonly password?: string | undefined;
  readonly quiet?: boolean;
}

/** A session that begins at the EXEC prompt: in user EXEC mode where `enable` asks for a password. */
export function openTerminal(
  { platform, hostname, wiring, size = standardSize, password, quiet = false }: TerminalOptions,
  state: SwitchState,
): { readonly session: TerminalSession; readonly output: string } {
  const isUser = enablePassword(state, password) !== undefined && !quiet;
  const console = openConsole(platform, { state, hostname, mode: isUser ? 'user-exec' : 'priv-exec' });
  const session: TerminalSession = {
    console,
    wiring,
    settings: { size: quiet ? { rows: 0, columns: 0 } : size, asks: true },
    password,
    quiet,
    keys: noKeys,
    line: emptyLine,
    history: [],
    recalled: 0,
    waiting: { kind: 'line' },
  };
  return { session, output: quiet ? '' : `${screenText(banner(state))}\r\n${promptAt(console)}` };
}

/** The terminal has another size. A length that `terminal length 0` has set stays. */
export function resizeTerminal(session: TerminalSession, size: PageSize): TerminalSession {
  const { settings } = session;
  if (session.quiet) return session;
  const rows = settings.size.rows === 0 ? 0 : size.rows;
  return { ...session, settings: { ...settings, size: { ...size, rows } } };
}

/**
 * Characters come from the terminal, a byte each. Stops behind the first that makes the switch do something, so that the caller can turn
 * to others before the next: `used` says how many were taken.
 */
export function receive(
  before: TerminalSession,
  state: SwitchState,
  input: string,
): Reaction & { readonly used: number } {
  const hostname = state.running.hostname ?? before.console.session.hostname;
  const session = { ...before.console.session, hostname };
  let current: TerminalSession = { ...before, console: { ...before.console, session, state } };
  let output = '';
  for (let at = 0; at < input.length; at++) {
    const { reading, key } = readKey(current.keys, input[at]!);
    current = { ...current, keys: reading };
    if (key === undefined) continue;
    const reaction = press(current, key);
    output += reaction.output;
    if (reaction.acted) return { ...reaction, output, used: at + 1 };
    current = reaction.session;
  }
  return { session: current, output, remarks: [], used: input.length };
}

function press(session: TerminalSession, key: string): Reaction {
  const { waiting } = session;
  switch (waiting.kind) {
    case 'page': {
      const { more } = session.console.state.profile.console;
      const wiped = `${'\b'.repeat(more.length)}${' '.repeat(more.length)}${'\b'.repeat(more.length)}`;
      return withPage(session, turnPage(waiting.rest, key, session.settings.size), wiped);
    }
    case 'question':
      return answerQuestion(session, waiting, key);
    case 'password':
      return tryPassword(session, waiting, key);
    case 'line':
      return atPrompt(session, key);
  }
}

function atPrompt(session: TerminalSession, key: string): Reaction {
  const { console, line } = session;
  const { text } = console.session;
  if (key === '\r') return enter(session, false);
  if (key === '\x03') return interrupt(session);
  if (key === '\x1a') return enter(session, true);
  if (text === undefined && key === '?') return help(session);
  if (text === undefined && key === '\t') return complete(session);
  if (key === '\x10' || key === '\x0e') return recall(session, key === '\x10' ? 1 : -1);
  if (key === '\x12' || key === '\x0c') return redisplay(session, line, '\r\n');
  const { longestLine } = console.state.profile.console;
  const edited = edit(line, key, longestLine);
  return edited ? echoed(session, edited.line, edited.echo) : echoed(session, line, '');
}

function interrupt(session: TerminalSession): Reaction {
  const { console } = session;
  const ends = console.state.profile.console.interruptEnds && !isExec(console.session.mode);
  const { text: _, ...open } = console.session;
  const left: Console = ends
    ? { ...console, session: { ...open, mode: 'priv-exec' }, target: { kind: 'none' } }
    : { ...console, session: open };
  return prompted({ ...session, console: left, line: emptyLine, recalled: 0 }, '^C\r\n');
}

function help(session: TerminalSession): Reaction {
  const { console, line, settings } = session;
  const { mode, platform } = console.session;
  const typed = line.text.slice(0, line.cursor);
  const found = continuationOf(typed, mode, platform);
  const text = helpText(found, typed, platform, plainPainter, settings.size.columns || 80) ?? '';
  return { ...redisplay(session, line, `?\r\n${screenText(text)}`), acted: true };
}

/** A blank goes behind a keyword that it can only be, and none before a port's number. */
function complete(session: TerminalSession): Reaction {
  const { console, line } = session;
  const { mode, platform } = console.session;
  const typed = line.text.slice(0, line.cursor);
  const choices = completionsOf(typed, mode, platform);
  const [only] = choices;
  if (choices.length !== 1 || !only || line.cursor < line.text.length)
    return redisplay(session, line, `${bell}\r\n`);
  const whole = typed.replace(/\S*$/, () => `${only.word}${only.kind === 'keyword' ? ' ' : ''}`);
  return redisplay(session, { text: whole, cursor: whole.length }, '\r\n');
}

function recall(session: TerminalSession, by: 1 | -1): Reaction {
  const { history, line } = session;
  const recalled = Math.min(history.length, Math.max(0, session.recalled + by));
  if (recalled === session.recalled) return echoed(session, line, '');
  const text = recalled === 0 ? '' : history[history.length - recalled]!;
  const { line: shownNow, echo } = exchange(line, text);
  return echoed({ ...session, recalled }, shownNow, echo);
}

function redisplay(session: TerminalSession, line: EditedLine, before: string): Reaction {
  return echoed(session, line, `${before}${promptAt(session.console)}${shown(line)}`);
}

function echoed(session: TerminalSession, line: EditedLine, echo: string): Reaction {
  return { session: { ...session, line }, output: session.quiet ? '' : echo, remarks: [] };
}
