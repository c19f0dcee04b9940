import type { Table, TableRow } from 'mdast';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { diagnose } from './rules.ts';

/** Rows with more cells than the head has: to Markdown they end at the last column, and what stands behind it is on no page. */
export function checkTable(file: SourceFile, table: Table): Diagnostic[] {
  const columns = table.align?.length ?? 0;
  return table.children.flatMap((row) => checkRow(file, row, columns) ?? []);
}

function checkRow(file: SourceFile, row: TableRow, columns: number): Diagnostic | undefined {
  const lost = row.children.slice(columns);
  if (lost.every(({ children }) => children.length === 0)) return undefined;
  const start = lost[0]?.position?.start.offset ?? 0;
  const end = lost.at(-1)?.position?.end.offset ?? start;
  const edits = pipesInCode(file, row, columns);
  return diagnose({
    rule: 'guide/table-cells',
    file,
    range: rangeAt(file, start, end),
    message: `The row has ${row.children.length} cells and the head ${columns}: the rest of the row is not shown.`,
    hint: 'A `|` within a cell needs a backslash, `\\|`, also between code marks; or give the head a further column.',
    ...(edits && { fix: { title: 'Write the `|` in the code as `\\|`', safety: 'safe', edits } }),
  });
}

/** Backslashes before the pipes that stand between code marks, where the row then has as many cells as the head. */
function pipesInCode(file: SourceFile, row: TableRow, columns: number): readonly Edit[] | undefined {
  const start = row.position?.start.offset ?? 0;
  const written = file.text.slice(start, row.position?.end.offset ?? start);
  const edits: Edit[] = [];
  for (const { 0: code, index } of written.matchAll(/(?<![`\\])(`+)(?!`).*?(?<!`)\1(?!`)/g)) {
    for (const pipe of code.matchAll(/(?<!\\)\|/g)) {
      const at = start + index + pipe.index;
      edits.push({ start: at, end: at, text: '\\' });
    }
  }
  return row.children.length - edits.length === columns ? edits : undefined;
}
