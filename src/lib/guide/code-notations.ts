import type { Code } from 'mdast';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { lineAt, positionAt, rangeAt } from '../source/source-file.ts';
import { isClosed, lineBreak } from './code-lines.ts';
import type { FenceWords } from './fence-words.ts';
import { foreignRule } from './foreign-meta.ts';
import type { LineMark } from './line-ranges.ts';
import { lineMarks, writeLines } from './line-ranges.ts';
import { diagnose } from './rules.ts';

// Marks of lines that other programs read in comments of the code itself: Shiki's transformers (VitePress, Nuxt, Nextra), Docusaurus'
// magic comments, Gatsby. What each means is in their documentation on code blocks.

const opener = String.raw`(?:\/\/|#+|--|;|%|REM|\{\/\*|\/\*|<!--)`;
const closer = String.raw`[ \t]*(?:\*\/\}?|-->)?[ \t]*`;
const word = String.raw`\[!code[ \t]+([^\]\s]+)[ \t]*\]|highlight-(?:next-line|start|end|line)`;
const notation = new RegExp(String.raw`[ \t]*${opener}[ \t]*(${word})${closer}$`);
/** A word that all of them have. */
const sign = /\[!code|highlight-(?:next-line|start|end|line)/;

const marksOfWords: Readonly<Record<string, LineMark>> = {
  ...{
    '++': 'ins',
    '--': 'del',
    highlight: 'mark',
    hl: 'mark',
    focus: 'mark',
    warning: 'mark',
    error: 'mark',
  },
};

interface Notation {
  /** Undefined where there is no such mark here. */
  readonly mark: LineMark | undefined;
  readonly lines: 'own' | 'from' | 'to' | number;
}

function readNotation(written: string, code: string | undefined): Notation {
  if (code === undefined) {
    const lines = { 'next-line': 1, line: 'own', start: 'from', end: 'to' } as const;
    return { mark: 'mark', lines: lines[written.replace('highlight-', '') as keyof typeof lines] };
  }
  const [, name = '', count] = /^(.+?)(?::(\d{1,4}))?$/.exec(code) ?? [];
  const mark = Object.hasOwn(marksOfWords, name) ? marksOfWords[name] : undefined;
  return { mark, lines: count === undefined ? 'own' : Number(count) };
}

/** The comments of a block that mark its lines elsewhere and are only shown here: one diagnostic, at the first of them. */
export function findCodeNotations(
  file: SourceFile,
  node: Code,
  fence: Range,
  meta: Readonly<Record<string, unknown>>,
  known: FenceWords,
): Diagnostic | undefined {
  if (!sign.test(node.value)) return undefined;
  const opening = positionAt(file, node.position?.start.offset ?? 0).line;
  const marked: Record<LineMark, Set<number>> = { mark: new Set(), ins: new Set(), del: new Set() };
  const edits: Edit[] = [];
  let first: { readonly range: Range; readonly written: string } | undefined;
  let isCertain = isClosed(file, node);
  let kept = 0;
  let open: LineMark | undefined;
  let ahead: { readonly mark: LineMark; readonly until: number } | undefined;
  for (const [index] of node.value.split(lineBreak).entries()) {
    const number = opening + 1 + index;
    const text = lineAt(file, number);
    const lineStart = file.lineStarts[number - 1] ?? 0;
    const match = notation.exec(text);
    const { mark, lines } = match
      ? readNotation(match[1]!, match[2])
      : { mark: undefined, lines: 'own' as const };
    const isAlone = match !== null && /^[ \t>]*$/.test(text.slice(0, match.index));
    if (match) {
      const start = lineStart + match.index + match[0].search(/\S/);
      first ??= { range: rangeAt(file, start, lineStart + text.trimEnd().length), written: match[0].trim() };
      isCertain &&= mark !== undefined;
      edits.push(
        isAlone
          ? { start: lineStart, end: file.lineStarts[number] ?? file.text.length, text: '' }
          : { start: lineStart + match.index, end: lineStart + text.length, text: '' },
      );
    }
    if (isAlone) {
      if (lines === 'from') open = mark;
      else if (lines === 'to') open = undefined;
      else if (mark !== undefined) ahead = { mark, until: kept + (lines === 'own' ? 1 : lines) };
      continue;
    }
    kept++;
    if (open) marked[open].add(kept);
    if (ahead && kept <= ahead.until) marked[ahead.mark].add(kept);
    if (match && mark !== undefined) {
      const count = typeof lines === 'number' ? lines : 1;
      marked[mark].add(kept);
      if (count > 1) ahead = { mark, until: kept + count - 1 };
    }
  }
  if (!first) return undefined;
  const words = lineMarks.flatMap((mark) => {
    if (marked[mark].size === 0) return [];
    isCertain &&= Object.hasOwn(known, mark) && !Object.hasOwn(meta, mark);
    const list = `{${writeLines(rangesOf(marked[mark]))}}`;
    return [mark === 'mark' ? list : `${mark}=${list}`];
  });
  const text = words.join(' ');
  const diagnostic = diagnose({
    rule: foreignRule,
    file,
    range: first.range,
    message: `\`${first.written}\` marks lines in another program, and is shown as a comment here.`,
    hint: `Mark lines behind the language, \`{2,4-5}\`, \`ins={3}\`, \`del={4}\`, and leave such comments out.`,
  });
  if (!isCertain || text === '') return diagnostic;
  edits.push({ start: fence.end.offset, end: fence.end.offset, text: ` ${text}` });
  return { ...diagnostic, fix: { title: `Write ${text}`, safety: 'safe', edits } };
}

function rangesOf(lines: ReadonlySet<number>) {
  const ranges: { first: number; last: number }[] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last.last === line - 1) last.last = line;
    else ranges.push({ first: line, last: line });
  }
  return ranges;
}
