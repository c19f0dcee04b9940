import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { dialectIds, languages } from '../platforms/dialects.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { staticWords } from './fence-words.ts';
import { foreignRule, translateGroup } from './foreign-meta.ts';
import { drawnElsewhere, otherNames, staticLanguages } from './listing-languages.ts';
import { diagnose } from './rules.ts';

/** Languages of blocks that hold commands. */
export const commandLanguages = dialectIds;
/** What the block of commands before it prints. */
const outputLanguage = 'output';

const known: ReadonlySet<string> = new Set([...commandLanguages, outputLanguage, ...staticLanguages]);

const dialectsByOtherName: ReadonlyMap<string, string> = new Map(
  commandLanguages.flatMap((id) => languages[id].otherNames.map((name) => [name, id] as const)),
);

/** What may be any of several languages; that one is only likely. */
const ambiguous: ReadonlySet<string> = new Set(['console', 'terminal', 'conf', 'config', 'cfg', 'node']);

/** Said of some of them only: not everyone knows what is meant. */
const notes: Readonly<Record<string, string>> = {
  shellsession: ' That is what was typed at the prompt of a Unix shell, with what it answered.',
};

export function isKnownLanguage(word: string): boolean {
  return known.has(word);
}

/** What is said of a fence without a language that is known; `range` is of the language, or of the marks where there is none. */
export function unknownLanguage(file: SourceFile, language: string, range: Range): Diagnostic {
  const problem = (message: string, hint: string, fix?: Fix): Diagnostic =>
    diagnose({ rule: 'guide/unknown-language', file, range, message, hint, ...(fix && { fix }) });
  const writing = (text: string, safety: Fix['safety'], at = range.start.offset): Fix => ({
    title: `Write \`${text.trimEnd()}\``,
    safety,
    edits: [{ start: at, end: range.end.offset, text }],
  });
  if (language === '') {
    return problem(
      'The code block does not name its language.',
      `Commands are ${commandLanguages.join(' or ')}, what they print is output; what is nothing of the kind is \`text\`.`,
      writing(
        /^\S/.test(file.text.slice(range.end.offset, range.end.offset + 1)) ? 'text ' : 'text',
        'unsafe',
        range.end.offset,
      ),
    );
  }
  const word = language.toLowerCase();
  if (drawnElsewhere.has(word)) {
    return problem(
      `No drawing is made of a block of ${word} here: it would be printed as it is written.`,
      'Export the drawing as SVG and show it with `<Figure src="./drawing.svg" alt="…" />`; to show its source, write `text`.',
    );
  }
  const meant = meaningOf(word);
  const near = meant ?? nearLanguage(word);
  return problem(
    `“${language}” is no language of code blocks here.`,
    near
      ? `Did you mean “${near}”?${notes[near] ?? ''}`
      : `Commands are ${commandLanguages.join(' or ')}, what they print is output; what has no grammar is \`text\`.`,
    meant === undefined ? undefined : writing(meant, ambiguous.has(word) ? 'unsafe' : 'safe'),
  );
}

/**
 * The language of a fence that names it in another program's way, with what stands around it in ours: `js:line-numbers` (VitePress),
 * `js:title=a.js` (Gatsby), `{.python .numberLines}` (Pandoc). Undefined for every other text.
 */
export function translateLanguage(
  written: string,
): { readonly language: string; readonly text: string } | undefined {
  const [, word, suffix] = /^([^\s:{}]+):(\S+)$/.exec(written) ?? [];
  if (word !== undefined && suffix !== undefined) {
    const language = meaningOf(word.toLowerCase());
    const [, first] = /^(?:no-)?line-numbers(?:=(\d+))?$/.exec(suffix) ?? [];
    const name = suffix.replace(/^title=/, '').replace(/^"(?=.*"$)|(?<=^".*)"$/g, '');
    const meta = suffix.startsWith('line-numbers')
      ? `numbers${first === undefined ? '' : `=${first}`}`
      : suffix === 'no-line-numbers'
        ? ''
        : /^[^"]*[./][^"]*$/.test(name)
          ? `title="${name}"`
          : undefined;
    return language === undefined || meta === undefined
      ? undefined
      : { language, text: `${language} ${meta}`.trim() };
  }
  const [, group = ''] = /^\{([^{}]*)\}$/.exec(written) ?? [];
  const [, named, rest = ''] = /^\s*\.?([\w+#-]+)(.*)$/.exec(group) ?? [];
  const language = named === undefined ? undefined : meaningOf(named.toLowerCase());
  if (language === undefined) return undefined;
  const others = rest.trim() === '' ? '' : translateGroup(rest, staticWords)?.text;
  return others === undefined ? undefined : { language, text: `${language} ${others}`.trim() };
}

/** What is said of such a fence; `range` is of all that is to be written anew. */
export function foreignLanguage(file: SourceFile, range: Range, text: string): Diagnostic {
  return diagnose({
    rule: foreignRule,
    file,
    range,
    message: 'The language is named in another program’s way here.',
    hint: `Write \`${text}\`.`,
    fix: {
      title: `Write ${text}`,
      safety: 'safe',
      edits: [{ start: range.start.offset, end: range.end.offset, text }],
    },
  });
}

/** The language that a word in lower case is a name of, also with `language-` before it, as the class of the code has it. */
export function meaningOf(written: string): string | undefined {
  const word = written.replace(/^(?:lang(?:uage)?-|\.)(?=.)/, '');
  return known.has(word) ? word : (dialectsByOtherName.get(word) ?? otherNames.get(word));
}

/**
 * The language that a word in lower case was most likely meant to be. There are hundreds of names, and one is near to any short word: so
 * it has to begin alike, and be of much the same length.
 */
function nearLanguage(word: string): string | undefined {
  if (word.length < 4) return undefined;
  const alike = (name: string) => name[0] === word[0] && Math.abs(name.length - word.length) < 2;
  const near = suggest(word, [...known].filter(alike));
  return near ?? meaningOf(suggest(word, names().filter(alike)) ?? '');
}

function names(): string[] {
  return [...dialectsByOtherName.keys(), ...otherNames.keys()];
}
