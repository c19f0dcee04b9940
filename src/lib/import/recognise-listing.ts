import { languages, dialectIds } from '../platforms/dialects.ts';
import type { DialectId } from '../platforms/dialects.ts';
import { defaultPlatforms } from '../platforms/platforms.ts';
import { createSourceFile } from '../source/source-file.ts';
import { sliceOf } from '../source/slice.ts';
import type { ImportEngine } from './import-engine.ts';

/** Longer listings are data or logs. */
const longest = 40_000;

/** Signs of other languages, which have words that look alike. */
const others =
  /^#!|^\s*(?:sudo|apt(?:-get)?|yum|dnf|brew|npm|npx|docker|kubectl|git|pip3?|systemctl|import|from|def|class|func|package|using|public|SELECT|<\?php|<\w+)\b/m;

/**
 * The dialect that a listing of unknown origin is written in, by commands of it that are known and that no other language has, or by its
 * prompts; undefined where nothing speaks for one. What it picked up on the way is no reason against it.
 */
export function recogniseListing(written: string, { checkScript }: ImportEngine): DialectId | undefined {
  if (written.trim() === '' || written.length > longest) return undefined;
  const code = written.replaceAll('\u00a0', ' ');
  const lines = code.split('\n');
  return dialectIds.find((id) => {
    const { ownNames, text } = languages[id];
    const prompts = lines.filter((line, index) => text.promptLength(line, lines[index - 1] ?? '') > 0).length;
    // Most listings have no word of it: nothing is read for them.
    if (
      prompts === 0 &&
      !lines.some((line) =>
        line
          .split(/[\s|;({=]+/)
          .some(
            (_, at, words) =>
              ownNames.test(words.slice(at, at + 3).join(' ')) ||
              ownNames.test(words[at] ?? '') ||
              /[\u2010-\u2015]/.test(words[at] ?? ''),
          ),
      )
    )
      return false;
    const { commands } = checkScript(sliceOf(createSourceFile('listing', code)), defaultPlatforms[id]);
    // `ls` is an alias of a command that only one language has, and a word of every shell.
    const isOwn = (name: string, start: number) =>
      ownNames.test(name) && (name.includes(' ') || ownNames.test(/^\S*/.exec(code.slice(start))![0]));
    const known = commands.filter(
      ({ name, support, range }) => support !== 'unknown' && isOwn(name, range.start.offset),
    );
    if (known.length === 0) return false;
    if (prompts > 0) return true;
    if (others.test(code)) return false;
    return known.length * 3 >= commands.length;
  });
}
