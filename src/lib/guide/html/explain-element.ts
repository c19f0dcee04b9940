import type { Nodes } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Range, SourceFile } from '../../source/source-file.ts';
import { rangeAt } from '../../source/source-file.ts';
import { isAuthorComponent } from '../components.ts';
import type { PostFormat } from '../post-place.ts';
import { foreignComponent, unknownTag } from '../read-component.ts';
import { diagnose } from '../rules.ts';
import { placeOfAttribute, rangeOfTag } from './attribute-place.ts';
import { linkInstead } from './embed.ts';
import type { HtmlElement } from './html-element.ts';
import { htmlTags } from './html-schema.ts';

/** What would run, load something from elsewhere, or change the page around it; it goes with all that it holds. */
const active: Readonly<Record<string, string>> = {
  applet: 'Remove it.',
  audio: 'Link to the recording.',
  base: 'Write addresses in full.',
  canvas: 'Show a picture of what is to be seen.',
  embed: 'Show a picture, or link to it.',
  frame: 'Link to the page.',
  frameset: 'Link to the pages.',
  iframe: 'Link to the page that it shows, on a line of its own.',
  link: 'Remove it: the site has its own styles.',
  math: 'Write the formula as text or show it as a picture.',
  meta: 'Put it into the front matter, where there is a field for it.',
  noscript: 'Write what is in it without the tags: all readers see the same.',
  object: 'Show a picture, or link to it.',
  param: 'Remove it.',
  portal: 'Link to the page.',
  script: 'Remove it; show code in a fenced block, and link to what it would load.',
  style: 'Remove it: the site has its own styles.',
  svg: 'Save the drawing as a file beside the post, and show it as a picture: `![what is to be seen](./name.svg)`.',
  template: 'Remove it.',
  video: 'Link to the film.',
};

/** What only changes the look or the outline of a page; its words are kept. */
const withoutEffect: Readonly<Record<string, string>> = {
  aside: 'Write it as a paragraph or a quote.',
  basefont: 'Remove it.',
  big: 'Remove it, or write `**…**`.',
  blink: 'Remove it.',
  center: 'Remove it: the page lays out what is in it.',
  font: 'Remove it, or write `**…**`.',
  footer: 'Remove it.',
  header: 'Remove it.',
  hgroup: 'Remove it.',
  main: 'Remove it.',
  marquee: 'Remove it.',
  nav: 'Remove it: the page lists its sections itself.',
  nobr: 'Remove it.',
  picture: 'Remove it: an `<img>` is shown in several sizes already.',
  source: 'Remove it: pictures are made in several sizes at build.',
};

const forms: ReadonlySet<string> = new Set([
  ...['button', 'datalist', 'dialog', 'fieldset', 'form', 'input', 'label', 'legend', 'meter', 'optgroup'],
  ...['option', 'output', 'progress', 'select', 'textarea'],
]);

/** What becomes of an element that posts do not have. */
export interface Refusal {
  /** Whether what it holds is shown all the same. */
  readonly keepsContent: boolean;
  readonly diagnostic: Diagnostic;
}

export function refuse(file: SourceFile, node: HtmlElement, format: PostFormat): Refusal {
  const { tagName } = node;
  const range = rangeOfTag(file, node);
  const tag = `<${tagName}>`;
  const component = componentOf(file, node);
  if (component !== undefined)
    return { keepsContent: true, diagnostic: componentInHtml(file, range, component) };
  const own = (list: Readonly<Record<string, string>>) =>
    Object.hasOwn(list, tagName) ? list[tagName] : undefined;
  const activeHint = own(active);
  if (activeHint !== undefined) {
    const message = `${tag} is not shown: it would run, load something from elsewhere, or change the page around it.`;
    const fix = linkInstead(file, node);
    const diagnostic = diagnose({ rule: 'guide/active-html', file, range, message, hint: activeHint });
    return { keepsContent: false, diagnostic: fix ? { ...diagnostic, fix } : diagnostic };
  }
  const plainHint = own(withoutEffect);
  if (plainHint !== undefined) {
    const message = `${tag} has no effect: what it holds is shown without it.`;
    return {
      keepsContent: true,
      diagnostic: diagnose({ rule: 'guide/html-without-effect', file, range, message, hint: plainHint }),
    };
  }
  return { keepsContent: true, diagnostic: unknown(file, node, format) };
}

