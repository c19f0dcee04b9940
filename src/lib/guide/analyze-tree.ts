import GithubSlugger from 'github-slugger';
import type {
  Code,
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Nodes,
  Parents,
  Root,
} from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from './rules.ts';
import type { GuideRuleId } from './rules.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { blockTags, inlineComponents, parentComponents } from './components.ts';
import type { Block, Heading as HeadingEntry, Output, Passage, Reference, Step } from './guide.ts';
import { maxColumns } from './limits.ts';
import { rangeOf } from './parse-mdx.ts';
import type { CodeBlock } from './read-code.ts';
import { plainText, readCode } from './read-code.ts';
import type { JsxElement, Tag } from './read-component.ts';
import { readTag } from './read-component.ts';
import { commentOf, literalOf } from './read-expression.ts';
import { referencesOf } from './references.ts';
import { anchorOfStep, readStepMark } from './steps.ts';
import { valueHint } from './syntax-error.ts';
import { isSafeUrl } from './urls.ts';

/** Everything found on one walk through the tree, in the order of the text; the page is made from the same tree and these. */
export interface DocumentModel {
  readonly steps: readonly Step[];
  readonly blocks: readonly Block[];
  readonly outputs: readonly Output[];
  readonly headings: readonly HeadingEntry[];
  readonly passages: readonly Passage[];
  readonly references: readonly Reference[];
  readonly codes: ReadonlyMap<Code, CodeBlock>;
  readonly tags: ReadonlyMap<JsxElement, Tag>;
  readonly anchors: ReadonlyMap<Heading, HeadingEntry>;
  /** By identifier, as all further ones: the first of several holds. */
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly excerptMark: Nodes | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Walks the tree once. Tags that stand alone on their lines become blocks of it on the way. */
export function analyzeTree(file: SourceFile, root: Root, isLabwork: boolean): DocumentModel {
  const diagnostics: Diagnostic[] = [];
  const steps: Step[] = [];
  const blocks: Block[] = [];
  const outputs: Output[] = [];
  const passages: Passage[] = [];
  const references: Reference[] = [];
  const codes = new Map<Code, CodeBlock>();
  const tags = new Map<JsxElement, Tag>();
  const headings: { node: Heading; step: Step | undefined; text: string }[] = [];
  const notes = new Map<string, FootnoteDefinition>();
  const definitions = new Map<string, Definition>();
  const noteMarks: FootnoteReference[] = [];
  let excerptMark: Nodes | undefined;

  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const tell = (rule: GuideRuleId, range: Range, message: string, hint: string) =>
    report(diagnose({ rule, file, range, message, hint }));

  const walkChildren = (parent: Parents) => {
    for (let index = 0; index < parent.children.length; index++) {
      const replaced = settleTags(file, parent.children[index]!, report);
      if (replaced) (parent.children as Nodes[]).splice(index, 1, ...replaced);
      const node = parent.children[index];
      if (node) walk(node, parent, parent.children[index - 1]);
    }
  };

  const walk = (node: Nodes, parent: Parents, before: Nodes | undefined): void => {
    switch (node.type) {
      case 'code': {
        const last = before?.type === 'code' ? codes.get(before) : undefined;
        const code = readCode(node, {
          file,
          nextId: `block-${blocks.length + 1}`,
          step: steps.at(-1)?.id,
          needsStep: isLabwork,
          before: last?.kind === 'command' ? last.block : undefined,
          report,
        });
        codes.set(node, code);
        if (code.kind === 'command') blocks.push(code.block);
        if (code.kind === 'output') outputs.push(code.output);
        return;
      }
      case 'heading':
        headings.push(readHeading(node, parent));
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const tag = readTag(file, node, report);
        tags.set(node, tag);
        if (tag.kind === 'component') {
          checkPlace(node, tag.name, parent);
          references.push(...referencesOf(file, tag.name, node));
        }
        if (tag.kind === 'component' && tag.name === 'Correction') {
          const { of, id } = tag.props;
          const text = plainText(node).replace(/\s+/g, ' ').trim();
          passages.push({ of: String(of), id: String(id), text, range: rangeOf(file, node) });
        }
        break;
      }
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        readExpression(node, parent);
        return;
      case 'mdxjsEsm':
        tell(
          'guide/import-export',
          rangeOf(file, node),
          'A post neither imports nor exports.',
          'Remove the line: components are known by their names, and data belongs into the front matter.',
        );
        return;
      case 'image':
      case 'imageReference':
        tell(
          'guide/image',
          rangeOf(file, node),
          'A picture in Markdown brackets has neither size nor caption.',
          'Put it into src/content/figures and write <Figure src="name" alt="…" caption="…" />.',
        );
        return;
      case 'link':
      case 'definition':
        if (node.type === 'definition' && !definitions.has(node.identifier))
          definitions.set(node.identifier, node);
        if (!isSafeUrl(node.url)) {
          tell(
            'guide/unsafe-link',
            rangeOf(file, node),
            `“${node.url.slice(0, 60)}” is no address that a post may link to.`,
            'Link to http, https or mailto addresses, to a path of this site, or to an #anchor.',
          );
        }
        break;
      case 'table': {
        const columns = node.align?.length ?? 0;
        if (columns <= maxColumns) break;
        tell(
          'guide/mdx-syntax',
          rangeOf(file, node.children[0] ?? node),
          `The table has ${columns} columns; at most ${maxColumns} are read.`,
          'Turn rows into columns, or split the table.',
        );
        node.children = [];
        break;
      }
      case 'footnoteDefinition':
        if (!notes.has(node.identifier)) notes.set(node.identifier, node);
        break;
      case 'footnoteReference':
        noteMarks.push(node);
        return;
      default:
    }
    if ('children' in node) walkChildren(node);
  };

