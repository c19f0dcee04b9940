import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { regionAt } from './lexical-regions.ts';
import type { Code, Spot } from './report.ts';
import { ownRule, reportSpot } from './report.ts';

const promptRule = ownRule('hygiene/prompt');

/** Prompts that were copied together with the command. */
export function checkPrompts(code: Code): Diagnostic[] {
  const { text, lexical, conventions } = code;
  const rule = conventions.promptRule ?? promptRule;
  const found: Diagnostic[] = [];
  let start = 0;
  let before = '';
  for (const line of text.split('\n')) {
    const length = conventions.promptLength(line, before);
    const at = start + (/^[ \t]*/.exec(line)?.[0].length ?? 0);
    if (length > 0 && !regionAt(lexical, at)) {
      const written = line.slice(0, length).trim();
      const spot: Spot = {
        start: at,
        end: start + line.slice(0, length).trimEnd().length,
        edits: [{ start: at, end: start + length, text: '' }],
      };
      for (const item of reportSpot(code, rule, spot, {
        message: `The line begins with the prompt \`${written}\`, which is no part of the command.`,
        label: 'prompt',
        hint: 'Delete the prompt; the page shows one of its own, which is never copied.',
        title: 'Delete the prompt',
      }))
        found.push(item);
    }
    start += line.length + 1;
    before = line;
  }
  return found;
}
