// MDX has no listings that are made by indenting, and a construct may begin at any column (https://mdxjs.com/docs/what-is-mdx/#markdown):
// what stands in components is indented as programs are. Markdown would make listings of it.

/** Lines that are deeper than their place in Markdown allows, and by how many columns. */
interface DeepStretch {
  readonly from: number;
  readonly by: number;
}

const fenceMark = /^(`{3,}|~{3,})(.*)/;
const itemMark = /^(?:[-*+]|\d{1,9}[.)])( +)(?=\S)/;

/** A text of MDX, of which Markdown reads each construct as MDX does: line for line. */
export function withoutDeepIndents(text: string): string {
  const regions: DeepStretch[] = [];
  const items: number[] = [];
  let fence: { readonly mark: string; readonly by: number } | undefined;
  let isPre = false;
  return text
    .split('\n')
    .map((line) => {
      if (fence !== undefined) {
        const own = fence;
        const mark = fenceMark.exec(line.trim());
        if (mark?.[1]?.startsWith(own.mark) && mark[2]!.trim() === '') fence = undefined;
        return shifted(line, own.by);
      }
      if (line.trim() === '') return '';
      // What is preformatted keeps its blanks.
      if (isPre || /<pre\b/i.test(line)) {
        isPre = !/<\/pre\s*>/i.test(line);
        return line;
      }
      const indent = indentOf(line);
      while (regions.length > 0 && indent < regions.at(-1)!.from) regions.pop();
      let by = regions.at(-1)?.by ?? 0;
      while (items.length > 0 && indent - by < items.at(-1)!) items.pop();
      const base = items.at(-1) ?? 0;
      if (indent - by - base >= 4) {
        by = indent - base;
        regions.push({ from: indent, by });
      }
      const made = shifted(line, by);
      const words = made.trimStart();
      const item = itemMark.exec(words);
      if (item) items.push(indent - by + item[0].length);
      const mark = fenceMark.exec(words);
      if (mark && !(mark[1]!.startsWith('`') && mark[2]!.includes('`'))) fence = { mark: mark[1]!, by };
      return made;
    })
    .join('\n');
}

/** Columns before the first word; a tab leads to the next multiple of four. */
function indentOf(line: string): number {
  let column = 0;
  for (const sign of line) {
    if (sign === ' ') column++;
    else if (sign === '\t') column += 4 - (column % 4);
    else break;
  }
  return column;
}

/** A line without so many columns of what it is indented by. */
function shifted(line: string, by: number): string {
  if (by === 0) return line;
  const words = line.trimStart();
  return ' '.repeat(Math.max(0, indentOf(line) - by)) + words;
}