/** The name of a tag that is no HTML but a component: one of ours or of another program, or with a capital within. */
function componentOf(file: SourceFile, node: HtmlElement): string | undefined {
  const name = writtenName(file, node);
  if (!/^[A-Z][\w.]*[a-z]/.test(name)) return undefined;
  const isHtml =
    [active, withoutEffect].some((list) => Object.hasOwn(list, node.tagName)) || forms.has(node.tagName);
  return isAuthorComponent(name) || node.tagName === 'math' || foreignComponent(name) !== undefined || !isHtml
    ? name
    : undefined;
}

/** The name of a tag in the letters that the author has chosen. */
export function writtenName(file: SourceFile, node: HtmlElement): string {
  const { start, end } = rangeOfTag(file, node);
  return file.text.slice(start.offset + 1, end.offset);
}

function componentInHtml(file: SourceFile, range: Range, name: string): Diagnostic {
  const message = `<${name}> is a component, and this post is Markdown with HTML.`;
  return unknownTag(file, range, message, hintInHtml(name));
}

function hintInHtml(name: string): string {
  const forMdx = 'Components are for posts in MDX: let the name of the file end in .mdx.';
  if (isAuthorComponent(name)) return forMdx;
  const hint = foreignComponent(name)?.replace(/<Aside [^>]*>, or /, () => '');
  if (hint === undefined)
    return 'Write in Markdown what it makes; or, if the post is MDX, let the name of the file end in .mdx.';
  // What is to be written may be a component of ours.
  return /<[A-Z]/.test(hint) ? `${hint} ${forMdx}` : hint;
}

function unknown(file: SourceFile, node: HtmlElement, format: PostFormat): Diagnostic {
  const message = `The HTML tag <${node.tagName}> is not used in posts.`;
  return unknownTag(file, rangeOfTag(file, node), message, unknownHint(node.tagName, format));
}

function unknownHint(tagName: string, format: PostFormat): string {
  if (forms.has(tagName)) return 'A page asks its readers nothing: write it as text or as a list.';
  if (tagName === 'pre' && format === 'mdx') return 'Show it in a fenced code block.';
  const near = suggest(tagName, htmlTags);
  if (near) return `Did you mean <${near}>? A \`<\` in prose needs a backslash, \`\\<\`, or code marks.`;
  return `If it is text, write \`\\<${tagName}>\` or put code marks around it; if it is HTML, use Markdown in its place.`;
}

/** An attribute that is not shown, by its name in HTML and the one that it has in JSX. */
export function refuseAttribute(
  file: SourceFile,
  node: HtmlElement,
  { attribute: name, property }: { readonly attribute: string; readonly property: string },
): Diagnostic {
  const place = placeOfAttribute(file, node, name) ?? placeOfAttribute(file, node, property);
  const range = place?.range ?? rangeOfTag(file, node);
  const tag = `<${node.tagName}>`;
  const written = file.text.slice(range.start.offset, range.end.offset);
  const diagnostic = /^on/i.test(name)
    ? diagnose({
        rule: 'guide/active-html',
        file,
        range,
        message: `“${name}” of ${tag} would run a script, and nothing in a post is run.`,
        hint: 'Remove it.',
      })
    : diagnose({
        rule: 'guide/html-without-effect',
        file,
        range,
        message: `“${name}” of ${tag} has no effect here.`,
        hint: hints[name.toLowerCase()] ?? `Remove \`${written.length > 60 ? name : written}\`.`,
      });
  if (!place) return diagnostic;
  return {
    ...diagnostic,
    fix: {
      title: `Remove “${name}”`,
      safety: 'safe',
      edits: [{ start: place.from, end: place.range.end.offset, text: '' }],
    },
  };
}

const hints: Readonly<Record<string, string>> = {
  align: 'Remove it: the page lays out what it shows.',
  class: 'Remove it: the site has its own styles.',
  height: 'Remove it: a picture has its own size, at most the width of the text.',
  style: 'Remove it: the site has its own styles.',
  target: 'Remove it: readers choose where a link opens.',
  width: 'Remove it: the page lays out what it shows.',
};

/** An element that has no place where it stands, or is not whole. */
export function structureProblem(
  file: SourceFile,
  place: Nodes | { readonly start: number; readonly end: number },
  message: string,
  hint: string,
): Diagnostic {
  const range = 'type' in place ? rangeOfTag(file, place) : rangeAt(file, place.start, place.end);
  return diagnose({ rule: 'guide/html-structure', file, range, message, hint });
}
