import { printable } from '../../../diagnostics/display-width.ts';
import type { Remark } from '../answer-line.ts';
import { promptAt } from '../console.ts';
import type { SwitchState } from '../state.ts';
import type { Page } from './pager.ts';
import { firstPage } from './pager.ts';
import type { TerminalSession } from './session.ts';

/** What came of a key. The state of the switch after it is that of the session's console. */
export interface Reaction {
  readonly session: TerminalSession;
  /** What the terminal is sent. */
  readonly output: string;
  /** What there is to tell to whoever runs the model; no switch says it. */
  readonly remarks: readonly Remark[];
  /** A line that was run. */
  readonly ran?: string;
  /** The switch did something: what else has come may wait. */
  readonly acted?: boolean;
  /** The session is over, by `exit` or as the whole switch restarts. */
  readonly closed?: 'left' | 'restarted';
}

/** A text as a terminal is sent it: its line breaks as such, and no character that a terminal would act on. */
export function screenText(text: string): string {
  return printable(text).replaceAll('\n', '\r\n');
}

/** Prints lines, a page at a time where the terminal has pages, and the prompt behind them. */
export function printed(session: TerminalSession, lines: readonly string[], before = ''): Reaction {
  const rows = lines.flatMap((line) => line.split('\n'));
  return withPage(session, firstPage(rows, session.settings.size), before);
}

/** A page of output; what is left of it waits for a key. */
export function withPage(session: TerminalSession, { shown, rest }: Page, before: string): Reaction {
  const text = `${before}${shown.map((line) => `${screenText(line)}\r\n`).join('')}`;
  if (rest.length === 0) return { ...prompted({ ...session, waiting: { kind: 'line' } }, text), acted: true };
  const { more } = session.console.state.profile.console;
  return {
    session: { ...session, waiting: { kind: 'page', rest } },
    output: `${text}${more}`,
    remarks: [],
    acted: true,
  };
}

/** The prompt, behind what was printed before. */
export function prompted(session: TerminalSession, before: string): Reaction {
  const prompt = session.quiet ? '' : promptAt(session.console);
  return { session, output: `${before}${prompt}`, remarks: [] };
}

/** What a switch shows to whoever comes in. */
export function banner({ running }: SwitchState): string {
  const kept = ['banner motd', 'banner login', 'banner exec'].flatMap((key) => running.lines.get(key) ?? []);
  return kept.map((line) => `\n${/\^C(.*)\^C$/s.exec(line)?.[1] ?? ''}`).join('');
}
