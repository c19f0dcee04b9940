import GithubSlugger from 'github-slugger';
import type { Heading } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
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
  if (node.depth === 1) report(firstLevel(file, node));
  const text = plainText(node).replace(/\s+/g, ' ').trim();
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

function firstLevel(file: SourceFile, node: Heading): Diagnostic {
  return diagnose({
    rule: 'guide/heading',
    file,
    range: rangeOf(file, node),
    message: 'A heading of the first level stands in the body.',
    hint: 'The title is the only one; begin with `##`.',
  });
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
