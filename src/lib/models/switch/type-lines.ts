import type { Console } from './console.ts';
import { readLine, unexplained } from '../../dialects/ios/reading/read-line.ts';
import { execute } from './execute.ts';

/** The switch after some lines; undefined where it refuses one of them or does not know it. */
export function typeLines(lines: readonly string[], start: Console): Console | undefined {
  let console = start;
  for (const line of lines) {
    const { step, refused, console: after } = execute(readLine(line, console.session, unexplained), console);
    if (step.kind === 'refused' || step.kind === 'unknown' || refused) return undefined;
    console = after;
  }
  return console;
}
