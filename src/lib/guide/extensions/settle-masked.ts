import type { Nodes, Parents, Root, RootContent, Text } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { positionAt, rangeAt } from '../../source/source-file.ts';
import { sliceOfCode } from '../code-lines.ts';
import { asideProblem } from './aside-element.ts';
import type { Container } from './directive-line.ts';
import { groupDirectives } from './group-directives.ts';
import { foreignSyntax, shortcodeHint } from './foreign-syntax.ts';
import type { MaskedSpan, ShortcodeSpan } from './find-spans.ts';
import { readFormula } from './math-node.ts';
import { addressInstead, pairShortcodes, shortcodeInstead } from './shortcode-instead.ts';
import type { MaskedPost } from './mask-extensions.ts';
import { maskRun } from './mask-extensions.ts';
import { isVerbatim, restoreDirectives, restoreStrings, restoreTexts } from './restore-masked.ts';

/**
 * Puts into the tree of a masked post what was masked: directives become the elements that they stand for, shortcodes are
 * told, and what turns out to be code is code again. `file` is the post as its author wrote it.
 */
export function settleMasked(file: SourceFile, masked: MaskedPost, root: Root): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const pairs = pairShortcodes(masked.spans.values());
  const mended = new Set<MaskedSpan>();
  settle(root);
  return diagnostics;

  function settle(node: Nodes): void {
    for (const span of spansInAddress(node)) diagnostics.push(addressProblem(file, span));
    if (isVerbatim(node)) restoreTexts(masked, file, node);
    if (node.type === 'code') node.value = sliceOfCode(file, node).text;
    else restoreStrings(masked, file, node);
    if (!('children' in node)) return;
    placeDirectives(node);
    if (node.children.some(({ type }) => type === 'text')) splitTexts(node);
    for (const child of node.children) settle(child);
    for (const item of groupDirectives(file, masked, node)) diagnostics.push(item);
  }

  /** HTML goes on to the next blank line. A directive that is all there is between its last tag and that stands beside it. */
  function placeDirectives(parent: Parents): void {
    if (!['root', 'blockquote', 'listItem'].includes(parent.type)) return;
    const children: Nodes[] = parent.children;
    for (const [index, node] of children.entries()) {
      if (node.type !== 'text' || node.value.trim() !== '***') continue;
      const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      const line = [...masked.directives.values()].find((found) => found.start >= start && found.end <= end);
      if (line) children[index] = { type: 'thematicBreak', position: placeOf(line.start, line.end) };
    }
  }

  /** In where a link leads; what a picture is shown from is told with the picture. */
  function spansInAddress(node: Nodes): ShortcodeSpan[] {
    const address =
      node.type === 'link' || node.type === 'definition'
        ? node.url
        : node.type === 'htmlElement' && node.properties['href'];
    return [...String(address || '').matchAll(maskRun)].flatMap(([run]) => {
      const span = masked.spans.get(run[0]!);
      return span?.kind === 'shortcode' ? [span] : [];
    });
  }

  function splitTexts(parent: Parents): void {
    const children: Nodes[] = parent.children.flatMap((child): Nodes[] => {
      if (child.type !== 'text') return [child];
      for (const line of restoreDirectives(masked, file, child))
        if (line.kind !== undefined) diagnostics.push(unreadDirective(file, line));
      return child.value.search(maskRun) < 0 ? [child] : pieces(child);
    });
    parent.children = children as RootContent[];
  }

  function pieces(node: Text): Nodes[] {
    const found: Nodes[] = [];
    let start = node.position?.start.offset ?? 0;
    let done = 0;
    const addText = (value: string, end: number) => {
      if (value !== '') found.push({ type: 'text', value, position: placeOf(start, end) });
    };
    for (const { 0: run, index } of node.value.matchAll(maskRun)) {
      const span = masked.spans.get(run[0]!);
      if (!span) continue;
      addText(node.value.slice(done, index), span.start);
      found.push(nodeOf(span));
      start = span.end;
      done = index + run.length;
    }
    addText(node.value.slice(done), node.position?.end.offset ?? start);
    return found;
  }

  /** A pair that can be written as something else is told at its first one. */
  function tellShortcode(span: ShortcodeSpan): void {
    const closing = pairs.get(span);
    const fix = shortcodeInstead(file, span, closing);
    if (fix && closing) mended.add(closing);
    const diagnostic = shortcodeProblem(file, span);
    diagnostics.push(fix ? { ...diagnostic, fix } : diagnostic);
  }

  function placeOf(start: number, end: number) {
    return { start: positionAt(file, start), end: positionAt(file, end) };
  }

  function nodeOf(span: MaskedSpan): Nodes {
    const position = placeOf(span.start, span.end);
    if (span.kind === 'math') {
      const formula = readFormula(file, { ...span, at: span.texStart }, (item) => diagnostics.push(item));
      if (formula) return { ...formula, position };
    } else if (!mended.has(span)) tellShortcode(span);
    return { type: 'text', value: file.text.slice(span.start, span.end), position };
  }
}

function unreadDirective(file: SourceFile, { start, end }: Container): Diagnostic {
  const message = `“${file.text.slice(start, Math.min(end, start + 60))}” stands within HTML, where it is not read.`;
  return asideProblem(file, start, end, message, 'Put a blank line before it, and one behind what it holds.');
}

function addressProblem(file: SourceFile, span: ShortcodeSpan): Diagnostic {
  const { start, end } = span;
  const written = file.text.slice(start, Math.min(end, start + 60));
  const diagnostic = foreignSyntax(
    file,
    rangeAt(file, start, end),
    `${written}${end - start > 60 ? '…' : ''} is a shortcode of another program, and the link leads nowhere.`,
    'Write the address itself.',
  );
  const text = addressInstead(file, span);
  if (text === undefined) return diagnostic;
  return { ...diagnostic, fix: { title: `Write ${text}`, safety: 'safe', edits: [{ start, end, text }] } };
}

function shortcodeProblem(file: SourceFile, { start, end, name, code }: ShortcodeSpan): Diagnostic {
  const [first = ''] = file.text.slice(start, end).split(/[\r\n]/);
  const diagnostic = foreignSyntax(
    file,
    rangeAt(file, start, start + first.length),
    `${first.length > 60 ? `${first.slice(0, 60)}…` : first} is a shortcode of another program, and would be printed as it stands.`,
    shortcodeHint(name.replace('/', '').replace(/^end/, '')),
  );
  if (!code) return diagnostic;
  return {
    ...diagnostic,
    fix: {
      title: `Write a block of ${code.language}`,
      safety: 'safe',
      edits: [
        { start, end: code.openingEnd, text: `\`\`\`${code.language}` },
        { start: code.closingStart, end, text: '```' },
      ],
    },
  };
}
