import type { HighlighterCore } from 'shiki/core';
import type { TokenRun } from './code-runs.ts';

/** Nobody writes longer code; a longer text or line is shown without colours, so that none can hold up a build. */
const maxLength = 60_000;
const maxLineLength = 400;

export type GrammarTokens = (text: string, language: string) => TokenRun[];

/**
 * What colours code of these languages, by their TextMate grammars; code of a language that Shiki does not know has no colours. The
 * highlighter and a grammar are loaded where they are first needed.
 */
export async function loadGrammars(languages: readonly string[]): Promise<GrammarTokens> {
  const shiki = languages.length > 0 ? await highlighterFor(languages) : undefined;
  return (text, language) => {
    // The tokenizer takes CR LF for one line break and would lose the CR.
    if (!shiki?.loaded.has(language) || text.length > maxLength || text.includes('\r')) return [];
    const tokens = shiki.highlighter.codeToTokensBase(text, {
      lang: language,
      theme: theme.name,
      // Half a second a line is the default, which on a busy machine gives other colours than on an idle one.
      tokenizeTimeLimit: 0,
      tokenizeMaxLineLength: maxLineLength,
    });
    return tokens.flat().flatMap(({ content, offset, color }) => {
      const name = color === undefined ? undefined : classOfColour.get(color.toLowerCase());
      return name === undefined ? [] : [{ start: offset, end: offset + content.length, name }];
    });
  };
}

/** Slow to start: one does for all that a process makes. */
let started: Promise<HighlighterCore> | undefined;

async function highlighterFor(languages: readonly string[]) {
  const highlighter = await (started ??= startHighlighter());
  // Ids of grammars, and the aliases that Shiki has for them.
  const { bundledLanguages } = await import('shiki/langs');
  const wanted = new Set(languages.filter((language) => Object.hasOwn(bundledLanguages, language)));
  const loaded = highlighter.getLoadedLanguages();
  const missing = [...wanted].filter((language) => !loaded.includes(language));
  await highlighter.loadLanguage(
    ...missing.map((language) => bundledLanguages[language as keyof typeof bundledLanguages]),
  );
  return { highlighter, loaded: wanted };
}

async function startHighlighter(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ]);
  return createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
}

// A theme carries each class as a made-up colour, which is how Shiki hands a scope's meaning on.

/** Token classes and the scopes they stand for; later ones win where scopes are equally exact. */
const scopes: Readonly<Record<string, readonly string[]>> = {
  punctuation: ['punctuation', 'keyword.operator', 'meta.brace'],
  keyword: ['keyword.control', 'storage', 'keyword.other', 'keyword', 'variable.language'],
  constant: ['constant', 'support.constant', 'keyword.other.unit', 'support.type'],
  variable: ['variable.other', 'variable', 'support.variable', 'variable.parameter'],
  string: ['string', 'punctuation.definition.string', 'entity.name.tag.yaml string'],
  'string-expression': [
    'constant.character.escape',
    'string meta.template',
    'string variable',
    'string source',
  ],
  function: ['support.function', 'entity.name.function', 'entity.name.command'],
  parameter: [
    'keyword.operator.assignment.parameter',
    'variable.parameter.attribute',
    'keyword.operator.parameter',
    'entity.name.tag',
    'support.type.property-name',
  ],
  comment: ['comment', 'punctuation.definition.comment'],
  link: ['markup.underline.link', 'string.other.link'],
};

const classes = Object.keys(scopes);

const colourOf = (index: number) => `#0000${(index + 1).toString(16).padStart(2, '0')}`;
const classOfColour = new Map(classes.map((name, index) => [colourOf(index), name]));

const theme = {
  name: 'classes',
  type: 'light' as const,
  fg: '#000000',
  bg: '#ffffff',
  settings: classes.map((name, index) => ({
    scope: [...scopes[name]!],
    settings: { foreground: colourOf(index) },
  })),
};
