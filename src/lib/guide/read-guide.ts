import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { checkMerge } from './check-merge.ts';
import { checkSteps } from './check-steps.ts';
import { rangeOfField } from './field-ranges.ts';
import { maskExtensions } from './extensions/mask-extensions.ts';
import { settleMasked } from './extensions/settle-masked.ts';
import { gatherRepeated } from './gather-repeated.ts';
import { countWords } from './count-words.ts';
import type { Guide } from './guide.ts';
import { addressOfPost } from './links.ts';
import { anchorsIn } from './page-anchors.ts';
import { parsePost } from './parse-post.ts';
import { formatOfPost } from './post-place.ts';
import { plainText } from './read-code.ts';
import { readCover } from './read-cover.ts';
import type { FrontMatter } from './read-front-matter.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { projectTree } from './project-tree.ts';
import { renderBody } from './render-body.ts';
import { analyzeTree } from './analyze-tree.ts';

/**
 * Reads a post: one parse, from which page, copy payload, checks, bundle and feeds are made. Never throws, whatever the text,
 * and runs nothing of it. The kind and slug come from the path, `…/<kind>/<slug>.mdx`
 * or `.md`, whose ending also says which of the two it is.
 */
export function readGuide(file: SourceFile): Guide {
  const front = readFrontMatter(file);
  const merge = checkMerge(file);
  // What else is wrong comes of that for the most part.
  if (merge.length > 0) return emptyGuide(file, { ...front, diagnostics: [] }, merge);
  const masked = maskExtensions(file);
  const tree = parsePost(masked?.file ?? file, file);
  const root = tree.value;
  if (!root) return emptyGuide(file, front, tree.diagnostics);
  const maskDiagnostics = masked ? settleMasked(file, masked, root) : [];
  // Where the kind is not known, numbers in headings are read as steps, as in a labwork.
  const isLabwork = front.kind === undefined || front.kind === 'labworks';
  const model = analyzeTree(file, root, isLabwork, front.value?.title);
  const cover = readCover(file, front);
  const data = front.value;
  const announced =
    data?.kind === 'labworks'
      ? { data, range: rangeOfField({ file, fields: front.fields }, 'steps') }
      : undefined;
  // A block that is not closed takes the headings behind it along.
  const isOpen = [...model.codes.values()].some((code) => code.kind === 'static' && code.open);
  const stepDiagnostics = isLabwork && !isOpen ? checkSteps(file, model.steps, announced) : [];
  const found = [
    ...tree.diagnostics,
    ...maskDiagnostics,
    ...cover.diagnostics,
    ...model.diagnostics,
    ...stepDiagnostics,
  ];
  // What is broken is checked as far as it can be read, and shown nowhere. Markdown never is: all of it can be read.
  const isBroken =
    formatOfPost(file.path) === 'mdx' && tree.diagnostics.some(({ severity }) => severity === 'error');
  const { body, excerpt } = isBroken
    ? { body: [], excerpt: undefined }
    : renderBody(root, model, addressOfPost(file.path));
  return {
    ...emptyGuide(file, { ...front, value: cover.value }, found),
    steps: model.steps,
    blocks: model.blocks,
    outputs: model.outputs,
    headings: model.headings,
    passages: model.passages,
    references: [...cover.references, ...model.references],
    links: model.links,
    anchors: isBroken ? undefined : anchorsIn(body),
    body,
    excerpt,
    projection: isBroken ? undefined : projectTree(root, model),
    words: countWords(plainText(root)),
  };
}

/** What is left of a post whose body cannot be read: its front matter. */
function emptyGuide(file: SourceFile, front: FrontMatter, found: readonly Diagnostic[]): Guide {
  return {
    file,
    data: front.value,
    fields: front.fields,
    steps: [],
    blocks: [],
    outputs: [],
    headings: [],
    passages: [],
    references: [],
    links: [],
    anchors: undefined,
    body: [],
    excerpt: undefined,
    projection: undefined,
    words: 0,
    diagnostics: gatherRepeated(
      [...front.diagnostics, ...found].sort(
        (a, b) => a.range.start.offset - b.range.start.offset || a.range.end.offset - b.range.end.offset,
      ),
    ),
  };
}
