import GithubSlugger from 'github-slugger';
import type { Heading, Nodes } from 'mdast';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Heading as HeadingEntry, Passage, Reference, Step } from './guide.ts';
import { rangeOf } from './node-range.ts';
import { plainText } from './read-code.ts';
import { diagnose } from './rules.ts';
import { stepNumberProblem } from './step-findings.ts';
import type { StepMark } from './step-mark.ts';
import { anchorOfStep, readStepMark } from './step-mark.ts';

/** A heading as it was found; anchors are given when all are known. */
export interface FoundHeading {
  readonly node: Heading;
  /** Without the number of its step. */
  readonly text: string;
  /** That it opens. */
  readonly step: Step | undefined;
}

/** `hasSteps`: numbers in headings open steps. `atEdge`: the heading is in no list, quote or component. */
export function readHeading(
  file: SourceFile,
  node: Heading,
  { hasSteps, atEdge }: { readonly hasSteps: boolean; readonly atEdge: boolean },
  report: (diagnostic: Diagnostic) => void,
): FoundHeading {
  const text = plainText(node).replace(/\s+/g, ' ').trim();
  if (text === '' && !node.children.some(isPicture)) report(withoutWords(file, node));
  const first = node.children[0];
  const mark = hasSteps && first?.type === 'text' ? readStepMark(first.value) : undefined;
  if (!mark) return { node, step: undefined, text };
  const start = first?.position?.start.offset ?? rangeOf(file, node).start.offset;
  const step = stepOf(mark, text, rangeAt(file, start, start + mark.written.length));
  const problem = checkMark(file, step, mark, atEdge);
  if (problem) report(problem);
  return atEdge ? { node, step, text: step.title } : { node, step: undefined, text };
}

function stepOf(mark: StepMark, text: string, range: Range): Step {
  const { labwork, number, written } = mark;
  const title = text.slice(written.length).replace(/^\.?\s*/, '');
  return { id: `${labwork}:${number}`, labwork, number, title, anchor: anchorOfStep(mark), range };
}

function checkMark(
  file: SourceFile,
  { id, title, range }: Step,
  { written }: StepMark,
  atEdge: boolean,
): Diagnostic | undefined {
  const problem = (message: string, hint: string) => stepNumberProblem(file, { range, message, hint });
  if (!atEdge) {
    const hint = 'A step begins with a heading at the edge of the page.';
    return problem(`Step ${id} opens inside another block.`, hint);
  }
  if (written !== id)
    return problem(`The step is numbered ${written}.`, `Write ${id}, without zeros before the number.`);
  if (title === '') return problem(`Step ${id} has no title.`, 'Say in the heading what the step does.');
  return undefined;
}

/** Whether something in a line shows or may show a picture. */
function isPicture(node: Nodes): boolean {
  if (/^(?:image|imageReference|mdxJsxTextElement)$/.test(node.type)) return true;
  return 'children' in node && node.children.some(isPicture);
}

function withoutWords(file: SourceFile, node: Heading): Diagnostic {
  return diagnose({
    rule: 'guide/heading',
    file,
    range: rangeOf(file, node),
    message: 'The heading has no words.',
    hint: 'Write what the section is about, or remove it.',
  });
}

/**
 * The headings of the first level, of which the page has one, the title. Each can be made one of the second, with all that stand below it
 * one level lower as well; one that says the title once more, before all others, can be left out.
 */
export function checkFirstLevel(
  file: SourceFile,
  headings: readonly FoundHeading[],
  title: string | undefined,
): Diagnostic[] {
  return headings.flatMap(({ node, text }, index) => {
    if (node.depth !== 1) return [];
    const isTitle = index === 0 && title !== undefined && text.toLowerCase() === title.trim().toLowerCase();
    const next = headings.findIndex((other, at) => at > index && other.node.depth === 1);
    const below = headings.slice(index, next < 0 ? undefined : next);
    const edits = isTitle ? leavingOut(file, node) : below.map((one) => demotion(file, one.node)).flat();
    const isCertain = edits.every((edit) => edit !== undefined);
    const diagnostic = diagnose({
      rule: 'guide/heading',
      file,
      range: rangeOf(file, node),
      message: isTitle
        ? 'The title stands in the body once more.'
        : 'A heading of the first level stands in the body.',
      hint: isTitle ? 'Remove it: the page begins with it.' : 'The title is the only one; begin with `##`.',
    });
    if (!isCertain) return [diagnostic];
    const fix = {
      title: isTitle ? 'Remove it' : 'Write `##`, and one more below it',
      safety: 'safe',
      edits,
    } as const;
    return [{ ...diagnostic, fix }];
  });
}

