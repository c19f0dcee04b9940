import type { TextPainter } from '../../diagnostics/pretty.ts';
import type { Continuation } from '../../dialects/ios/reading/complete.ts';
import type { IosPlatform } from '../../dialects/ios/tables/table-format.ts';
import { switchProfiles } from './profiles/profiles.ts';

/**
 * What `?` shows, each line ended by a break and an empty line behind all. After a blank one choice a line with a text to it, `<cr>` where
 * the line is complete; behind a word the words that begin so, side by side. `width` in columns. Undefined where the line is not clear and
 * what the switch says then is not known.
 */
export function helpText(
  found: Continuation,
  line: string,
  platform: IosPlatform,
  painter: TextPainter,
  width: number,
): string | undefined {
  if (found.kind !== 'choices') {
    if (!switchProfiles[platform].replies.help) return undefined;
    return found.kind === 'ambiguous' ? `% Ambiguous command:  "${line}"\n\n` : '% Unrecognized command\n\n';
  }
  const { choices, end, start } = found;
  const typed = line.slice(start).toLowerCase();
  if (typed !== '') {
    const words = choices.map(({ word }) => word);
    const column = words.map(({ length }) => length).reduce((most, item) => Math.max(most, item), 0) + 2;
    const perRow = Math.max(1, Math.floor(width / column));
    const rows = Array.from({ length: Math.ceil(words.length / perRow) }, (_, row) =>
      words
        .slice(row * perRow, (row + 1) * perRow)
        .map((word) => word.padEnd(column))
        .join('')
        .trimEnd(),
    );
    return `${rows.join('\n')}\n\n`;
  }
  const entries = choices.map(({ word, text }) => [word, text] as const);
  if (end !== undefined) entries.push(['<cr>', end]);
  const column = Math.min(
    24,
    entries.map(([word]) => word.length).reduce((most, item) => Math.max(most, item), 0),
  );
  const lines = entries.map(([word, text]) => `  ${word.padEnd(column)}  ${painter.faint(text)}`.trimEnd());
  return `${lines.join('\n')}\n\n`;
}
