import { readMembership } from '../guide/membership.ts';
import { frontMatter } from '../guide/front-matter.ts';
import { labValues } from '../lab/values.ts';
import type { Assistance } from '../dialects/assistance.ts';
import type { DialectId } from '../platforms/dialects.ts';
import { rangeAt } from '../source/source-file.ts';
import { sliceOffset } from '../source/slice.ts';
import type { Suggestion, Suggestions, WrittenPost } from './assist.ts';
import { blockAt, checkedBlock, labOf } from './assist.ts';
import { schemaOf, suggestField } from './suggest-field.ts';
import { suggestInFence } from './suggest-in-fence.ts';
import { suggestInTag } from './suggest-in-tag.ts';
import type { TextPlace } from './text-place.ts';
import { placeInText, tagAt, valueMarkAt } from './text-place.ts';

/** What may stand at an offset of a post. */
export function suggestAt(
  post: WrittenPost,
  offset: number,
  assistances: Readonly<Record<DialectId, Assistance>>,
): Suggestions | undefined {
  const { file } = post;
  const place = placeInText(file.text, offset);
  if (place.kind === 'front-matter') {
    const { kind } = readMembership(file.path, file.text);
    return suggestField(file, offset, place, schemaOf(frontMatter[kind]), namesOf(post));
  }
  const mark = valueMarkAt(file.text, offset);
  if (mark) {
    const range = rangeAt(file, mark.start, mark.end);
    return { range, items: valuesOf(post, mark.isClosed ? '' : '}}'), isCut: false };
  }
  if (place.kind === 'fence') return suggestInFence(post, offset, place);
  if (place.kind === 'code') return suggestInCode(post, offset, place, assistances);
  const tag = tagAt(file.text, offset);
  return tag && suggestInTag(post, tag, valuesOf(post, ''));
}

/** Values of the lab; `closing` is what is still missing behind one. */
function valuesOf(post: WrittenPost, closing: string): Suggestion[] {
  const lab = labOf(post);
  return [...(lab ? labValues(lab).values() : [])].map(({ path, title, text }) => ({
    label: path,
    kind: 'lab-value',
    detail: `${title}: ${text}`,
    ...(closing && { text: path + closing }),
  }));
}

function suggestInCode(
  { file, checked }: WrittenPost,
  offset: number,
  place: Extract<TextPlace, { kind: 'code' }>,
  assistances: Readonly<Record<DialectId, Assistance>>,
): Suggestions | undefined {
  const block = blockAt(checked?.guide, place);
  const own = checkedBlock(checked, block);
  if (!own) return undefined;
  const { resolved: code, platform, commands } = own;
  const at = sliceOffset(code, offset);
  if (at === undefined) return undefined;
  const found = assistances[own.block.dialect].suggest(at, { platform, commands, code });
  if (!found) return undefined;
  // What is typed stands on one line, letter by letter.
  return {
    range: rangeAt(file, offset - (at - found.start), offset),
    items: found.items.map(({ label, kind, detail }) => ({ label, kind, detail })),
    isCut: found.isCut,
  };
}

/** What fields of the front matter name. */
function namesOf({ labs, posts, comparisons, figures }: WrittenPost) {
  const tags = [...new Set(posts.flatMap((one) => one.tags))].sort();
  return {
    lab: [...labs].map(([id, { title }]) => ({ label: id, detail: title })),
    comparisons: [...comparisons].map((id) => ({ label: id, detail: 'a comparison' })),
    tags: tags.map((tag) => ({ label: tag, detail: 'a tag of other posts' })),
    'corrects.post': posts.map(({ ref, title }) => ({ label: ref, detail: title })),
    cover: [...figures].map((name) => ({ label: name, detail: 'a figure' })),
  };
}
