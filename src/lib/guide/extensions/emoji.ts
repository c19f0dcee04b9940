import type { Text } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { rangeAt } from '../../source/source-file.ts';
import { diagnose } from '../rules.ts';
import { emojiNames } from './emoji-names.ts';
import { traceText } from './trace-text.ts';

let table: ReadonlyMap<string, string> | undefined;

/** Read when a post has the first code. */
function emoji(): ReadonlyMap<string, string> {
  table ??= new Map(
    emojiNames
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  );
  return table;
}

/** The sign that GitHub has for a name: `warning`. */
export function emojiOf(name: string): string | undefined {
  return emoji().get(name);
}

const misspelt = new Map<string, string | undefined>();
/** So that what is kept stays small. */
const maxMisspelt = 1000;

/** A name that was most likely meant. What is short may be anything. */
function nearEmoji(name: string): string | undefined {
  if (name.length < 6 || emojiOf(name) !== undefined) return undefined;
  if (!misspelt.has(name)) {
    if (misspelt.size >= maxMisspelt) misspelt.clear();
    misspelt.set(name, suggest(name, emoji().keys()));
  }
  return misspelt.get(name);
}

/** Between blanks, brackets and the like; `10:30:00`, `::1` and `a:b:c` are none. */
export const emojiCode = /(?<=^|[\s([“"'|*_>—–-]):([a-z0-9_+-]{1,40}):(?=$|[\s.,;!?)\]…”"'|*_<—–-])/g;

/** Codes that are one letter or so beside the name of an emoji. What is short may be anything, and what is near none is left alone. */
export function findUnknownEmoji(file: SourceFile, node: Text): Diagnostic[] {
  if (!/:[a-z]/.test(node.value)) return [];
  return [...node.value.matchAll(emojiCode)].flatMap(({ 0: code, 1: name = '', index }) => {
    const near = nearEmoji(name);
    const trace = near && traceText(file, node);
    if (!trace || trace.isEscaped(index)) return [];
    return diagnose({
      rule: 'guide/emoji-code',
      file,
      range: rangeAt(file, trace.offsetOf(index), trace.offsetOf(index + code.length - 1) + 1),
      message: `There is no emoji ${code}, and the code is printed as it stands.`,
      hint: `Did you mean \`:${near}:\`? What is no emoji goes between code marks.`,
    });
  });
}
