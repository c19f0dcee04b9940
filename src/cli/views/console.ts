import type { Continuation } from '../../lib/dialects/ios/reading/complete.ts';
import type { IosPlatform } from '../../lib/dialects/ios/tables/table-format.ts';
import type { Answer, Remark } from '../../lib/models/switch/answer-line.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';
import { helpText } from '../../lib/engine.ts';

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

/** What `?` shows, and a remark where no words of the switch are known. */
export function helpOrRemark(
  found: Continuation,
  line: string,
  platform: IosPlatform,
  painter: TextPainter,
  width: number,
): string {
  const message =
    found.kind === 'ambiguous'
      ? 'A word of this line may be several; write more of it.'
      : 'No command of this mode begins so.';
  return (
    helpText(found, line, platform, painter, width) ??
    `${remarkText({ severity: 'info', message }, painter)}\n\n`
  );
}
