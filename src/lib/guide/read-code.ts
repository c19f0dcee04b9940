import type { Code, Nodes } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isDialectId } from '../platforms/dialects.ts';
import { diagnose } from './rules.ts';
import type { GuideRuleId } from './rules.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { readAllowances } from './allowances.ts';
import { findCodeNotations } from './code-notations.ts';
import { isKnownLanguage, translateLanguage } from './fence-language.ts';
import { isClosed, isFenced, lineBreak, sliceOfCode } from './code-lines.ts';
import { isPhrasing } from './html/content-model.ts';
import type { Block, Output } from './guide.ts';
import type { Fence } from './read-fence.ts';
import { readFence, wordsOf } from './read-fence.ts';
import type { ListingMeta } from './listing.ts';
import { plainListing } from './listing.ts';
import { syntaxProblem } from './syntax-error.ts';

/** What a code block of the post turned out to be. */
export type CodeBlock =
  | { readonly kind: 'command'; readonly block: Block }
  | { readonly kind: 'output'; readonly output: Output }
  | {
      readonly kind: 'static';
      readonly lang: string;
      readonly code: string;
      readonly listing: ListingMeta;
      /** It takes the text behind it along, for it is not closed: what it holds is not all code. */
      readonly open?: true;
    };

export interface CodeContext {
  readonly file: SourceFile;
  /** The id that the next command block gets. */
  readonly nextId: string;
  readonly step: string | undefined;
  /** Command blocks must stand in a step. */
  readonly needsStep: boolean;
  /** The command block right before, with nothing but blank lines between. */
  readonly before: Block | undefined;
  readonly report: (diagnostic: Diagnostic) => void;
}

export function readCode(node: Code, context: CodeContext): CodeBlock {
  const { file, step, before, report } = context;
  if (!isFenced(file, node)) return { kind: 'static', lang: 'text', code: node.value, listing: plainListing };
  const start = node.position?.start.offset ?? 0;
  const lines = node.value === '' ? 0 : node.value.split(lineBreak).length;
  const fence = readFence(file, start, lines, report);
  const notations = findCodeNotations(file, node, fence.range, fence.meta, wordsOf(fence.language));
  if (notations) report(notations);
  const problem = (rule: GuideRuleId, message: string, hint: string) =>
    report(diagnose({ rule, file, range: fence.range, message, hint }));
  const hasNext = isDialectId(fence.language) && hasFence(node);
  if (hasNext || !isClosed(file, node)) {
    const marks = /^(?:`+|~+)/.exec(file.text.slice(start, start + 200))?.[0] ?? '```';
    report(
      syntaxProblem(
        file,
        rangeAt(file, start, start + marks.length),
        hasNext
          ? 'The code block that opens here is not closed before the next one opens.'
          : 'The code block that opens here is never closed.',
        `End it with a line of ${marks}, indented like its first one.`,
      ),
    );
    // All that is wrong with the text in it is that it is no code.
    return { kind: 'static', lang: 'text', code: node.value, listing: plainListing, open: true };
  }
  if (fence.language === 'output') {
    if (before) {
      const output = {
        block: before.id,
        code: sliceOfCode(file, node),
        captured: fence.captured,
        after: fence.after,
        partner: fence.partner,
        fence: fence.range,
      };
      return { kind: 'output', output };
    }
    problem(
      'guide/misplaced-output',
      'This output does not stand right after a block of commands.',
      'Move it there, or show it as `text`.',
    );
    return { kind: 'static', lang: 'text', code: node.value, listing: plainListing };
  }
  const dialect = fence.language;
  if (!isDialectId(dialect)) {
    return { kind: 'static', lang: dialect, code: node.value, listing: fence.listing };
  }
  if (context.needsStep && step === undefined && fence.role !== 'example') {
    problem(
      'guide/block-outside-step',
      'This block of commands stands before the first step.',
      'Put a heading with a step number above it, or mark the block `example because="…"`.',
    );
  }
  return { kind: 'command', block: blockOf(node, fence, dialect, context) };
}

/** Whether the line that opens a next block stands in this one: a line of marks with a language closes nothing. */
function hasFence({ value }: Code): boolean {
  const language = /^[ \t]*(?:`{3,}|~{3,})[ \t]*([a-z][\w-]*)/im.exec(value)?.[1];
  return language !== undefined && (isKnownLanguage(language) || translateLanguage(language) !== undefined);
}

function blockOf(
  node: Code,
  fence: Fence,
  dialect: Block['dialect'],
  { file, nextId, step, report }: CodeContext,
): Block {
  const { on, platform, role, because, cannotUndo, allow, range, meta, listing } = fence;
  return {
    id: nextId,
    dialect,
    on,
    platform,
    role,
    because,
    cannotUndo,
    allow: allow === undefined ? [] : readAllowances(file, allow, meta['allow'] ?? range, report),
    step,
    code: sliceOfCode(file, node),
    fence: range,
    meta,
    listing,
  };
}

/**
 * The text of a node without marks, for titles, anchors and counting; code blocks and expressions have none. `own`: what a node within says
 * instead.
 */
export function plainText(node: Nodes, own?: (node: Nodes) => string | undefined): string {
  const said = own?.(node);
  if (said !== undefined) return said;
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'formula') return node.tex;
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  return node.children.map((child) => plainText(child, own)).join(isBlockParent(node) ? ' ' : '');
}

function isBlockParent(node: Nodes): boolean {
  if (node.type === 'htmlElement') return !isPhrasing(node);
  return ![
    'paragraph',
    'heading',
    'emphasis',
    'strong',
    'delete',
    'link',
    'linkReference',
    'mdxJsxTextElement',
    'tableCell',
    'definitionTerm',
  ].includes(node.type);
}
