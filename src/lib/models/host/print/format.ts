import { unknownValue } from '../../unknown-value.ts';
import type { HostObject } from './host-object.ts';
import { shown, standsRight } from './host-object.ts';

/** The narrowest window that Windows opens for PowerShell; in a wider one more fits into a line. */
const windowWidth = 80;

/**
 * `Format-Table -AutoSize -Property`: columns as wide as their widest text, with a blank between; where the first object has a number, a
 * truth value or a word, the column stands at the right. Seen in PowerShell 7.6.9, where it is as in 5.1. Undefined where a width is not
 * known, or the table does not fit into every window.
 */
export function formatTable(objects: readonly HostObject[], columns: readonly string[]): string | undefined {
  if (objects.length === 0) return '';
  const found = columns.map((column, index) => {
    const cells = objects.flatMap((object) => object.get(column.toLowerCase()) ?? []);
    // Whether there is a property of that name nobody says here.
    if (cells.length < objects.length) return undefined;
    const title = cells[0]!.name;
    const isRight = standsRight(cells[0]!);
    const texts = cells.map(shown);
    // Nothing stands behind the last column: how wide it is shows nowhere.
    const isOpen = index === columns.length - 1 && !isRight;
    if (!isOpen && texts.includes(undefined)) return undefined;
    const known = texts.map((text) => text ?? unknownValue);
    return {
      title,
      isRight,
      texts: known,
      width: known.reduce((most, text) => Math.max(most, text.length), title.length),
    };
  });
  const laid = found.filter((column) => column !== undefined);
  if (laid.length < found.length) return undefined;
  const total = laid.reduce((sum, { width }) => sum + width + 1, -1);
  if (total >= windowWidth || objects.length > 500) return undefined;
  const line = (textOf: (column: (typeof laid)[number]) => string) =>
    laid
      .map((column) =>
        column.isRight ? textOf(column).padStart(column.width) : textOf(column).padEnd(column.width),
      )
      .join(' ')
      .trimEnd();
  return [
    line(({ title }) => title),
    line(({ title }) => '-'.repeat(title.length)),
    ...objects.map((_, row) => line(({ texts }) => texts[row]!)),
  ].join('\n');
}

/** `Format-List -Property`: a property a line, and an empty line between objects. */
export function formatList(
  objects: readonly HostObject[],
  properties: readonly string[],
): string | undefined {
  const found = objects.map((object) => properties.flatMap((name) => object.get(name.toLowerCase()) ?? []));
  if (found.some((all) => all.length < properties.length)) return undefined;
  const blocks = found.map((all) => {
    const width = all.reduce((most, { name }) => Math.max(most, name.length), 0);
    return all.map((one) => `${one.name.padEnd(width)} : ${shown(one) ?? unknownValue}`.trimEnd());
  });
  if (blocks.some((lines) => lines.some((text) => text.length >= windowWidth))) return undefined;
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}
