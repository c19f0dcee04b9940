import { addressOfPost, fromRoot } from '../guide/links.ts';
import { placeOfPost } from '../guide/post-place.ts';
import { fieldOfDevice, fieldOfValue } from '../lab/value-field.ts';
import { rangeAt } from '../source/source-file.ts';
import type { NamedPlace, WrittenPost } from './assist.ts';
import { labOf } from './assist.ts';
import { nameAt } from './named-at.ts';

/** What a place leads to, and what of the text leads there. */
export interface Lead {
  readonly range: ReturnType<typeof rangeAt>;
  readonly to: NamedPlace;
}

/** Where that is written which an offset of a post names: a value or a device of the lab, a post, a comparison. */
export function definitionAt(post: WrittenPost, offset: number): Lead | undefined {
  const { file, checked } = post;
  const named = nameAt(file, offset);
  if (named) {
    const to = placeOfName(post, named);
    return to && { range: rangeAt(file, named.start, named.end), to };
  }
  const link = checked?.guide.links.find(({ start, end }) => start <= offset && offset <= end);
  const to = link && placeOfLink(link.url, file.path);
  return to && { range: rangeAt(file, link.start, link.end), to };
}

function placeOfName(
  post: WrittenPost,
  { kind, name }: NonNullable<ReturnType<typeof nameAt>>,
): NamedPlace | undefined {
  const lab = labOf(post);
  const inLab = (field: string | undefined): NamedPlace | undefined =>
    lab && field !== undefined ? { kind: 'lab', id: lab.id, field } : undefined;
  switch (kind) {
    case 'value':
      return lab && inLab(fieldOfValue(lab, name));
    case 'device':
      return lab && inLab(fieldOfDevice(lab, name));
    case 'network': {
      const index = lab?.networks.findIndex(({ id }) => id === name) ?? -1;
      return index < 0 ? undefined : inLab(`networks.${index}`);
    }
    case 'lab':
      return { kind: 'lab', id: name, field: '' };
    case 'comparison':
      return { kind: 'comparison', id: name };
    case 'debug':
      return { kind: 'post', ref: `debug/${name}` };
    case 'post':
      return { kind: 'post', ref: name };
    case 'platform':
      return undefined;
  }
}

/** A link within the site to a post. */
function placeOfLink(url: string, from: string): NamedPlace | undefined {
  const [, ref, anchor] =
    /^\/([a-z-]+\/[a-z0-9-]+)\/?(?:[?][^#]*)?(?:#(.*))?$/.exec(fromRoot(url, addressOfPost(from))) ?? [];
  if (ref !== undefined) return { kind: 'post', ref, ...(anchor !== undefined && { anchor }) };
  if (!url.startsWith('#')) return undefined;
  const { folder, slug } = placeOfPost(from);
  return { kind: 'post', ref: `${folder}/${slug}`, anchor: url.slice(1) };
}
