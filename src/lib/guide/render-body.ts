import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type {
  FootnoteReference,
  Image,
  ImageReference,
  List,
  Nodes,
  Paragraph,
  Parents,
  Root,
  RootContent,
  Text,
} from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Position } from 'unist';
import { defaultHandlers, toHast } from 'mdast-util-to-hast';
import type { DefinitionDetailsNode } from './extensions/definition-lists.ts';
import type { AsideKind } from './extensions/aside-kinds.ts';
import { asideLabel } from './extensions/aside-kinds.ts';
import type { MathNode } from './extensions/math-node.ts';
import { labelsOf, tabProps } from './extensions/tabs.ts';
import type { ComponentCall, Passage, Segment } from './guide.ts';
import type { CallNode, MarkNode } from './hast-nodes.ts';
import { call, element, settleCells } from './hast-nodes.ts';
import { isOfEmbed } from './html/embed.ts';
import type { HtmlElement } from './html/html-element.ts';
import { withPrefix } from './html/own-ids.ts';
import { renderElement } from './html/render-element.ts';
import { inlineCode } from './inline-code.ts';
import { literalOf } from './read-expression.ts';
import type { JsxElement } from './component-props.ts';
import type { Tag } from './read-component.ts';
import type { MarkdownImage } from './read-picture.ts';
import { readStepMark } from './step-mark.ts';
import type { DocumentModel } from './document-model.ts';
import { fromRoot } from './links.ts';
import { isExternalUrl, isSafeUrl } from './urls.ts';

/** The body, under a name that mdast-util-to-hast does not look for definitions in: the model has them. */
interface BodyNode {
  type: 'body';
  position?: undefined;
  blocks: RootContent[];
}

/** A note, put after the block that first refers to it. */
interface NoteNode {
  type: 'note';
  position?: Position;
  number: number;
  children: Nodes[];
}

declare module 'mdast' {
  interface RootContentMap {
    body: BodyNode;
    note: NoteNode;
  }
}

export interface RenderedBody {
  readonly body: readonly Segment[];
  readonly excerpt: readonly Segment[] | undefined;
}

/** The page's body as segments, from the analyzed tree; `address` is the post's own. */
export function renderBody(root: Root, model: DocumentModel, address: string): RenderedBody {
  const notes = placeNotes(root, model);
  const tree = toHast(
    { type: 'body', blocks: notes.children },
    { handlers: handlersFor(model, notes.marks, address) },
  );
  const writer = createWriter();
  const children = tree.type === 'root' ? tree.children : [tree];
  let excerpt: Segment[] | undefined;
  for (const child of children) {
    if (child.type === 'excerptMark') excerpt = writer.segments();
    else writer.write(child as ElementContent);
  }
  return { body: writer.segments(), excerpt };
}

interface NoteMark {
  readonly number: number;
  /** The first reference to a note is what the note links back to. */
  readonly id: string;
}

/** Puts every note after the top-level block with the first reference to it, and numbers notes in the order of reading. */
function placeNotes(root: Root, { notes }: DocumentModel) {
  const marks = new Map<FootnoteReference, NoteMark>();
  if (notes.size === 0) return { children: root.children, marks };
  const numbers = new Map<string, { number: number; references: number }>();
  const children: RootContent[] = [];
  for (const block of root.children) {
    if (block.type === 'footnoteDefinition') continue;
    children.push(block);
    const open: Nodes[] = [block];
    const referring: Nodes[] = [];
    for (let node = open.pop(); node; node = open.pop() ?? referring.shift()) {
      if (node.type === 'footnoteReference') {
        const { identifier } = node;
        const known = numbers.get(identifier);
        const entry = known ?? { number: numbers.size + 1, references: 0 };
        entry.references++;
        const id = `note-ref-${entry.number}${entry.references > 1 ? `-${entry.references}` : ''}`;
        marks.set(node, { number: entry.number, id });
        const definition = notes.get(identifier);
        if (!known && definition) {
          numbers.set(identifier, entry);
          children.push({ type: 'note', number: entry.number, children: definition.children });
          // A note may refer to further ones; they come after it.
          referring.push(definition);
        }
      } else if ('children' in node) for (const item of node.children.toReversed()) open.push(item);
    }
  }
  return { children, marks };
}

