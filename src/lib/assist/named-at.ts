import { readWords } from '../guide/fence-words.ts';
import type { SourceFile } from '../source/source-file.ts';
import { valueMarkAt, placeInText, tagAt } from './text-place.ts';

/** A name that a post has at an offset, and where it stands. Offsets in the file. */
export interface NameAt {
  readonly kind: 'value' | 'device' | 'network' | 'comparison' | 'debug' | 'lab' | 'post' | 'platform';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What is named at an offset of a post: in braces, in the words of a fence, in the props of a component, in its front matter. */
export function nameAt(file: SourceFile, offset: number): NameAt | undefined {
  const { text } = file;
  const place = placeInText(text, offset);
  if (place.kind === 'front-matter') return inFrontMatter(text, offset);
  // A pointer may stand upon the braces.
  const mark = [offset, offset + 1, offset + 2, offset - 1, offset - 2]
    .map((at) => valueMarkAt(text, at))
    .find((one) => one?.isClosed && one.start - 2 <= offset && offset <= one.end + 2);
  if (mark) return { kind: 'value', name: mark.path, start: mark.start, end: mark.end };
  if (place.kind === 'fence') {
    for (const word of readWords(file, place.info, place.end)) {
      const { name, value, range } = word;
      const isHere = range.start.offset <= offset && offset <= range.end.offset;
      if (!isHere || value === undefined || (name !== 'on' && name !== 'platform')) continue;
      const at = range.start.offset + text.slice(range.start.offset, range.end.offset).indexOf(value);
      const one = wordIn(value, offset - at, /[^,\s]+/g);
      if (one)
        return {
          kind: name === 'on' ? 'device' : 'platform',
          name: one.text,
          start: at + one.at,
          end: at + one.at + one.text.length,
        };
    }
    return undefined;
  }
  if (place.kind === 'code') return undefined;
  const tag = tagAt(text, offset);
  const kind = tag?.part === 'value' ? kindsOfProps[`${tag.component}.${tag.prop!}`] : undefined;
  if (!tag || !kind) return undefined;
  const value = text.slice(tag.start, tag.end);
  const one = wordIn(value, offset - tag.start, /\S+/g);
  return (
    one && { kind, name: one.text, start: tag.start + one.at, end: tag.start + one.at + one.text.length }
  );
}

const kindsOfProps: Readonly<Record<string, NameAt['kind'] | undefined>> = {
  'Value.of': 'value',
  'PortMap.device': 'device',
  'NetworkTable.networks': 'network',
  'Comparison.id': 'comparison',
  'Correction.of': 'debug',
};

function inFrontMatter(text: string, offset: number): NameAt | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))![0];
  const lab = /^lab:[ \t]+['"]?([\w-]+)/.exec(line);
  if (lab) return around('lab', lab[1]!, start + line.indexOf(lab[1]!, 4));
  const word = wordIn(line, offset - start, /[a-z-]+\/[a-z0-9-]+/g);
  if (word && /\bpost:/.test(line)) return around('post', word.text, start + word.at);
  const compared = /^comparisons:/m.test(text) ? wordIn(line, offset - start, /[a-z0-9-]+/g) : undefined;
  return compared && /^(?:comparisons:|[ \t]*- )/.test(line) && compared.text !== 'comparisons'
    ? around('comparison', compared.text, start + compared.at)
    : undefined;
}

function around(kind: NameAt['kind'], name: string, start: number): NameAt {
  return { kind, name, start, end: start + name.length };
}

function wordIn(
  text: string,
  at: number,
  pattern: RegExp,
): { readonly text: string; readonly at: number } | undefined {
  const found = [...text.matchAll(pattern)].find(
    ({ index, 0: word }) => index <= at && at <= index + word.length,
  );
  return found && { text: found[0], at: found.index };
}
