import { diffProjections, foldUnchanged } from '../../lib/engine.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';

/** Letters of what stayed that stand on each side of a change. */
const around = 80;

/** What changed between two revisions, for a terminal: words that are gone stand in `[-…-]`, new ones in `{+…+}`. */
export function revisionDiff(
  before: readonly string[],
  after: readonly string[],
  painter: TextPainter,
): string {
  const gone = (text: string) => painter.heading('error', text);
  const fresh = (text: string) => painter.heading('info', text);
  return foldUnchanged(diffProjections(before, after), 0)
    .flatMap((part): string[] => {
      switch (part.kind) {
        case 'same':
          return part.lines.map(({ text }) => painter.faint(`    ${text}`.trimEnd()));
        case 'folded': {
          const under = part.heading === undefined ? '' : `, under “${part.heading.replace(/^#+ /, '')}”`;
          return [painter.faint(`    … ${part.count} lines as before${under}`)];
        }
        case 'removed':
          return [gone(`  - ${part.line.text}`)];
        case 'added':
          return [fresh(`  + ${part.line.text}`)];
        case 'changed': {
          const words = part.pieces.map(({ sign, text }) =>
            sign === ' ' ? shortened(text) : sign === '-' ? gone(`[-${text}-]`) : fresh(`{+${text}+}`),
          );
          return [`  ~ ${words.join('')}`];
        }
      }
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** Of a long stretch that stayed its beginning and its end. */
function shortened(text: string): string {
  if (text.length <= 2 * around + 20) return text;
  return `${text.slice(0, around).replace(/\S*$/, '')}… ${text.slice(-around).replace(/^\S*\s*/, '')}`;
}
