import type { Nodes, Text } from 'mdast';
import type { SourceFile } from '../../source/source-file.ts';
import type { Container } from './directive-line.ts';
import type { MaskedPost } from './mask-extensions.ts';
import { maskOfDirective, maskOfSpan, maskRun } from './mask-extensions.ts';

/** Elements of HTML whose text is shown as it was written. */
const verbatim: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp', 'tt', 'textarea']);

export function isVerbatim(node: Nodes): boolean {
  return node.type === 'htmlElement' && verbatim.has(node.tagName);
}

/** Undoes all masks in the texts of an element. */
export function restoreTexts(masked: MaskedPost, file: SourceFile, node: Nodes): void {
  if (node.type === 'text') {
    restoreDirectives(masked, file, node);
    for (const [mask, { start, end }] of masked.spans) {
      if (!node.value.includes(mask)) continue;
      const written = file.text.slice(start, end);
      node.value = node.value.replace(maskOfSpan(written, mask), () => written);
    }
  }
  if ('children' in node) for (const child of node.children) restoreTexts(masked, file, child);
}

/** Undoes the masks of directives in a text, where they are none: Markdown leaves none of them in one. Returns their lines. */
export function restoreDirectives(masked: MaskedPost, file: SourceFile, node: Text): Container[] {
  const { start, end } = node.position ?? {};
  if (!start || !end || !node.value.includes('***')) return [];
  const found: Container[] = [];
  let done = '';
  let rest = node.value;
  for (const line of masked.directives.values()) {
    if (line.start < (start.offset ?? 0) || line.end > (end.offset ?? 0)) continue;
    const mask = maskOfDirective(line);
    const at = rest.indexOf(mask);
    if (at < 0) continue;
    found.push(line);
    done += rest.slice(0, at) + file.text.slice(line.start, line.end);
    rest = rest.slice(at + mask.length);
  }
  node.value = done + rest;
  return found;
}

/** Where a string of a node other than a text has masks in it, they are what was written. */
export function restoreStrings(masked: MaskedPost, file: SourceFile, node: object): void {
  if ('type' in node && node.type === 'text') return;
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (key === 'attributes')
      for (const attribute of value as object[]) restoreStrings(masked, file, attribute);
    // Of an element of HTML.
    if (key === 'properties') restoreStrings(masked, file, value as object);
    if (typeof value !== 'string' || value.search(maskRun) < 0) continue;
    const restored = value.replace(maskRun, (run) => {
      const span = masked.spans.get(run[0]!);
      return span ? file.text.slice(span.start, span.end) : run;
    });
    Object.assign(node, { [key]: restored });
  }
}
