import { Composer, Parser } from 'yaml';
import type { CST, Document } from 'yaml';
import { shortened } from './shortened.ts';

/** Something about a YAML text, at offsets in it. */
export interface YamlProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

// YAML has parts that a file of this project does not need, and that cost more than they give: a small text may stand for a huge one,
// or for another than it shows. These limits are far above any lab or comparison, and what is over them is told before it is read.

/** Characters of a YAML text; the lab of a whole rack has 5,000. */
const maxLength = 100_000;
/** No schema nests deeper than six; what walks the tree may then call itself. */
const maxDepth = 60;
/** Tags that say of a value what it is here anyway. */
const plainTags: ReadonlySet<string> = new Set(['!!str', '!!int', '!!float', '!!bool', '!!seq', '!!map']);

const syntaxHint =
  'Check indentation, quotes and colons near this place; a text with “: ” or “#” in it needs quotes.';

/** A YAML text in which every scalar is a text, as it is written; `document` as far as there is one, also beside a problem. */
export interface ParsedYaml {
  readonly document: Document | undefined;
  /** The first thing for which the text cannot be read. */
  readonly problem: YamlProblem | undefined;
}

/** Parses a YAML text of one document, in linear time and without an exception, whatever the text. */
export function parseYamlText(text: string): ParsedYaml {
  if (text.length > maxLength) {
    return {
      document: undefined,
      problem: {
        start: 0,
        end: 1,
        message: `The YAML has ${text.length} characters; at most ${maxLength} are read.`,
        hint: 'Split it, or leave out what nothing needs.',
      },
    };
  }
  let refused: YamlProblem | undefined;
  // Errors of a text that is no YAML at all may be as many as its characters: the first is enough.
  function* untilRefused(): Generator<CST.Token> {
    let documents = 0;
    // A carriage return alone ends a line of YAML 1.2 (§ 5.4), and not for the library. Places stay as they are.
    for (const token of new Parser().parse(text.replace(/\r(?!\n)/g, '\n'))) {
      if (token.type === 'document') documents++;
      refused = documents > 1 ? secondDocument(token.offset) : refusedIn(token);
      if (refused) return;
      yield token;
    }
  }
  // Every scalar is a text. Whether keys are unique is looked at by `keyProblems`: the parser compares each with all others.
  const composer = new Composer({ schema: 'failsafe', prettyErrors: false, strict: true, uniqueKeys: false });
  const [document] = composer.compose(untilRefused(), true, text.length);
  if (refused) return { document: undefined, problem: refused };
  const [error] = document?.errors ?? [];
  return { document, problem: error && cannotBeRead(error.pos[0], error.pos[1], error.message) };
}

function cannotBeRead(start: number, end: number, reason: string): YamlProblem {
  const said = shortened(reason.trim(), 200);
  return {
    start,
    end: Math.max(end, start + 1),
    message: `The YAML cannot be read: ${/[.!?]$/.test(said) ? said : `${said}.`}`,
    hint: syntaxHint,
  };
}

function secondDocument(start: number): YamlProblem {
  return {
    start,
    end: start + 3,
    message: 'A second YAML document begins here, and only one is read.',
    hint: 'Remove the line of `---`, or put what follows into a file of its own.',
  };
}

/** The first thing in a token of the parser that is not read here: errors, directives, aliases, anchors, tags, deep nesting. */
function refusedIn(root: CST.Token): YamlProblem | undefined {
  if (root.type === 'error') return cannotBeRead(root.offset, root.offset + root.source.length, root.message);
  if (root.type === 'directive')
    return notRead(root, 'a directive', 'Remove the line, or put the text into quotes.');
  const open: { readonly token: CST.Token; readonly depth: number }[] = [{ token: root, depth: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { token, depth } = at;
    if (token.type === 'alias') {
      return notRead(
        token,
        'an alias',
        'Write the value out; a text that begins with `*` needs quotes.',
        ': a small text could stand for a huge one',
      );
    }
    if (token.type === 'document') {
      const found = refusedProperty(token.start);
      if (found) return found;
      if (token.value) open.push({ token: token.value, depth });
      continue;
    }
    if (!('items' in token)) continue;
    if (depth === maxDepth) {
      return {
        start: token.offset,
        end: token.offset + 1,
        message: `The YAML is nested more than ${maxDepth} deep here.`,
        hint: 'Make it flatter; a text that begins with a bracket or `- ` needs quotes.',
      };
    }
    const parts: CST.Token[] = [];
    for (const { start, key, sep, value } of token.items) {
      const found = refusedProperty(start) ?? (sep && refusedProperty(sep));
      if (found) return found;
      if (key) parts.push(key);
      if (value) parts.push(value);
    }
    // The last that was put on is the first that is looked at.
    for (const part of parts.reverse()) open.push({ token: part, depth: depth + 1 });
  }
  return undefined;
}

/** Among the tokens in front of a value, an anchor or a tag. */
function refusedProperty(tokens: readonly CST.SourceToken[]): YamlProblem | undefined {
  for (const token of tokens) {
    if (token.type === 'anchor')
      return notRead(token, 'an anchor', 'Remove it; a text that begins with `&` needs quotes.');
    if (token.type === 'tag' && !plainTags.has(token.source))
      return notRead(token, 'a tag', 'Remove it; a text that begins with `!` needs quotes.');
  }
  return undefined;
}

function notRead(
  { offset, source }: { readonly offset: number; readonly source: string },
  what: string,
  hint: string,
  because = '',
): YamlProblem {
  const message = `“${shortened(source)}” is ${what} in YAML, which is not read here${because}.`;
  return { start: offset, end: offset + source.length, message, hint };
}