  const readHeading = (node: Heading, parent: Parents) => {
    const text = plainText(node).replace(/\s+/g, ' ').trim();
    const first = node.children[0];
    const mark = isLabwork && first?.type === 'text' ? readStepMark(first.value) : undefined;
    const range = rangeOf(file, node);
    if (node.depth === 1) {
      tell(
        'guide/heading',
        range,
        'A heading of the first level stands in the body.',
        'The title is the only one; begin with `##`.',
      );
    }
    if (!mark || first?.type !== 'text') return { node, step: undefined, text };
    const at = first.position?.start.offset ?? range.start.offset;
    const place = rangeAt(file, at, at + mark.written.length);
    const id = `${mark.labwork}:${mark.number}`;
    const title = text.slice(mark.written.length).replace(/^\.?\s*/, '');
    if (parent !== root) {
      tell(
        'guide/step-number',
        place,
        `Step ${id} opens inside another block.`,
        'A step begins with a heading at the edge of the page.',
      );
      return { node, step: undefined, text };
    }
    if (mark.written !== id) {
      tell(
        'guide/step-number',
        place,
        `The step is numbered ${mark.written}.`,
        `Write ${id}, without zeros before the number.`,
      );
    } else if (title === '') {
      tell('guide/step-number', place, `Step ${id} has no title.`, 'Say in the heading what the step does.');
    }
    const { labwork, number } = mark;
    const step: Step = { id, labwork, number, title, anchor: anchorOfStep(mark), range: place };
    steps.push(step);
    return { node, step, text: title };
  };

  const checkPlace = (
    node: JsxElement,
    name: Extract<Tag, { kind: 'component' }>['name'],
    parent: Parents,
  ) => {
    const start = node.position?.start.offset ?? 0;
    const range = rangeAt(file, start, start + 1 + name.length);
    if (node.type === 'mdxJsxTextElement' && !inlineComponents.includes(name)) {
      tell(
        'guide/component-props',
        range,
        `<${name}> stands within a line of text.`,
        'Put it on lines of its own, with a blank line before and after.',
      );
    } else if (node.children.length > 0 && !parentComponents.includes(name)) {
      tell('guide/component-props', range, `<${name}> has no content between tags.`, `Write <${name} … />.`);
    } else if (node.children.length === 0 && parentComponents.includes(name)) {
      tell(
        'guide/component-props',
        range,
        `<${name}> is empty.`,
        `Put what belongs to it between <${name}> and </${name}>.`,
      );
    } else if (parent.type === 'heading' && name !== 'Value') {
      tell('guide/component-props', range, `<${name}> stands in a heading.`, 'Put it below.');
    }
  };

  const readExpression = (
    node: Extract<Nodes, { type: 'mdxFlowExpression' | 'mdxTextExpression' }>,
    parent: Parents,
  ) => {
    const range = rangeOf(file, node);
    const comment = commentOf(node.value);
    if (comment !== undefined) {
      if (comment !== 'more') return;
      if (parent === root && !excerptMark) excerptMark = node;
      else {
        tell(
          'guide/expression',
          range,
          excerptMark
            ? 'The excerpt is marked twice.'
            : 'The excerpt mark stands inside a paragraph or block.',
          'Write `{/* more */}` once, on a line of its own between two paragraphs.',
        );
      }
      return;
    }
    if (literalOf(node.value) !== undefined) return;
    const value = /^\{\s*([\w.-]+)\s*\}$/.exec(node.value.trim())?.[1];
    if (value !== undefined) {
      const { start, end } = range;
      report(
        diagnose({
          rule: 'guide/expression',
          file,
          range,
          message: `{{${value}}} is filled in only inside code blocks.`,
          hint: valueHint(value),
          fix: {
            title: `Write <Value of="${value}" />`,
            safety: 'safe',
            edits: [{ start: start.offset, end: end.offset, text: `<Value of="${value}" />` }],
          },
        }),
      );
      return;
    }
    tell(
      'guide/expression',
      range,
      node.value.trim() === ''
        ? 'Empty braces are not shown.'
        : 'Braces hold a program here, and nothing in a post is run.',
      'Braces in prose need backslashes, `\\{`, or code marks; a comment is `{/* … */}`.',
    );
  };