/** With the blank lines behind it. */
function leavingOut(file: SourceFile, node: Heading): Edit[] {
  const { start, end } = rangeOf(file, node);
  const blanks =
    /^[ \t]*(?:\r?\n[ \t]*)*(?:\r?\n|$)/.exec(file.text.slice(end.offset, end.offset + 200))?.[0] ?? '';
  return [{ start: start.offset, end: end.offset + blanks.length, text: '' }];
}

/** One level lower; undefined where that is not certain, or there is none. */
function demotion(file: SourceFile, node: Heading): (Edit | undefined)[] {
  const { start, end } = rangeOf(file, node);
  const written = file.text.slice(start.offset, end.offset);
  if (node.depth === 6) return [undefined];
  if (written.startsWith('#')) return [{ start: start.offset, end: start.offset, text: '#' }];
  const tags = /^<h[1-5]\b[^]*<\/h[1-5]>$/i.test(written);
  const digit = String(node.depth + 1);
  if (tags)
    return [
      { start: start.offset + 2, end: start.offset + 3, text: digit },
      { start: end.offset - 2, end: end.offset - 1, text: digit },
    ];
  // A line of signs below it: of the second level are hyphens, and for others there are none.
  const lines = /^([^\r\n]+)(\r?\n[ \t]*)(=+|-+)$/.exec(written);
  if (!lines) return [undefined];
  const [, text = '', gap = '', signs = ''] = lines;
  const underline = start.offset + text.length;
  return node.depth === 1
    ? [{ start: underline + gap.length, end: end.offset, text: '-'.repeat(signs.length) }]
    : [
        { start: start.offset, end: start.offset, text: '### ' },
        { start: underline, end: end.offset, text: '' },
      ];
}

/** What else on the page of a post has an id. */
export interface PageIds {
  /** How many there are of each, numbered from 1. */
  readonly blocks: number;
  readonly notes: number;
  readonly references: readonly Reference[];
  readonly passages: readonly Passage[];
  /** That the post gives to its elements. */
  readonly ids: ReadonlySet<string>;
}

/** Ids of the page around a post. */
const pageIds = ['content', 'changelog'];

/** Anchors unique on the page: steps have theirs by number, and the ids of whatever else has one are not given to headings. */
export function anchorHeadings(
  headings: readonly FoundHeading[],
  { blocks, notes, references, passages, ids }: PageIds,
): Map<Heading, HeadingEntry> {
  const slugger = new GithubSlugger();
  for (const id of [...pageIds, ...ids]) slugger.slug(id);
  for (const { kind, name } of references) if (kind === 'comparison') slugger.slug(`comparison-${name}`);
  for (const { id } of passages) for (const prefix of ['correction', 'was']) slugger.slug(`${prefix}-${id}`);
  for (const { step } of headings) if (step) slugger.slug(step.anchor);
  for (let number = 1; number <= blocks; number++) slugger.slug(`block-${number}`);
  for (let number = 1; number <= notes; number++) {
    slugger.slug(`note-${number}`);
    slugger.slug(`note-ref-${number}`);
  }
  const anchors = new Map<Heading, HeadingEntry>();
  for (const { node, step, text } of headings) {
    const depth = Math.max(2, node.depth);
    const anchor = step?.anchor ?? slugger.slug(text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || 'section');
    anchors.set(node, { depth, text, anchor, ...(step && { step: step.id }) });
  }
  return anchors;
}
