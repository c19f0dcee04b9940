import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { regionAt } from './lexical-regions.ts';
import type { Code, Spot } from './report.ts';
import { ownRule, reportSpot } from './report.ts';

const promptRule = ownRule('hygiene/prompt');

/** Characters in which a prompt ends. */
const farthest = 1000;

/** Prompts that were copied together with the command. */
export function checkPrompts(code: Code): Diagnostic[] {
  const { text, lexical, conventions } = code;
  const rule = conventions.promptRule ?? promptRule;
  const found: Diagnostic[] = [];
  let start = 0;
  let before = '';
  for (const line of text.split('\n')) {
    const first = conventions.promptLength(line, before);
    let length = first;
    // What was copied twice has two.
    for (let more = first; more > 0; length += more)
      more = conventions.promptLength(line.slice(length, length + farthest), before);
    const at = start + (/^[ \t]*/.exec(line)?.[0].length ?? 0);
    if (length > 0 && !regionAt(lexical, at)) {
      const written = line.slice(0, first).trim();
      const spot: Spot = {
        start: at,
        end: start + line.slice(0, first).trimEnd().length,
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