  walkChildren(root);
  checkFootnotes(file, noteMarks, notes, report);
  const anchors = anchorHeadings(headings, blocks.length, notes.size);
  return {
    steps,
    blocks,
    outputs,
    headings: headings.map(({ node }) => anchors.get(node)!),
    passages,
    references,
    codes,
    tags,
    anchors,
    notes,
    definitions,
    excerptMark,
    diagnostics,
  };
}

/**
 * Tags alone on a line arrive as a paragraph; what is a block comes out of it. A tag of inline text that stands on lines of its
 * own arrives as a block; it goes into a paragraph. Undefined where the node stays as it is.
 */
function settleTags(
  file: SourceFile,
  node: Nodes,
  report: (diagnostic: Diagnostic) => void,
): Nodes[] | undefined {
  if (node.type === 'paragraph') {
    const tags = node.children.filter((child) => child.type === 'mdxJsxTextElement');
    const others = node.children.filter((child) => child.type !== 'mdxJsxTextElement');
    const alone =
      tags.length > 0 &&
      tags.every(({ name }) => name !== null && !isInline(name)) &&
      others.every((child) => child.type === 'text' && child.value.trim() === '');
    if (!alone) return undefined;
    return tags.map((tag): Nodes => {
      const { children, ...rest } = tag;
      const phrasing = children.length === 0 || tag.name === 'summary';
      const position = tag.position ?? node.position;
      return {
        ...rest,
        type: 'mdxJsxFlowElement',
        // `summary` holds text, not paragraphs; it is the one block that does.
        children: phrasing
          ? (children as never[])
          : [{ type: 'paragraph', children, ...(position && { position }) }],
      };
    });
  }
  if (node.type !== 'mdxJsxFlowElement' || node.name === null || !isInline(node.name)) return undefined;
  if (node.name === 'Correction') return undefined;
  const [only, ...more] = node.children;
  if (more.length > 0 || (only && only.type !== 'paragraph')) {
    report(
      diagnose({
        rule: 'guide/component-props',
        file,
        range: rangeAt(
          file,
          node.position?.start.offset ?? 0,
          (node.position?.start.offset ?? 0) + 1 + node.name.length,
        ),
        message: `<${node.name}> holds whole blocks, but it is for words in a line.`,
        hint: 'Put it around words inside a paragraph.',
      }),
    );
    return node.children.slice();
  }
  const children = only?.type === 'paragraph' ? only.children : [];
  const { position } = node;
  return [
    {
      type: 'paragraph',
      children: [{ ...node, type: 'mdxJsxTextElement', children }],
      ...(position && { position }),
    },
  ];
}

function isInline(name: string): boolean {
  if (/^[a-z]/.test(name)) return !blockTags.includes(name);
  return (inlineComponents as readonly string[]).includes(name);
}

/** A note without a mark in the text would not be on the page. Marks without a note are plain text to the parser. */
function checkFootnotes(
  file: SourceFile,
  references: readonly FootnoteReference[],
  notes: ReadonlyMap<string, FootnoteDefinition>,
  report: (diagnostic: Diagnostic) => void,
): void {
  const used = new Set(references.map(({ identifier }) => identifier));
  for (const [identifier, node] of notes) {
    if (used.has(identifier)) continue;
    const start = node.position?.start.offset ?? 0;
    const label = node.label ?? identifier;
    report(
      diagnose({
        rule: 'guide/footnote',
        file,
        range: rangeAt(file, start, start + label.length + 3),
        message: `Nothing in the text refers to the note [^${label}].`,
        hint: `Put [^${label}] where the note belongs, or remove it.`,
      }),
    );
  }
}

/** Anchors unique on the page: steps have theirs by number, and the ids of notes and blocks are not given to headings. */
function anchorHeadings(
  headings: readonly { node: Heading; step: Step | undefined; text: string }[],
  blocks: number,
  notes: number,
): Map<Heading, HeadingEntry> {
  const slugger = new GithubSlugger();
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
