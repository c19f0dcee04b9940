import { openingOfBox } from '../guide/extensions/mkdocs-box.ts';
import type { Told } from './import-report.ts';

const opening = /^([ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[a-z]|===[!+]?[ \t]+")/i;

/**
 * Boxes and tabs of MkDocs (`!!! note`, `??? tip "Title"`, `=== "Tab"`) with their indented text as boxes and labels of Markdown here, line
 * for line as far as there is an empty line for the end of one. To Markdown their text would be a listing.
 */
export function withoutMkdocsBoxes(text: string, line: number, told: Told): string {
  const lines = text.split('\n');
  return settled(lines, 0, line, told).join('\n');
}

/** More than these stand in no text that somebody reads. */
const deepest = 8;

function settled(lines: readonly string[], depth: number, line: number, told: Told): string[] {
  const made: string[] = [];
  let fence = '';
  for (let at = 0; at < lines.length; at++) {
    const own = lines[at]!;
    const mark = /^[ \t>]*(`{3,}|~{3,})(.*)/.exec(own);
    if (mark && fence === '') fence = mark[1]!;
    else if (mark?.[1]?.startsWith(fence) && mark[2]!.trim() === '') fence = '';
    const [, indent] = (fence === '' && depth < deepest && opening.exec(own)) || [];
    const end = indent === undefined ? at : endOfBody(lines, at, indent.length + 4);
    if (indent === undefined || end === at) {
      made.push(own);
      continue;
    }
    const body = lines.slice(at + 1, end + 1).map((one) => one.replace(/^(?: {4}|\t)/, ''));
    const inside = settled(body, depth + 1, line + at + 1, told);
    const isTab = own.trimStart().startsWith('===');
    const deep = inside.reduce(
      (most, one) => Math.max(most, /^[ \t]*(:{3,})\w/.exec(one)?.[1]?.length ?? 0),
      0,
    );
    const marks = ':'.repeat(Math.max(3, deep + 1));
    const label = /"([^"]*)"/.exec(own)?.[1] ?? '';
    const head = isTab ? `**${label}**` : marks + openingOfBox(own.trim()).replace(/^:+/, '');
    told.change(
      'box',
      line + at,
      own.trim(),
      head,
      'Boxes are written so here, and tabs stand one below the other.',
    );
    made.push(indent + head);
    for (const one of inside) made.push(one);
    at = end;
    if (isTab) continue;
    made.push(indent + marks);
    // An empty line gives its place to the end.
    if (lines[at + 1]?.trim() === '' && lines[at + 2]?.trim() === '') at++;
  }
  return made;
}

/** The last line of the text that belongs to what is opened on a line: all that is indented so far, and empty lines between. */
function endOfBody(lines: readonly string[], start: number, indent: number): number {
  let end = start;
  for (let at = start + 1; at < lines.length; at++) {
    const own = lines[at]!;
    if (own.trim() === '') continue;
    if (own.replaceAll('\t', '    ').search(/\S/) < indent) break;
    end = at;
  }
  return end;
}
