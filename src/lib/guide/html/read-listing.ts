import type { Properties } from 'hast';
import type { Nodes } from 'mdast';
import { isDialectId } from '../../platforms/dialects.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { Report } from '../component-props.ts';
import { structureProblem } from './explain-element.ts';
import type { HtmlElement } from './html-element.ts';

/** Reads a `<pre>`: its text counts, and what colours it there is in the text goes. */
export function readListing(file: SourceFile, node: HtmlElement, report: Report): void {
  const lang = languageOf(node.properties) ?? languageOfCode(node) ?? 'text';
  const other = firstOther(node);
  if (other) {
    const message = `<${other.tagName}> stands in a listing, of which the text alone is shown.`;
    report(structureProblem(file, other, message, 'Put it before or after the listing.'));
  }
  if (isDialectId(lang)) {
    const message = 'The commands in this <pre> are not checked.';
    report(structureProblem(file, node, message, `Write them in a fenced block of \`${lang}\`.`));
  }
  const code = textOf(node).replace(/^\r?\n|\s+$/g, () => '');
  node.listing = { lang, code: code.replace(/\r\n?/g, '\n') };
  node.children = [{ type: 'text', value: code }];
}

/** `language-json` and `lang-json` of most programs, `brush: json` and `lang:json` of two that WordPress has, `lang="json"`. */
function languageOf({ className, lang }: Properties): string | undefined {
  const words = Array.isArray(className) ? className.join(' ') : String(className ?? '');
  const found =
    /(?:^|\s)(?:lang(?:uage)?[-:]|brush:\s*)([\w+#-]+)/i.exec(words)?.[1] ??
    (typeof lang === 'string' && lang !== '' ? lang : undefined);
  return found?.toLowerCase();
}

function languageOfCode({ children }: HtmlElement): string | undefined {
  const [only, ...more] = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const isCode = only?.type === 'htmlElement' && only.tagName === 'code' && more.length === 0;
  return isCode ? languageOf(only.properties) : undefined;
}

const marks: ReadonlySet<string> = new Set([
  ...['b', 'br', 'code', 'del', 'div', 'em', 'font', 'i', 'ins', 'kbd', 'mark', 's', 'samp', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'tt', 'u', 'var', 'wbr'],
]);

/** What is more than text, and marks in it. */
function firstOther(node: Nodes): HtmlElement | undefined {
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    if (child.type === 'htmlElement' && !marks.has(child.tagName)) return child;
    const within = firstOther(child);
    if (within) return within;
  }
  return undefined;
}

function textOf(node: Nodes): string {
  if ('value' in node && node.type === 'text') return node.value;
  if (node.type === 'htmlElement' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
