import { wordsApart } from './words-apart.ts';

/** An element of running text that says nothing but how it looks, without elements in it. */
const plainElement = /<(span|strong|em|code)(?: (?:class|data-prompt)="[^"]*")*>([^<]*)<\/\1>/g;

/** What says the language of a page, and its article, of which alone anything is found. */
const parts =
  /^([\s\S]*?<html\b[^>]*>)([\s\S]*?)(<article [^>]*?\bdata-pagefind-body\b[\s\S]*<\/article>)([\s\S]*)$/;
/** What Pagefind takes for the title or the image of a page wherever it stands, and what is said to it. */
const heeded = /<(?:h1|img)\b|\bdata-pagefind-/;

/**
 * A page without what Pagefind does not look at: what stands around its article, and marks of how text looks, which are a third of a page
 * with commands (tokens, and lines of tokens).
 */
export function searchableHtml(html: string): string {
  return wordsApart(foundIn(html.replace(/<head>[\s\S]*?<\/head>/, '')))
    .replace(plainElement, (_element, _name, content: string) => content)
    .replace(plainElement, (_element, _name, content: string) => content);
}

function foundIn(html: string): string {
  const [, opening = '', before = '', article = html, after = ''] = parts.exec(html) ?? [];
  return heeded.test(before) || heeded.test(after) ? html : opening + article;
}
