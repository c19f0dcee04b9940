import { escapeHtml as text } from './posts/escape-html.ts';
import type { ChangeView } from './types/correction.ts';
import type { PostView } from './types/post.ts';

/** What the head of a post's page says beside title and summary, by its kind, for feed readers; empty where there is nothing. */
export function feedHead({ data, labwork, corrections }: PostView): string {
  switch (data.kind) {
    case 'allegories':
      return '';
    case 'fail-files':
      return listHtml([
        ['System', data.system],
        ['Impact', data.impact],
        ['Still up', data.stillUp],
        ['Cause', data.cause],
        ['Evidence', data.evidence],
        ['Lesson', data.lesson],
      ]);
    case 'labworks':
      return labwork
        ? listHtml([
            ...labwork.requires.platforms.map((item) => ['Platform', item] as const),
            ...labwork.requires.licences.map((item) => ['Licence', item] as const),
            ...labwork.requires.hardware.map((item) => ['Hardware', item] as const),
          ])
        : '';
    case 'debug':
      return (
        corrections
          .map(
            ({ subject: { url, title } }) =>
              `<p>Corrects ${url === undefined ? text(title) : `<a href="${url}">${text(title)}</a>`}.</p>`,
          )
          .join('') +
        listHtml(
          [
            [
              'Found by',
              [data.reportedBy.name, data.reportedBy.role].filter((part) => part !== undefined).join(', '),
            ],
          ],
          changesHtml(corrections[0]?.changes ?? []),
        )
      );
    case 'field-notes':
      return listHtml(data.conditions.map(({ name, value }) => [name, value] as const));
  }
}

/** As rows of a list. */
function changesHtml(changes: readonly ChangeView[]): string {
  const side = (name: string, words: string, code: boolean) => {
    const shown = code ? `<pre><code>${text(words)}</code></pre>` : text(words);
    return `<dt>${name}</dt><dd>${words === '' ? 'nothing' : shown}</dd>`;
  };
  return changes
    .map(({ was, now, code }) => side('It said', was, code) + side('It says', now, code))
    .join('');
}

/** `more`: rows that are HTML already, after the others. */
function listHtml(rows: readonly (readonly [name: string, value: string | undefined])[], more = ''): string {
  const items = rows
    .filter(([, value]) => value !== undefined)
    .map(([name, value = '']) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`);
  const list = items.join('') + more;
  return list === '' ? '' : `<dl>${list}</dl>`;
}
