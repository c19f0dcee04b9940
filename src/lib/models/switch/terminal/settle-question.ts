import type { SwitchState } from '../state.ts';
import { ask, openPrivileged } from './enter-line.ts';
import { edit, emptyLine } from './line-editor.ts';
import { enablePassword, judgeAnswer } from './questions.ts';
import type { Reaction } from './reaction.ts';
import { printed, screenText } from './reaction.ts';
import type { TerminalSession, Waiting } from './session.ts';

/** A key at a question. What is typed there is its answer, whatever it was meant for. */
export function answerQuestion(
  session: TerminalSession,
  waiting: Extract<Waiting, { kind: 'question' }>,
  key: string,
): Reaction {
  const { pending, typed } = waiting;
  const [question, ...left] = pending.questions;
  const ready: TerminalSession = { ...session, waiting: { kind: 'line' } };
  if (key === '\x03' || key === '\x1a') return printed(ready, question!.givenUp ?? [], '\r\n');
  if (question!.reads === 'line' && key !== '\r') {
    const { longestLine } = session.console.state.profile.console;
    const edited = edit(typed, key, longestLine);
    if (!edited) return { session, output: '', remarks: [] };
    return {
      session: { ...session, waiting: { ...waiting, typed: edited.line } },
      output: session.quiet ? '' : edited.echo,
      remarks: [],
    };
  }
  const isKey = question!.reads === 'key';
  const echo = session.quiet ? '' : isKey && key > ' ' && key <= '~' ? `${key}\r\n` : '\r\n';
  const rule = judgeAnswer(question!, isKey ? key : typed.text.trim());
  if (!rule) return printed(ready, question!.givenUp ?? [], echo);
  const said = (rule.says ?? []).map((text) => `${screenText(text)}\r\n`).join('');
  if (rule.then === 'again') return ask(ready, pending, `${echo}${said}`);
  const { console } = ready;
  if (rule.then !== 'save') return ask(ready, { ...pending, questions: left }, `${echo}${said}`);
  const { replies } = console.state.profile;
  const saved: SwitchState = { ...console.state, startup: console.state.running };
  return ask(
    { ...ready, console: { ...console, state: saved } },
    { ...pending, questions: left },
    `${echo}${replies.save.map((text) => `${text}\r\n`).join('')}`,
  );
}

/** A key of the password that `enable` asks for; it is not shown. Three wrong ones are enough. */
export function tryPassword(
  session: TerminalSession,
  waiting: Extract<Waiting, { kind: 'password' }>,
  key: string,
): Reaction {
  const { console } = session;
  const { badPassword, longestLine } = console.state.profile.console;
  const ready: TerminalSession = { ...session, waiting: { kind: 'line' } };
  const { line, tries } = {
    line: { text: waiting.typed, cursor: waiting.typed.length },
    tries: waiting.tries + 1,
  };
  if (key === '\x03' || key === '\x1a') return printed(ready, [badPassword], '\r\n');
  if (key !== '\r') {
    const typed = (edit(line, key, longestLine)?.line ?? emptyLine).text;
    return { session: { ...session, waiting: { ...waiting, typed } }, output: '', remarks: [] };
  }
  const expected = enablePassword(console.state, session.password);
  if (expected === undefined || waiting.typed === expected) return printed(openPrivileged(ready), [], '\r\n');
  if (tries >= 3) return printed(ready, [badPassword], '\r\n');
  return {
    session: { ...session, waiting: { kind: 'password', typed: '', tries } },
    output: '\r\nPassword: ',
    remarks: [],
    acted: true,
  };
}
