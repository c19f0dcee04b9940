import type { ComponentCall, Segment } from './guide.ts';

/** Of tags only: text of a page cannot hold a `<`. */
const ids = /<[a-z][^<>]*?\sid="([^"]*)"/gi;

/** What can be pointed at in the body of a post, as its page has it: ids of the HTML, and those that components give. */
export function anchorsIn(body: readonly Segment[]): string[] {
  return body.flatMap((segment) =>
    typeof segment === 'string'
      ? [...segment.matchAll(ids)].map(([, id]) => decoded(id!))
      : [...idsOf(segment), ...anchorsIn(segment.children)],
  );
}

function idsOf({ component, props }: ComponentCall): string[] {
  const id = String(props['id']);
  switch (component) {
    case 'Note':
      return [id];
    case 'Comparison':
      return [`comparison-${id}`];
    case 'Correction':
      return props['block'] === true ? [`correction-${id}`] : [`correction-${id}`, `was-${id}`];
    case 'CommandBlock':
      return props['outputId'] === undefined ? [] : [`correction-${String(props['outputId'])}`];
    default:
      return [];
  }
}

/** As the writer of HTML escapes attributes. */
function decoded(text: string): string {
  return text.replace(/&#x([0-9a-f]+);|&quot;|&amp;/gi, (entity, code: string | undefined) =>
    code === undefined ? (entity === '&amp;' ? '&' : '"') : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
