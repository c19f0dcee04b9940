import type { Continuation } from '../../lib/dialects/ios/reading/complete.ts';
import type { IosPlatform } from '../../lib/dialects/ios/tables/table-format.ts';
import type { Answer, Remark } from '../../lib/models/switch/answer-line.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';
import { switchProfiles } from '../../lib/engine.ts';

/** Stands before everything that no switch says. */
const ours = '[labworks]';

/** What the switch prints, then what there is to tell besides; each line ends with a break. */
export function answerText({ printed, remarks }: Answer, painter: TextPainter): string {
  return [...printed, ...remarks.map((remark) => remarkText(remark, painter))]
    .map((line) => `${line}\n`)
    .join('');
}

export function remarkText({ severity, rule, message, hint }: Remark, painter: TextPainter): string {
  const what = rule === undefined ? '' : painter.heading(severity, `${severity}[${rule}]: `);
  return [
    `${painter.faint(ours)} ${what}${message}`,
    ...(hint === undefined ? [] : [`${painter.faint(ours)} ${hint}`]),
  ].join('\n');
}

/**
 * What `?` shows. After a blank one choice a line with a text to it, `<cr>` where the line is complete; behind a word the words
 * that begin so, side by side. `width` in columns.
 */
export function helpText(
  found: Continuation,
  line: string,
  platform: IosPlatform,
  painter: TextPainter,
  width: number,
): string {
  if (found.kind === 'ambiguous') return unclear(platform, painter, `% Ambiguous command:  "${line}"`);
  if (found.kind === 'unrecognized') return unclear(platform, painter, '% Unrecognized command');
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

/** What a switch says where its words are known; else a remark. */
function unclear(platform: IosPlatform, painter: TextPainter, reply: string): string {
  if (switchProfiles[platform].replies.help) return `${reply}\n\n`;
  const message = reply.startsWith('% Ambiguous')
    ? 'A word of this line may be several; write more of it.'
    : 'No command of this mode begins so.';
  return `${remarkText({ severity: 'info', message }, painter)}\n\n`;
}
