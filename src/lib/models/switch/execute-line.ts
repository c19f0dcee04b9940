import { parseLine } from '../../dialects/ios/reading/parse-line.ts';
import type { Console } from './console.ts';
import type { ExecutionResult } from './execute.ts';
import { execute } from './execute.ts';

/** Reads a line at the console and executes it. */
export function executeLine(line: string, console: Console): ExecutionResult {
  return execute(parseLine(line, console.session), console);
}
