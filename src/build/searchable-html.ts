/** An element of running text that says nothing but how it looks, without elements in it. */
const plainElement = /<(span|strong|em|code)(?: (?:class|data-prompt)="[^"]*")*>([^<]*)<\/\1>/g;

/**
 * A page without what Pagefind does not look at: its head, and marks of how text looks, which are a third of a page with commands
 * (tokens, and lines of tokens).
 */
export function searchableHtml(html: string): string {
  return html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(plainElement, (_element, _name, content: string) => content)
    .replace(plainElement, (_element, _name, content: string) => content);
}
