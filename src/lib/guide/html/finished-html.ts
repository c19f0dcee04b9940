// What a parser of HTML has begun at the end of a piece, it goes on with in the next, over all that Markdown has made between them. The
// states: https://html.spec.whatwg.org/multipage/parsing.html#tokenization

/** What holds text alone, up to its own closing tag. */
const textAlone = /^(?:script|style|textarea|title|iframe|noembed|noframes|xmp)$/;

/** Where a piece of HTML begins a tag, a comment or the like that it does not end; undefined where all of it ends. */
export function unfinishedAt(html: string): number | undefined {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const end = endOfPiece(html, at);
    if (end < 0) return at;
    const name = /^<([a-z]+)/i.exec(html.slice(at, end))?.[1]?.toLowerCase() ?? '';
    if (!textAlone.test(name)) at = end;
    else {
      const close = html.slice(end).search(new RegExp(`</${name}[\\s/>]`, 'i'));
      // Whatever follows is its text.
      if (close < 0) return undefined;
      at = end + close;
    }
  }
  return undefined;
}

/** Without what it does not end. */
export function finishedHtml(html: string): string {
  return html.slice(0, unfinishedAt(html));
}

/** Behind the piece that begins at an offset; -1 where it does not end. */
function endOfPiece(html: string, at: number): number {
  if (/^<\/?[a-z]/i.test(html.slice(at, at + 3))) return endOfTag(html, at);
  if (html.startsWith('<!--', at)) {
    // `<!-->` and `<!--->` are whole.
    if (/^<!---?>/.test(html.slice(at, at + 6))) return html.indexOf('>', at) + 1;
    const ends = ['-->', '--!>'].map((mark) => [html.indexOf(mark, at + 4), mark.length] as const);
    const [first] = ends.filter(([found]) => found >= 0).sort(([a], [b]) => a - b);
    return first ? first[0] + first[1] : -1;
  }
  // What is no HTML ends with the first bracket.
  if (/^<[!?/]/.test(html.slice(at, at + 2))) return html.indexOf('>', at) + 1 || -1;
  return html.length === at + 1 ? -1 : at + 1;
}

/** Brackets in the quoted value of an attribute end no tag. */
function endOfTag(html: string, at: number): number {
  const mark = /=[\t\n\f\r ]*(["'])|>/g;
  mark.lastIndex = at;
  for (let match = mark.exec(html); match; match = mark.exec(html)) {
    if (match[1] === undefined) return mark.lastIndex;
    const close = html.indexOf(match[1], mark.lastIndex);
    if (close < 0) return -1;
    mark.lastIndex = close + 1;
  }
  return -1;
}
