/** A text without programs, and how to have the text back. */
export interface MaskedText {
  /** As long as the text itself, so that every offset is the same in both. */
  readonly text: string;
  /** What a string of the masked text, or of a tree made of it, was in the text itself. */
  readonly restore: (value: string) => string;
  readonly holdsMask: (value: string) => boolean;
  /** Whether nothing had to be masked. */
  readonly isSame: boolean;
}

// A native parser of JavaScript calls itself at every bracket, and where its stack overflows the process ends. A post is data: of
// its braces only those around one literal or one comment mean anything, and only those are let through. All others, and what
// begins an import or an export, are replaced by characters that mean nothing. Where that turns out to be code it is undone;
// anywhere else it is a program.

const opening = /\{|^(?:im|ex)port\b/gm;
const literal =
  /\{[ \t]*(?:"[^"\\\r\n]*"|'[^'\\\r\n]*'|`[^`\\$]*`|true|false|-?\d{1,40}(?:\.\d{1,40})?)[ \t]*\}/y;
const commentStart = /\{[ \t]*\/\*/y;
const commentEnd = /\*\/[ \t]*\}/y;

/** Undefined where no characters are left to stand in for others. */
export function maskPrograms(text: string): MaskedText | undefined {
  const standIns = unusedCharacters(text);
  if (!standIns) return undefined;
  const isData = dataBraces(text);
  let masked = '';
  let done = 0;
  opening.lastIndex = 0;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const { index } = found;
    const character = found[0][0] as keyof typeof standIns;
    if (character === '{' && isData(index)) continue;
    masked += text.slice(done, index) + standIns[character];
    done = index + 1;
  }
  if (done === 0) return unmasked(text);
  const originals = new Map(Object.entries(standIns).map(([character, standIn]) => [standIn, character]));
  const mask = new RegExp(`[${[...originals.keys()].join('')}]`, 'g');
  return {
    text: masked + text.slice(done),
    restore: (value) => value.replace(mask, (standIn) => originals.get(standIn)!),
    holdsMask: (value) => value.search(mask) >= 0,
    isSame: false,
  };
}

/** A text that has nothing to mask. */
export function unmasked(text: string): MaskedText {
  return { text, restore: (value) => value, holdsMask: () => false, isSame: true };
}

/** For braces in the order of the text: whether one is escaped, or opens nothing but a literal or a comment. */
function dataBraces(text: string): (index: number) => boolean {
  let nextCommentEnd = -1;
  return (index) => {
    let slashes = 0;
    while (text[index - slashes - 1] === '\\') slashes++;
    if (slashes % 2 === 1) return true;
    literal.lastIndex = index;
    if (literal.test(text)) return true;
    commentStart.lastIndex = index;
    if (!commentStart.test(text)) return false;
    // Looked for once for all comments that end there: no text is gone through twice.
    if (nextCommentEnd < commentStart.lastIndex) {
      const end = text.indexOf('*/', commentStart.lastIndex);
      nextCommentEnd = end < 0 ? text.length : end;
    }
    commentEnd.lastIndex = nextCommentEnd;
    return commentEnd.test(text);
  };
}

/** Characters for private use that the text has none of: to Markdown they are neither blanks nor punctuation. */
function unusedCharacters(text: string): Readonly<Record<'{' | 'i' | 'e', string>> | undefined {
  const unused: string[] = [];
  for (let code = 0xe000; code < 0xe100 && unused.length < 3; code++) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) unused.push(character);
  }
  const [brace, i, e] = unused;
  return brace && i && e ? { '{': brace, i, e } : undefined;
}
