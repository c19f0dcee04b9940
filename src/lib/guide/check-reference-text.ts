import type { Definition, Parents, Text } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { traceText } from './extensions/trace-text.ts';
import { diagnose } from './rules.ts';

const reference = /(?<![\]\w$[])\[([^[\]\n]{1,200})\]\[([^[\]\n]{0,100})\](?!['"[({:])/g;

/**
 * Links that name an address which the post does not have are plain text to Markdown. `[int][char]` is PowerShell, so it takes several
 * words, a number after a word, or a name with hyphens to be one. Of very many addresses none is sought that was meant.
 */
export function findUndefinedReferences(
  file: SourceFile,
  node: Text,
  parent: Parents,
  definitions: ReadonlyMap<string, Definition>,
): Diagnostic[] {
  if (!node.value.includes('][') || parent.type === 'link') return [];
  const trace = traceText(file, node);
  return [...node.value.matchAll(reference)].flatMap((match) => {
    const { 0: whole, 1: words = '', 2: name = '', index } = match;
    const isMeant =
      /\p{L}[^\s]*\s+\S*\p{L}/u.test(words) || (/\p{L}/u.test(words) && /^(?:\d+|\w+(?:-\w+)+)$/.test(name));
    if (!isMeant || trace.isEscaped(index)) return [];
    const label = name.trim() || words;
    const near = definitions.size <= 500 ? suggest(label, definitions.keys()) : undefined;
    return diagnose({
      rule: 'guide/undefined-reference',
      file,
      range: rangeAt(file, trace.offsetOf(index), trace.offsetOf(index + whole.length)),
      message: `The post has no address by the name [${label}], so that no link is made.`,
      hint: near
        ? `Did you mean [${near}]?`
        : `Put \`[${label}]: https://…\` on a line of its own, or write [${words}](address); if it is no link, put code marks around it.`,
    });
  });
}
