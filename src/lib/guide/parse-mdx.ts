import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import type { Processor } from 'unified';
import { unified } from 'unified';
import type { Reading } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { AddressKind, SyntaxExtension } from './bare-addresses.ts';
import { absentAddresses, searchWhereNeeded, withoutAddresses } from './bare-addresses.ts';
import { dropTokens, noteTokens } from './parser-tokens.ts';
import { createExpressionReader } from './read-expression.ts';
import { recordCode } from './record-code.ts';
import { findTooMuch } from './limits.ts';
import { explainSyntaxError, syntaxProblem } from './syntax-error.ts';
import { tableLinesOf, tryTablesOn } from './table-lines.ts';

/** No post needs more; what walks the tree may then call itself. */
const maxDepth = 60;
const makeProcessor = (absent: readonly AddressKind[]) =>
  unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ['yaml'])
    .use(remarkGfm)
    .use(searchWhereNeeded)
    .use(withoutAddresses, absent)
    .use(tryTablesOn, () => tableLines)
    .use(remarkMdx, { acorn: createExpressionReader() })
    .use(recordCode)
    .use(noteOpenings)
    .use(noteTokens)
    .freeze();
/** By the kinds of addresses that a post does not hold. */
const processors = new Map<string, ReturnType<typeof makeProcessor>>();

/** The post as a Markdown tree, positions counted in the file's own offsets; undefined where its MDX is broken. */
export function parseMdx(file: SourceFile): Reading<Root | undefined> {
  const tooMuch = findTooMuch(file);
  if (tooMuch) return { value: undefined, diagnostics: [tooMuch] };
  let tree: Root;
  try {
    lastOpening = undefined;
    tableLines = tableLinesOf(file);
    tree = processorFor(file.text).parse(file.text);
  } catch (error) {
    return { value: undefined, diagnostics: [explainSyntaxError(file, error, lastOpening)] };
  } finally {
    dropTokens();
  }
  // The parser leaves a byte order mark out of its count.
  if (file.text.startsWith('\uFEFF')) shiftByOne(tree);
  const tooDeep = findTooDeep(tree);
  if (tooDeep) {
    const message = `Blocks are nested more than ${maxDepth} deep here.`;
    const hint = 'Make the structure of the post flatter.';
    return {
      value: undefined,
      diagnostics: [syntaxProblem(file, rangeOf(file, tooDeep), message, hint)],
    };
  }
  return { value: tree, diagnostics: [] };
}

function processorFor(text: string): ReturnType<typeof makeProcessor> {
  const absent = absentAddresses(text);
  const key = absent.join();
  const processor = processors.get(key) ?? makeProcessor(absent);
  processors.set(key, processor);
  return processor;
}

/** Where a node stands in the file. */
export function rangeOf(file: SourceFile, node: { readonly position?: Position | undefined }): Range {
  return rangeAt(file, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Where the latest `{` or `<` stood that could open an expression or a tag: errors are told at the end, and are about this. */
let lastOpening: number | undefined;

/** Where the text that is being parsed may have tables. */
let tableLines: ReadonlySet<number> = new Set();

function noteOpenings(this: Processor): void {
  const note: NonNullable<NonNullable<SyntaxExtension['text']>[number]> = {
    tokenize(_effects, _ok, nok) {
      return (code) => {
        lastOpening = this.now().offset;
        return nok(code);
      };
    },
  };
  const openings = { 60: note, 123: note };
  (this.data().micromarkExtensions ??= []).push({ flow: openings, text: openings });
}

function findTooDeep(tree: Root): Nodes | undefined {
  const open: [Nodes, number][] = [[tree, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (depth > maxDepth) return node;
    if ('children' in node) for (const child of node.children) open.push([child, depth + 1]);
  }
  return undefined;
}

function shiftByOne(tree: Root): void {
  const shift = (node: { position?: Position | undefined }) => {
    for (const point of [node.position?.start, node.position?.end]) {
      if (point?.offset !== undefined) point.offset++;
    }
  };
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    shift(node);
    if ('attributes' in node) node.attributes.forEach(shift);
    if (node.type === 'code') {
      for (const run of node.data?.record?.runs ?? []) {
        run.start++;
        run.end++;
      }
    }
    if ('children' in node) for (const item of node.children) open.push(item);
  }
}
