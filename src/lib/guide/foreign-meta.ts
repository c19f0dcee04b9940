import type { FenceWords, MetaWord, WordForm } from './fence-words.ts';
import { wordsIn } from './fence-words.ts';

// What authors bring along from other programs: Docusaurus, Expressive Code (Astro, Starlight), VitePress, Nextra, Gatsby, Hugo, Pandoc,
// MkDocs. What each means there is in its documentation on code blocks.

export const foreignRule = 'guide/foreign-meta';

/** What a word is to be replaced with; an empty text where it is to be left out. */
export interface Translation {
  /** Undefined where an author has to decide. */
  readonly text: string | undefined;
  readonly hint: string;
}

type WordText = Pick<MetaWord, 'name' | 'value' | 'within'>;

/** Other names of words, in lower case. */
const titles = new Set(['filename', 'file', 'filepath', 'path', 'name', 'caption', 'header', 'label']);
const numbering = new Set([
  ...['showlinenumbers', 'linenumbers', 'line-numbers', 'numberlines', 'number-lines', 'linenos', 'nums'],
  ...['line_numbers', 'show-line-numbers', 'lineno'],
]);
const firstNumbers = new Set([
  ...['startlinenumber', 'linenostart', 'startfrom', 'start-from', 'linestart', 'startline', 'linenums'],
]);
const marks: Readonly<Record<string, string>> = {
  ...{
    highlight: 'mark',
    hl_lines: 'mark',
    'hl-lines': 'mark',
    hl: 'mark',
    lines: 'mark',
    'data-line': 'mark',
  },
  ...{ 'line-highlight': 'mark', highlightlines: 'mark', 'emphasize-lines': 'mark', highlights: 'mark' },
  ...{ added: 'ins', add: 'ins', insert: 'ins', inserted: 'ins' },
  ...{ removed: 'del', remove: 'del', delete: 'del', deleted: 'del' },
};
/** Words without a counterpart, and what is so without them. */
const leftOut: Readonly<Record<string, string>> = {
  ...ofAll(
    ['frame', 'icon', 'theme', 'style', 'class', 'classname', 'noclasses'],
    'All blocks look alike here.',
  ),
  ...ofAll(
    ['wrap', 'nowrap', 'preserveindent', 'hangingindent', 'overflow', 'tabwidth', 'indent'],
    'Commands wrap by themselves, and everything else scrolls.',
  ),
  ...ofAll(['copy', 'nocopy', 'no-copy', 'clipboard', 'copyable'], 'Every block of code can be copied.'),
  ...ofAll(
    ['collapse', 'collapsed', 'collapsible', 'expandable', 'fold', 'folded', 'maxlines', 'expand'],
    'Long blocks fold by themselves.',
  ),
  ...ofAll(
    ['live', 'playground', 'noinline', 'editable', 'runnable', 'run', 'eval', 'exec', 'should_panic'],
    'Nothing that a post holds is run by the page.',
  ),
  ...ofAll(
    [
      'anchorlinenos',
      'lineanchors',
      'linenumstyle',
      'numberstyle',
      'hl_inline',
      'hl_style',
      'guesssyntax',
      'twoslash',
    ],
    'There is no such thing here.',
  ),
};

function ofAll(names: readonly string[], why: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, why]));
}

/** What a word that is not among `known` is to be here; undefined where it is not known from elsewhere. `all`: the words of the fence. */
export function translateWord(
  word: WordText,
  known: FenceWords,
  all: readonly WordText[],
): Translation | undefined {
  const { name, value, within } = word;
  if (name === 'mark' && within === 'braces') return translateGroup(value ?? '', known);
  if (/^(?:".*"?|'.*'|\/.*\/|\[\[.*\]\])$/.test(name)) {
    return {
      text: undefined,
      hint: 'Single words cannot be marked. Mark whole lines, `{2,4-5}`, or say it in the text.',
    };
  }
  // React's documentation, Nextra and others name the file so.
  const isTitle =
    Object.hasOwn(known, 'title') && value === undefined && !all.some((other) => other.name === 'title');
  if (isTitle && within === undefined && /^[\w@./-]*\w\.[a-z][a-z\d]{0,5}$/i.test(name))
    return { text: `title="${name}"`, hint: `Write \`title="${name}"\`.` };
  const text = translated(word, known, all);
  if (text === undefined) return undefined;
  const why = leftOut[name.toLowerCase()];
  return {
    text,
    hint: text === '' ? `Leave it out.${why === undefined ? '' : ` ${why}`}` : `Write \`${text}\`.`,
  };
}

/** Attributes in braces, as Hugo and Pandoc have them: `{linenos=table,hl_lines=[2,"4-5"]}`. Undefined where they are lines. */
export function translateGroup(group: string, known: FenceWords): Translation | undefined {
  if (!/[=.#]/.test(group)) return undefined;
  const words = wordsIn(
    group
      .replace(/\[([^\]]*)\]/g, (_, list: string) => `"${list.replace(/["']/g, '')}"`)
      .replaceAll(/,(?=\s*[\w-]+\s*=)/g, ' '),
  );
  const texts = words.flatMap((word) => {
    // A class beside the language, or an anchor: `.numberLines`.
    const own = { ...word, name: word.name.replace(/^[.#]/, '') };
    if (Object.hasOwn(known, own.name)) return [asWritten(own, known[own.name]!)];
    return [translated(own, known, words) ?? undefined];
  });
  if (texts.includes(undefined))
    return {
      text: undefined,
      hint: `Write each word as it is known here: ${Object.keys(known).join(', ')}.`,
    };
  const text = texts.filter(Boolean).join(' ');
  return { text, hint: text === '' ? 'Leave it out: it changes nothing here.' : `Write \`${text}\`.` };
}

/** A word in our words; undefined where it is not known from elsewhere, or has no counterpart in this sort of block. */
function translated(
  { name, value }: WordText,
  known: FenceWords,
  all: readonly WordText[],
): string | undefined {
  const word = name.toLowerCase();
  const has = (own: string) => Object.hasOwn(known, own);
  if (Object.hasOwn(leftOut, word)) return '';
  if (titles.has(word)) return value && has('title') && !value.includes('"') ? `title="${value}"` : undefined;
  if (numbering.has(word)) {
    if (/^(?:false|none|off|no)$/i.test(value ?? '')) return '';
    if (!has('numbers') || all.some((other) => firstNumbers.has(other.name.toLowerCase()))) return '';
    return /^\d+$/.test(value ?? '') && value !== '1' ? `numbers=${value}` : 'numbers';
  }
  if (firstNumbers.has(word)) {
    if (!has('numbers')) return '';
    return value === '1' ? 'numbers' : /^\d+$/.test(value ?? '') ? `numbers=${value}` : undefined;
  }
  const mark = marks[word];
  if (mark === undefined || !has(mark) || !value || !/^[\d\s,-]+$/.test(value)) return undefined;
  return asWritten({ name: mark, value }, 'lines');
}

function asWritten({ name, value }: Omit<WordText, 'within'>, form: WordForm): string {
  if (form === 'lines') {
    const lines = `{${(value ?? '')
      .trim()
      .split(/[\s,]+/)
      .join(',')}}`;
    return name === 'mark' ? lines : `${name}=${lines}`;
  }
  if (value === undefined) return name;
  return /[\s"]/.test(value) ? `${name}="${value}"` : `${name}=${value}`;
}
