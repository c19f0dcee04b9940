import { idPrefix } from './html-schema.ts';

/** The address of a link to an id that the post gives, as it is on the page; any other stays what it is. */
export function withPrefix(url: string, ids: ReadonlySet<string>): string {
  const own = idPrefix + url.slice(1);
  return url.startsWith('#') && ids.has(own) ? `#${own}` : url;
}
