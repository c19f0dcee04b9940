import { diffReadings, foldUnchanged, readProjection } from '../../lib/engine.ts';
import type { DiffPart, DiffPiece, FoldedLines, ProjectionLine } from '../../lib/engine.ts';
import { escapeHtml } from './escape-html.ts';
import type { RevisionComparison } from '../types/history.ts';

/** A revision with the lines of its projection. */
export interface RevisionLines {
  readonly number: number;
  readonly lines: readonly string[];
}

/** With more revisions than these, one is compared with its neighbours and with the newest alone: the number of pairs grows with the square. */
const mostInPairs = 8;

/** Lines around a change that are shown although they stayed. */
const context = 1;

/** What changed between any two of the revisions of a subject, which are given in their order. */
export function compareRevisions(revisions: readonly RevisionLines[]): readonly RevisionComparison[] {
  const last = revisions.length - 1;
  const readings = revisions.map(({ number, lines }) => ({ number, lines: readProjection(lines) }));
  return readings.flatMap((from, index) =>
    readings.slice(index + 1).flatMap((to, distance) => {
      const isShown = revisions.length <= mostInPairs || distance === 0 || index + distance + 1 === last;
      return isShown ? [comparisonOf(from, to)] : [];
    }),
  );
}

interface ReadRevision {
  readonly number: number;
  readonly lines: readonly ProjectionLine[];
}

function comparisonOf(from: ReadRevision, to: ReadRevision): RevisionComparison {
  const parts = diffReadings(from.lines, to.lines);
  return {
    from: from.number,
    to: to.number,
    changes: parts.filter(({ kind }) => kind !== 'same').length,
    html: foldUnchanged(parts, context).map(partHtml).join(''),
  };
}

function partHtml(part: DiffPart | FoldedLines): string {
  switch (part.kind) {
    case 'folded': {
      const under = part.heading === undefined ? '' : `, ${part.heading.replace(/^#+ /, '')}`;
      return `<p class="stayed">${part.count} lines stayed${escapeHtml(under)}</p>`;
    }
    case 'same':
      return part.lines.map(({ text, code }) => lineHtml('', code, escapeHtml(text))).join('');
    case 'removed':
      return lineHtml('gone', part.line.code, wordsHtml({ sign: '-', text: part.line.text }));
    case 'added':
      return lineHtml('new', part.line.code, wordsHtml({ sign: '+', text: part.line.text }));
    case 'changed':
      return lineHtml('reworded', part.code, part.pieces.map(wordsHtml).join(''));
  }
}

function lineHtml(kind: string, code: boolean, html: string): string {
  const classes = [kind, code ? 'code' : ''].filter(Boolean).join(' ');
  return `<p${classes === '' ? '' : ` class="${classes}"`}>${html}</p>`;
}

/** Not by the look alone: what is read aloud says where a change begins and ends. */
function wordsHtml({ sign, text }: DiffPiece): string {
  const words = escapeHtml(text);
  if (sign === ' ') return words;
  const [tag, said] = sign === '-' ? ['del', 'removed'] : ['ins', 'added'];
  return `<${tag}><span class="unseen">[${said}: </span>${words}<span class="unseen">]</span></${tag}>`;
}
