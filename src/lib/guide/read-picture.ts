import type { Definition, Image, ImageReference } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { JsxElement, Report } from './component-props.ts';
import { rangeOfName } from './component-props.ts';
import type { Reference } from './guide.ts';
import { rangeOf } from './node-range.ts';
import type { AstraySource, SourceKind } from './picture-source.ts';
import { resolvePicture } from './picture-source.ts';
import type { Tag } from './read-component.ts';
import { diagnose } from './rules.ts';

/** A picture in Markdown: `![alt](./rack.jpg "caption")`. */
export type MarkdownImage = Image | ImageReference;

/** A picture of the body, with what is said of it. */
export interface ShownPicture {
  /** Of the content's pictures, as `resolvePicture` makes it. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string | undefined;
}

/** Reads an image of Markdown; without a picture where it is none of the content. `definition` is what `![alt][name]` refers to. */
export function readImage(
  file: SourceFile,
  node: MarkdownImage,
  definition: Definition | undefined,
  report: Report,
): { readonly picture?: ShownPicture; readonly reference: Reference | undefined } {
  const { url, title } = node.type === 'image' ? node : (definition ?? { url: '', title: undefined });
  const alt = node.alt?.trim() ?? '';
  const whole = rangeOf(file, node);
  if (alt === '')
    report(altProblem(file, whole, 'The picture has no text in its place.', `![what is to be seen](${url})`));
  const range = rangeOfText(file, whole, url);
  const source = resolvePicture(file.path, url);
  if ('problem' in source)
    return { reference: referenceAstray(file, range, source, isAt(file, range, url), report) };
  const picture = { src: source.key, alt, caption: title?.trim() || undefined };
  return { picture, reference: { kind: 'figure', name: source.key, range } };
}

/** Reads what a `Figure` shows; its `src` is the picture's key then. */
export function readFigureTag(
  file: SourceFile,
  node: JsxElement,
  tag: Extract<Tag, { kind: 'component' }>,
  report: Report,
): { readonly tag: Tag; readonly references: readonly Reference[] } {
  const { src, alt, decorative } = tag.props;
  const text = String(alt ?? '').trim();
  const name = rangeOfName(file, node);
  if (text === '' && decorative !== true)
    report(
      altProblem(file, name, '<Figure> has no text in the place of its picture.', 'alt="what is to be seen"'),
    );
  if (text !== '' && decorative === true)
    report(altProblem(file, name, '<Figure> is decorative and has a text all the same.', 'alt=""'));
  const reference = readSourceProp(
    file,
    node,
    { prop: 'src', written: String(src), kind: undefined },
    report,
  );
  if (!reference || reference.astray)
    return { tag: { kind: 'refused' }, references: reference ? [reference] : [] };
  const props = { ...tag.props, src: reference.name, alt: text };
  return { tag: { ...tag, props }, references: [reference] };
}

/** What a prop names, a picture where no other kind is given; undefined, and reported, where it is nothing of the content. */
export function readSourceProp(
  file: SourceFile,
  node: JsxElement,
  {
    prop,
    written,
    kind,
  }: { readonly prop: string; readonly written: string; readonly kind: SourceKind | undefined },
  report: Report,
): Reference | undefined {
  const range = rangeOfText(file, rangeOfProp(file, node, prop) ?? rangeOfName(file, node), written);
  const source = resolvePicture(file.path, written, kind);
  if ('problem' in source) return referenceAstray(file, range, source, isAt(file, range, written), report);
  return { kind: 'figure', name: source.key, range };
}

/** What is named by a path that leads to no picture: told at once, or where the content is known if one of that name may lie beside. */
export function referenceAstray(
  file: SourceFile,
  range: Range,
  { problem, hint, beside }: AstraySource,
  isPath: boolean,
  report: Report,
): Reference | undefined {
  if (!beside) {
    report(sourceProblem(file, range, problem, hint));
    return undefined;
  }
  return { kind: 'figure', name: beside.key, range, astray: { problem, hint, path: beside.path, isPath } };
}

function isAt({ text }: SourceFile, { start, end }: Range, written: string): boolean {
  return text.slice(start.offset, end.offset) === written;
}

function altProblem(file: SourceFile, range: Range, message: string, example: string): Diagnostic {
  return diagnose({
    rule: 'guide/alt-text',
    file,
    range,
    message,
    hint: `Say what is to be seen, for those who do not see it: \`${example}\`. Only a picture that says nothing is left without: \`<Figure src="…" alt="" decorative />\`.`,
  });
}

/** `path`: that of the picture that was meant, where it is there. */
export function sourceProblem(
  file: SourceFile,
  range: Range,
  message: string,
  hint: string,
  path?: string,
): Diagnostic {
  const diagnostic = diagnose({ rule: 'guide/image', file, range, message, hint });
  if (path === undefined) return diagnostic;
  const edits = [{ start: range.start.offset, end: range.end.offset, text: path }];
  return { ...diagnostic, fix: { title: `Write ${path}`, safety: 'safe', edits } };
}

function rangeOfProp(file: SourceFile, node: JsxElement, prop: string): Range | undefined {
  const attribute = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === prop);
  return attribute && rangeOf(file, attribute);
}

/** Of the last time that a text stands in a range; all of it where it is written in another way. */
function rangeOfText(file: SourceFile, within: Range, text: string): Range {
  const written = file.text.slice(within.start.offset, within.end.offset);
  const at = text === '' ? -1 : written.lastIndexOf(text);
  if (at < 0) return within;
  const start = within.start.offset + at;
  return rangeAt(file, start, start + text.length);
}
