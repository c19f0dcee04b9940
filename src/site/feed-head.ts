import { escapeHtml as text } from './posts/escape-html.ts';
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
          .map(({ post }) => `<p>Corrects <a href="${post.url}">${text(post.title)}</a>.</p>`)
          .join('') +
        listHtml([
          [
            'Found by',
            [data.reportedBy.name, data.reportedBy.role].filter((part) => part !== undefined).join(', '),
          ],
          ...data.changes.flatMap(({ was, now }) => [['It said', was] as const, ['It says', now] as const]),
        ])
      );
    case 'field-notes':
      return listHtml(data.conditions.map(({ name, value }) => [name, value] as const));
  }
}

function listHtml(rows: readonly (readonly [name: string, value: string | undefined])[]): string {
  const items = rows
    .filter(([, value]) => value !== undefined)
    .map(([name, value = '']) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`);
  return items.length === 0 ? '' : `<dl>${items.join('')}</dl>`;
}
