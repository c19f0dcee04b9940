import type { Root } from 'mdast';
import type { Diagnostic, Reading } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { createSourceFile } from '../source/source-file.ts';
import type { RemarkReading } from './parse-with-remark.ts';
import { parseWithRemark } from './parse-with-remark.ts';
import { parseWithSatteri } from './parse-with-satteri.ts';
import type { SyntaxFault } from './syntax-error.ts';

/** Nobody mends more at once. */
const mostFaults = 25;
/** Signs that remark reads in all rounds together, in a few seconds at most. */
const mostSigns = 30_000;

/**
 * Reads on behind what is broken, until all of the post is read: the sign that a fault is about is taken for a letter, and the post is
 * parsed again. Every fault is told once, and what only follows from one that is told is not. The tree has the places of the file; it is
 * undefined where there are too many faults.
 */
export function recoverMdx(file: SourceFile, first: RemarkReading): Reading<Root | undefined> {
  const diagnostics: Diagnostic[] = [];
  const told = createTold();
  const rounds = Math.min(mostFaults, Math.floor(mostSigns / Math.max(1, countSigns(file.text))));
  let text = file.text;
  let reading = first;
  for (let round = 0; ; round++) {
    const { fault } = reading;
    if (!fault) return { value: reading.tree, diagnostics };
    if (!told.covers(fault, file.text)) diagnostics.push(fault.diagnostic);
    if (round >= rounds || fault.at === undefined || !/[<{]/.test(text[fault.at] ?? ''))
      return { value: undefined, diagnostics };
    text = `${text.slice(0, fault.at)}x${text.slice(fault.at + 1)}`;
    const masked = createSourceFile(file.path, text);
    const { tree } = parseWithSatteri(masked);
    reading = tree ? { tree } : parseWithRemark(masked);
  }
}

/** What follows from faults that were told: a closing tag whose opening one was taken for text, and one that was named already. */
function createTold() {
  const openings = new Map<string, number>();
  const closings = new Set<number>();
  return {
    covers({ at, closing }: SyntaxFault, text: string): boolean {
      const [, slash, name = ''] =
        /^<(\/?)([\w.-]*)/.exec(at === undefined ? '' : text.slice(at, at + 200)) ?? [];
      const known = at !== undefined && closings.has(at);
      if (closing !== undefined) closings.add(closing);
      if (slash === '') openings.set(name, (openings.get(name) ?? 0) + 1);
      if (slash !== '/' || closing !== undefined) return known;
      const left = openings.get(name) ?? 0;
      openings.set(name, left - 1);
      return known || left > 0;
    },
  };
}

function countSigns(text: string): number {
  return text.match(/[*_`[\]<>{}!&~|\\:]/g)?.length ?? 0;
}