function handlersFor(
  model: DocumentModel,
  marks: ReadonlyMap<FootnoteReference, NoteMark>,
  address: string,
): Handlers {
  const link = (
    element: ElementContent | ElementContent[] | undefined,
  ): ElementContent | ElementContent[] | undefined => {
    if (!element || Array.isArray(element) || element.type !== 'element') return element;
    const href = String(element.properties['href'] ?? '');
    if (!isSafeUrl(href)) return element.children;
    if (isExternalUrl(href)) element.properties['rel'] = ['noopener'];
    // Lists show the beginnings of posts at other addresses.
    else element.properties['href'] = fromRoot(withPrefix(href, model.ids), address);
    return element;
  };
  const outputMarks = marksOfOutputs(model);
  const jsx = (state: State, node: JsxElement): ElementContent | ElementContent[] | undefined => {
    const tag = model.tags.get(node);
    const children = state.all(node) as ElementContent[];
    if (outputMarks.shown.has(node)) return undefined;
    if (!tag || tag.kind === 'refused') return children;
    return call(tag.name, { ...tag.props, ...addedProps(tag, node, model) }, children);
  };
  const picture = (node: MarkdownImage): ElementContent | undefined => {
    const shown = model.pictures.get(node);
    if (!shown) return undefined;
    const { src, alt, caption } = shown;
    return call('Picture', { src, alt, ...(caption === undefined ? {} : { title: caption }) });
  };
  const expression = (_state: State, node: { readonly value: string }): ElementContent | undefined => {
    if (node === model.excerptMark) return { type: 'excerptMark' };
    const literal = literalOf(node.value);
    return literal === undefined || typeof literal === 'boolean'
      ? undefined
      : { type: 'text', value: String(literal) };
  };
  return {
    body(state: State, { blocks }: BodyNode) {
      for (const [identifier, definition] of model.definitions)
        state.definitionById.set(identifier.toUpperCase(), definition);
      return state.wrap(state.all({ type: 'root', children: blocks }), false) as ElementContent[];
    },
    code(_state: State, node: Extract<Nodes, { type: 'code' }>) {
      const code = model.codes.get(node);
      if (code?.kind === 'command') {
        const mark = outputMarks.byBlock.get(code.block.id);
        return call('CommandBlock', {
          block: code.block.id,
          ...(mark && { outputOf: mark.of, outputId: mark.id }),
        });
      }
      if (code?.kind === 'static') {
        const { title, numbers, marks, lang } = code.listing;
        const shown = { title, numbers, ...marks, syntax: lang };
        const given = Object.entries(shown).filter(([, value]) => value !== undefined);
        return call('StaticBlock', {
          lang: code.lang,
          code: code.code.replace(/\r\n?/g, '\n'),
          ...(Object.fromEntries(given) as Readonly<Record<string, string | number>>),
        });
      }
      return undefined;
    },
    inlineCode,
    heading(state: State, node: Extract<Nodes, { type: 'heading' }>) {
      const entry = model.anchors.get(node);
      const children = state.all(node) as ElementContent[];
      if (!entry) return element('h2', {}, children);
      const { depth, anchor, step } = entry;
      if (!step) return element(`h${depth}`, { id: anchor }, children);
      const number = element('a', { className: ['no'], href: `#${anchor}` }, [{ type: 'text', value: step }]);
      return element(`h${depth}`, { className: ['step'], id: anchor }, [
        number,
        { type: 'text', value: ' ' },
        ...withoutMark(children),
      ]);
    },
    table(state: State, node: Extract<Nodes, { type: 'table' }>) {
      const table = defaultHandlers.table(state, node);
      settleCells(table);
      return call('Table', {}, [table]);
    },
    listItem(state: State, node: Extract<Nodes, { type: 'listItem' }>, around: Parents | undefined) {
      const list = around?.type === 'list' ? around : undefined;
      // The library looks through the whole list for every item.
      const parent: List | undefined = list && { type: 'list', spread: isLoose(list), children: [] };
      if (typeof node.checked !== 'boolean') return defaultHandlers.listItem(state, node, parent);
      // A box that cannot be ticked is no form field; it is a sign.
      const [first, ...rest] = node.children;
      const sign: Text = { type: 'text', value: node.checked ? '☑ ' : '☐ ' };
      const children =
        first?.type === 'paragraph'
          ? [{ ...first, children: [sign, ...first.children] }, ...rest]
          : node.children;
      const item = defaultHandlers.listItem(state, { ...node, checked: null, children }, parent);
      item.properties['className'] = ['task'];
      return item;
    },
    link: (state: State, node: Extract<Nodes, { type: 'link' }>) => link(defaultHandlers.link(state, node)),
    linkReference: (state: State, node: Extract<Nodes, { type: 'linkReference' }>) =>
      link(defaultHandlers.linkReference(state, node) as ElementContent | ElementContent[]),
    footnoteReference(_state: State, node: FootnoteReference) {
      const mark = marks.get(node);
      if (!mark) return undefined;
      const anchor = element('a', { href: `#note-${mark.number}`, id: mark.id }, [
        { type: 'text', value: String(mark.number) },
      ]);
      return element('sup', { className: ['note-ref'] }, [anchor]);
    },
    note: (state: State, node: NoteNode) =>
      call(
        'Note',
        { number: node.number, id: `note-${node.number}` },
        state.wrap(state.all(node as never), false) as ElementContent[],
      ),
    footnoteDefinition: () => undefined,
    paragraph(state: State, node: Paragraph) {
      const figures = imagesOf(node).flatMap((image) => model.pictures.get(image) ?? []);
      if (figures.length === 0) {
        const shown = defaultHandlers.paragraph(state, node);
        if (isCard(node)) shown.properties['className'] = ['link-card'];
        return shown;
      }
      return figures.map(({ src, alt, caption }) =>
        call('Figure', { src, alt, ...(caption === undefined ? {} : { caption }) }),
      );
    },
    image: (_state: State, node: Image) => picture(node),
    imageReference: (_state: State, node: ImageReference) => picture(node),
    formula: (_state: State, { tex, display, mathml }: MathNode) => call('Formula', { tex, display, mathml }),
    definitionList: (state: State, node: Nodes) => element('dl', {}, state.all(node) as ElementContent[]),
    definitionTerm: (state: State, node: Nodes) => element('dt', {}, state.all(node) as ElementContent[]),
    definitionDetails(state: State, node: DefinitionDetailsNode) {
      const [only, ...more] = node.children;
      const words = only?.type === 'paragraph' && more.length === 0 ? only : node;
      return element('dd', {}, state.all(words as Nodes) as ElementContent[]);
    },
    html: () => undefined,
    htmlElement(state: State, node: HtmlElement) {
      return renderElement(node, state.all(node as never) as ElementContent[]);
    },
    yaml: () => undefined,
    mdxjsEsm: () => undefined,
    mdxFlowExpression: expression,
    mdxTextExpression: expression,
    mdxJsxFlowElement: jsx,
    mdxJsxTextElement: jsx,
  };
}

