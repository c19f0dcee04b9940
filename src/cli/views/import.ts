import type { TextPainter } from '../../lib/diagnostics/pretty.ts';
import type { PostImport } from '../../lib/import/import-report.ts';

/** Posts of which all is shown; of more the report in JSON tells. */
const mostShown = 40;
const mostOfPost = 12;

/** What became of one post, for a person. */
export function postImportText(post: PostImport, painter: TextPainter): string {
  const { source, path, kept, changed, lost } = post;
  const head = path === '' ? source : `${source} → ${path}`;
  const counts = Object.entries(kept)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
  const proposals = changed.filter(({ what }) => what.endsWith('repair'));
  const others = changed.filter((one) => !proposals.includes(one));
  const lines = [
    ...proposals
      .slice(0, mostOfPost)
      .flatMap(({ what, line, was, now, why }) => [
        `  ${painter.strong(what)} at line ${line}: ${why}`,
        ...was.split('\n').map((text) => `    - ${text}`),
        ...now.split('\n').map((text) => `    + ${text}`),
      ]),
    ...others
      .slice(0, mostOfPost)
      .map(
        ({ what, line, was, now, why }) =>
          `  changed ${what} at line ${line}: ${short(was)} → ${short(now) || 'nothing'}. ${why}`,
      ),
    ...lost
      .slice(0, mostOfPost)
      .map(
        ({ what, line, text, why }) =>
          `  ${painter.strong('lost')} ${what} at line ${line}: ${short(text)}. ${why}`,
      ),
  ];
  const left =
    Math.max(0, proposals.length - mostOfPost) +
    Math.max(0, others.length - mostOfPost) +
    Math.max(0, lost.length - mostOfPost);
  return [
    head,
    ...(counts === '' ? [] : [`  kept ${counts}`]),
    ...lines,
    ...(left > 0 ? [`  and ${left} more, which --format json shows`] : []),
    '',
  ].join('\n');
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}

export { mostShown };
