import type { z } from 'zod';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Diagnostic, Reading } from './diagnostic.ts';
import { readYaml } from './read-yaml.ts';
import { shortened, withShortQuotes } from './shortened.ts';

const hint = 'Mend it there, or have the program that wrote the file write it anew.';

/**
 * Reads JSON, as a program wrote it, by a strict schema. What is no JSON, and all that does not fit, become diagnostics of `rule` at their
 * place.
 */
export function readJson<S extends z.ZodType>(
  file: SourceFile,
  schema: S,
  rule: string,
): Reading<z.output<S> | undefined> {
  const problem = (start: number, end: number, message: string): Diagnostic =>
    withShortQuotes({
      rule,
      severity: 'error',
      file: file.path,
      range: rangeAt(file, start, end),
      message,
      hint,
    });
  let json: unknown;
  try {
    json = JSON.parse(file.text);
  } catch (error) {
    const start = placeOfError(file.text, error as Error);
    const seen = file.text.slice(start).split(/\s/, 1)[0]!;
    const message =
      seen === ''
        ? 'This is no JSON: it ends before it is complete.'
        : `This is no JSON: “${shortened(seen, 20)}” was not expected here.`;
    return {
      value: undefined,
      diagnostics: [problem(start, Math.min(start + 1, file.text.length), message)],
    };
  }
  const { success, data, error } = schema.safeParse(json);
  if (success) return { value: data, diagnostics: [] };
  // JSON is YAML, whose reader knows the place of everything.
  const { diagnostics } = readYaml(file, schema, rule);
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const [first] = error.issues;
  const at = first!.path.map(String).join('.') || 'The document';
  return {
    value: undefined,
    diagnostics: [problem(0, 0, `${at} does not fit: ${first!.message}.`)],
  };
}

/** Where a text stops being JSON. V8 says so in its message, but where the text ends too early, and of a token that nothing begins with. */
function placeOfError(text: string, { message }: Error): number {
  const position = /\bat position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Math.min(Number(position), text.length);
  if (!isUnexpected(message)) return text.length;
  // The shortest beginning that has the token in it, all longer ones having it too.
  let low = 1;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isUnexpected(errorOf(text.slice(0, middle)))) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

function isUnexpected(message: string): boolean {
  return message.startsWith('Unexpected token');
}

function errorOf(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