/** What a component is given besides what its author wrote. */
function addedProps(
  { name, props }: Extract<Tag, { kind: 'component' }>,
  node: JsxElement,
  model: DocumentModel,
): ComponentCall['props'] {
  if (name === 'Correction') return correctionProps(node, model);
  if (name === 'Aside' && props['kind'] !== undefined)
    return { label: asideLabel(props['kind'] as AsideKind) };
  const group = model.tabs.get(node);
  if (name === 'SyncTabs') return { labels: labelsOf(node) };
  if (name === 'Tab' && group) return { ...tabProps(node, group) };
  return {};
}

function correctionProps(node: JsxElement, { corrected }: DocumentModel): ComponentCall['props'] {
  const block = node.type === 'mdxJsxFlowElement';
  const { kind, comment } = corrected.get(node) ?? {};
  return { block, ...(kind === 'code' && { code: true }), ...(comment !== undefined && { comment }) };
}

/** Passages that hold nothing but what a device prints: it is shown with the block that it is printed for, and so is its mark. */
function marksOfOutputs({ corrected, codes }: DocumentModel) {
  const byBlock = new Map<string, Passage>();
  const shown = new Set<JsxElement>();
  for (const [node, passage] of corrected) {
    const [only, ...more] = (node.children as readonly Nodes[]).filter(
      ({ type }) => type !== 'mdxFlowExpression',
    );
    const code = only?.type === 'code' && more.length === 0 ? codes.get(only) : undefined;
    if (code?.kind !== 'output') continue;
    byBlock.set(code.output.block, passage);
    shown.add(node);
  }
  return { byBlock, shown };
}

/** A link to what others embed, alone in its paragraph. */
function isCard({ children }: Paragraph): boolean {
  const [link, ...more] = children;
  return link?.type === 'link' && more.length === 0 && isOfEmbed(link.url);
}

/** The images of a paragraph that has nothing else; none where it has. */
function imagesOf({ children }: Paragraph): MarkdownImage[] {
  const isBlank = (node: Nodes) =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const others = children.filter((node) => !isBlank(node));
  const images = others.filter((node) => node.type === 'image' || node.type === 'imageReference');
  return images.length === others.length ? images : [];
}

/** A step's heading without its number. */
function withoutMark(children: ElementContent[]): ElementContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return children;
  const mark = readStepMark(first.value);
  if (!mark) return children;
  const title = first.value.slice(mark.written.length).replace(/^\.?\s*/, '');
  return [{ type: 'text', value: title }, ...rest];
}

/** Collects HTML as strings and calls between them. */
function createWriter() {
  const done: Segment[] = [];
  let html = '';
  const write = (node: ElementContent): void => {
    if (node.type === 'call') {
      if (html) done.push(html);
      html = '';
      const inner = createWriter();
      node.children.forEach(inner.write);
      done.push({ component: node.component, props: node.props, children: inner.segments() });
    } else if (node.type === 'element' && hasCall(node)) {
      const shell = toHtml({ ...node, children: [] });
      const closing = `</${node.tagName}>`;
      html += shell.slice(0, -closing.length);
      node.children.forEach(write);
      html += closing;
    } else if (node.type !== 'excerptMark')
      html += toHtml(node as Exclude<HastRoot['children'][number], CallNode | MarkNode>);
  };
  return { write, segments: (): Segment[] => (html ? [...done, html] : [...done]) };
}

const looseness = new WeakMap<List, boolean>();

/** Whether blank lines stand between or in the items of a list, so that they are paragraphs. */
function isLoose(list: List): boolean {
  let loose = looseness.get(list);
  if (loose === undefined) {
    loose =
      list.spread === true || list.children.some(({ spread, children }) => spread ?? children.length > 1);
    looseness.set(list, loose);
  }
  return loose;
}

/** The nesting of a post has a limit, so that looking again at every depth costs little. */
function hasCall({ children }: Element): boolean {
  return children.some((child) => child.type === 'call' || (child.type === 'element' && hasCall(child)));
}
