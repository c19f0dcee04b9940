import type { Writable } from 'node:stream';
import type { TextPainter } from '../lib/diagnostics/pretty.ts';
import { printable, showInvisible } from '../lib/engine.ts';
import { painterFor, withColours } from './views/painter.ts';

// All that the command line prints goes through here. What is read may hold sequences that move the cursor, ring, rename the window or
// forge what stands above; so a text is shown as code frames show it, and the colours in it are our own.

/** A stream that a command prints to. */
export interface Terminal {
  readonly painter: TextPainter;
  /** Prints a text for a person, painted by `painter` or not. */
  print(text: string): void;
  /** Prints what a program reads, as it is. */
  write(data: string | Uint8Array): void;
  /** Bytes that wait for whoever reads it. */
  backlog(): number;
}

/** What `print` prints: what cannot be seen by its code (`‹U+001B›`), lines, tabs and our own colours as they are. */
export function terminalText(text: string): string {
  return withColours(printable(text));
}

export const stdout = terminalOf(process.stdout);
export const stderr = terminalOf(process.stderr);

/** Says on one line why a command could not be done, and what there is to say besides. */
export function printError(message: string, more?: string): void {
  stderr.print(`labworks: ${showInvisible(message)}\n${more === undefined ? '' : `${more}\n`}`);
}

function terminalOf(stream: NodeJS.WriteStream & Writable): Terminal {
  return {
    painter: painterFor(stream),
    print: (text) => void stream.write(terminalText(text)),
    write: (data) => void stream.write(data),
    backlog: () => stream.writableLength,
  };
}
