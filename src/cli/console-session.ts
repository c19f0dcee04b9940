import { createInterface, emitKeypressEvents } from 'node:readline';
import type { Key } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { answerLine, completionsOf, continuationOf, isExec, promptAt } from '../lib/engine.ts';
import type { Console } from '../lib/models/switch/console.ts';
import type { Wiring } from '../lib/models/switch/wiring.ts';
import { terminalText } from './terminal.ts';
import { answerText, helpOrRemark } from './views/console.ts';
import type { TextPainter } from '../lib/diagnostics/pretty.ts';

export interface ConsoleSession {
  /** A terminal or a pipe. */
  readonly input: Readable & { setRawMode?(isRaw: boolean): unknown };
  readonly output: Writable & { readonly columns?: number };
  readonly console: Console;
  readonly wiring: Wiring;
  readonly painter: TextPainter;
}

/** A person types: keys are answered at once, as at the console port. Resolves when the session is over. */
export function runAtTerminal({
  console: opened,
  wiring,
  painter,
  input,
  output,
}: ConsoleSession): Promise<void> {
  let current = opened;
  let isLeaving = false;
  let isOver = false;
  // Every key is looked at here before it reaches the line editor, whose own input stays silent.
  const editor = createInterface({
    input: new PassThrough(),
    output,
    terminal: true,
    historySize: 256,
    completer: (line: string) => completed(line, current),
  });
  const prompt = () => {
    editor.setPrompt(terminalText(promptAt(current)));
    editor.prompt();
  };
  const answer = (line: string) => {
    const result = answerLine(line, current, wiring);
    current = result.console;
    output.write(terminalText(answerText(result, painter)));
    return result.closed;
  };
  const help = () => {
    const line = editor.line.slice(0, editor.cursor);
    output.write(terminalText(`?\n${helpFor(line, current, painter, output.columns)}`));
    editor.prompt(true);
  };
  const key = (text: string | undefined, pressed: Key) => {
    if (isOver) return;
    const { ctrl, name } = pressed;
    if (text === '?' && current.session.text === undefined) help();
    else if (ctrl && name === 'c') {
      editor.write(null, { ctrl: true, name: 'e' });
      output.write('^C\n');
      editor.write(null, { ctrl: true, name: 'u' });
    } else if (ctrl && name === 'z') {
      // As on the device: a command that stands on the line is taken before configuration ends.
      isLeaving = true;
      editor.write(null, { ctrl: true, name: 'e' });
      output.write('^Z');
      editor.write(null, { name: 'return' });
    } else editor.write(text ?? null, pressed);
  };
  return new Promise((resolve) => {
    editor.on('line', (line) => {
      const closed = answer(line);
      if (isLeaving && !closed && !isExec(current.session.mode)) answer('end');
      isLeaving = false;
      if (!closed) return prompt();
      isOver = true;
      editor.close();
    });
    editor.on('close', () => {
      // Ctrl-D leaves the cursor behind the prompt.
      if (!isOver) output.write('\n');
      isOver = true;
      input.off('keypress', key);
      input.setRawMode?.(false);
      input.pause();
      resolve();
    });
    input.on('end', () => {
      if (!isOver) editor.close();
    });
    emitKeypressEvents(input);
    input.setRawMode?.(true);
    input.on('keypress', key);
    input.resume();
    prompt();
  });
}

/** Lines from a pipe: each is printed behind its prompt, so that what comes out reads as a session. A `?` at a line's end asks for help. */
export async function readFromPipe({
  console: opened,
  wiring,
  painter,
  input,
  output,
}: ConsoleSession): Promise<void> {
  let current = opened;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    output.write(terminalText(`${promptAt(current)}${line}\n`));
    if (line.endsWith('?') && current.session.text === undefined) {
      output.write(terminalText(helpFor(line.slice(0, -1), current, painter, output.columns)));
      continue;
    }
    const result = answerLine(line, current, wiring);
    current = result.console;
    output.write(terminalText(answerText(result, painter)));
    if (result.closed) return;
  }
}

function helpFor(
  line: string,
  { session: { mode, platform } }: Console,
  painter: TextPainter,
  width = 80,
): string {
  return helpOrRemark(continuationOf(line, mode, platform), line, platform, painter, width);
}

/** What `Tab` makes of the last word: a blank goes behind a keyword that it can only be, and none before a port's number. */
function completed(line: string, { session: { mode, platform } }: Console): [string[], string] {
  const choices = completionsOf(line, mode, platform);
  const typed = /(?<!\S)\S*$/.exec(line)![0];
  const [only] = choices;
  if (choices.length === 1 && only?.kind === 'keyword') return [[`${only.word} `], typed];
  return [choices.map(({ word }) => word), typed];
}
