import { commandWords, outputWords, writtenWord } from '../guide/fence-words.ts';
import { assumptions } from '../guide/fence-problems.ts';
import type { DialectId } from '../platforms/dialects.ts';
import { dialectIds, isDialectId, languages } from '../platforms/dialects.ts';
import { platformIds, platforms } from '../platforms/platforms.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Suggestion, Suggestions, WrittenPost } from './assist.ts';
import { labOf } from './assist.ts';
import type { TextPlace } from './text-place.ts';

/** The language of a fence, its words, and what they may say. */
export function suggestInFence(
  post: WrittenPost,
  offset: number,
  { info, end }: Extract<TextPlace, { kind: 'fence' }>,
): Suggestions | undefined {
  const { file } = post;
  const before = file.text.slice(info, offset);
  const found = itemsFor(post, before);
  if (!found) return undefined;
  const rest = /^[\w/-]*/.exec(file.text.slice(offset, end))![0];
  const range = rangeAt(file, offset - found.typed.length, offset + rest.length);
  return { range, items: found.items, isCut: false };
}

function itemsFor(
  post: WrittenPost,
  before: string,
): { readonly typed: string; readonly items: readonly Suggestion[] } | undefined {
  const language = /^\s*([\w-]*)$/.exec(before);
  if (language) return { typed: language[1]!, items: languageItems };
  const [, word = ''] = /^\s*([\w-]+)/.exec(before) ?? [];
  const isOutput = word === 'output';
  if (!isOutput && !isDialectId(word)) return undefined;
  const value = /(?:^|\s)([\w-]+)=(?:"([^"]*)|([^\s"]*))$/.exec(before);
  if (value) {
    const written = value[2] ?? value[3] ?? '';
    const typed = /[\w/-]*$/.exec(written)![0];
    // Behind the name of a rule stands why.
    if (written.includes(':')) return undefined;
    return { typed, items: isDialectId(word) ? valueItems(post, word, value[1]!) : assumed(value[1]!) };
  }
  const typed = /(?:^|\s)([\w-]*)$/.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const given = new Set([...before.matchAll(/(?:^|\s)([\w-]+)(?==|\s)/g)].map(([, name = '']) => name));
  const words = isOutput ? outputWords : commandWords;
  return {
    typed,
    items: Object.entries(words)
      .filter(([name]) => !given.has(name))
      .map(([name, form]) => ({
        label: name,
        kind: 'keyword',
        detail: writtenWord(name, form),
        text: form === 'value' ? `${name}=` : form === 'lines' ? `${name}={` : name,
      })),
  };
}

const languageItems: readonly Suggestion[] = [
  ...dialectIds.map((id) => ({
    label: id,
    kind: 'keyword' as const,
    detail: `commands in ${languages[id].title}`,
  })),
  { label: 'output', kind: 'keyword', detail: 'what the block above prints' },
];

function valueItems(post: WrittenPost, dialect: DialectId, name: string): readonly Suggestion[] {
  const lab = labOf(post);
  if (name === 'on') {
    const fitting = (lab?.devices ?? []).filter(
      ({ platform }) => platform !== undefined && platforms[platform].dialect === dialect,
    );
    const groups = (lab?.groups ?? []).filter((group) =>
      group.devices.every((device) => fitting.some((one) => one.name === device)),
    );
    return [
      ...fitting.map((device) => ({
        label: device.name,
        kind: 'device' as const,
        detail: `${device.title}, ${platforms[device.platform!].title}`,
      })),
      ...groups.map((group) => ({
        label: group.name,
        kind: 'device' as const,
        detail: `a group: ${group.devices.join(', ')}`,
      })),
    ];
  }
  if (name === 'platform')
    return platformIds
      .filter((id) => platforms[id].dialect === dialect)
      .map((id) => ({ label: id, kind: 'value', detail: platforms[id].title }));
  if (name === 'allow')
    return [...post.rules].map((rule) => ({ label: rule, kind: 'rule', detail: 'and why, behind a colon' }));
  return [];
}

function assumed(name: string): readonly Suggestion[] {
  const value = Object.hasOwn(assumptions, name) ? assumptions[name as keyof typeof assumptions] : undefined;
  return value === undefined ? [] : [{ label: value, kind: 'value', detail: '' }];
}
