import type { LanguageInput, ThemedToken } from 'shiki/core';
import type { TokenRun } from './code-runs.ts';
import type { MeteredRegexEngine, WorkMeter } from './metered-regex-engine.ts';
import { meterRegexEngine } from './metered-regex-engine.ts';

/** Nobody writes longer code; a longer text or line is shown without colours, so that none can hold up a build. */
const maxLength = 60_000;
const maxLineLength = 400;

/** What the colours of a post may cost, a second or two: code on which it is spent is shown without. */
const workOfPost = 3_000_000_000;

/** For one post after the other: what a post's code has cost is not known of the next one. */
export type GrammarTokens = (text: string, language: string) => TokenRun[];

/**
 * What colours code of these languages in a post, by their TextMate grammars; code of a language that Shiki does not know has no colours.
 * The highlighter and a grammar are loaded where they are first needed.
 */
export async function loadGrammars(languages: readonly string[]): Promise<GrammarTokens> {
  const meter: WorkMeter = { left: workOfPost };
  const highlighters = await highlightersFor(languages);
  return (text, language) => {
    const highlighter = highlighters.get(language);
    // The tokenizer takes CR LF for one line break and would lose the CR.
    if (!highlighter || text.length > maxLength || text.includes('\r')) return [];
    const tokens = highlighter(text, meter) ?? [];
    return tokens.flat().flatMap(({ content, offset, color }) => {
      const name = color === undefined ? undefined : classOfColour.get(color.toLowerCase());
      return name === undefined ? [] : [{ start: offset, end: offset + content.length, name }];
    });
  };
}

/** Undefined where that takes more work than there is. */
type Highlighter = (text: string, meter: WorkMeter) => ThemedToken[][] | undefined;

/** Slow to start: one of a language does for all that a process makes. */
const started = new Map<string, Promise<Highlighter>>();

async function highlightersFor(languages: readonly string[]): Promise<Map<string, Highlighter>> {
  if (languages.length === 0) return new Map();
  // Ids of grammars, and the aliases that Shiki has for them.
  const { bundledLanguages } = await import('shiki/langs');
  const known = [...new Set(languages)].filter((language) => Object.hasOwn(bundledLanguages, language));
  return new Map(
    await Promise.all(
      known.map(async (language) => {
        let highlighter = started.get(language);
        if (!highlighter) {
          highlighter = startHighlighter(
            language,
            bundledLanguages[language as keyof typeof bundledLanguages],
          );
          started.set(language, highlighter);
        }
        return [language, await highlighter] as const;
      }),
    ),
  );
}

/** One for each language: a grammar colours code within its own by any other that the same highlighter happens to have. */
async function startHighlighter(lang: string, grammar: LanguageInput): Promise<Highlighter> {
  const { createHighlighterCore } = await import('shiki/core');
  const engine = await (sharedEngine ??= startEngine());
  const highlighter = await createHighlighterCore({
    themes: [theme],
    langs: [grammar],
    engine,
    warnings: false,
  });
  return (text, meter) =>
    engine.spend(meter, () =>
      highlighter.codeToTokensBase(text, {
        lang,
        theme: theme.name,
        // Half a second a line is the default, which on a busy machine gives other colours than on an idle one.
        tokenizeTimeLimit: 0,
        tokenizeMaxLineLength: maxLineLength,
      }),
    );
}

/** It keeps the expressions that grammars have in common. */
let sharedEngine: Promise<MeteredRegexEngine> | undefined;

async function startEngine(): Promise<MeteredRegexEngine> {
  const { createJavaScriptRegexEngine } = await import('shiki/engine/javascript');
  return meterRegexEngine(createJavaScriptRegexEngine({ forgiving: true }));
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
