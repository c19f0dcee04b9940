/** The command that is being typed, as far as its words tell. */
export interface TypedWords {
  /** All words before the one being typed, the command's name first; none where it is the name that is typed. */
  readonly before: readonly string[];
  /** The beginning of the word that is typed; empty behind a blank. */
  readonly typed: string;
  /** Offset of that word in the text. */
  readonly start: number;
}

/**
 * Reads what stands before `offset` back to where its command begins. The text need not be PowerShell yet: a quote may be open, a brace
 * unclosed. Undefined within a comment or a quoted text that begins a command.
 */
export function wordsBefore(text: string, offset: number): TypedWords | undefined {
  let words: { text: string; start: number }[] = [];
  let at = 0;
  let start = 0;
  let word = '';
  const end = () => {
    if (word !== '') words.push({ text: word, start });
    word = '';
  };
  while (at < offset) {
    const letter = text[at]!;
    if (letter === '`' && /[\r\n]/.test(text[at + 1] ?? '')) {
      // A line that goes on.
      end();
      at += text.startsWith('\r\n', at + 1) ? 3 : 2;
      continue;
    }
    if (letter === '#' && word === '') {
      const line = text.indexOf('\n', at);
      if (line < 0 || line >= offset) return undefined;
      at = line;
      continue;
    }
    if (letter === "'" || letter === '"') {
      if (word === '') start = at;
      const close = text.indexOf(letter, at + 1);
      const to = close < 0 || close >= offset ? offset : close + 1;
      word += text.slice(at, to);
      at = to;
      continue;
    }
    if (letter === '\n') {
      end();
      // Behind a bar or a comma the command, or its list, goes on.
      if (words.at(-1)?.text.endsWith(',') !== true) words = [];
    } else if (/[|;(){}=&]/.test(letter) && !(letter === '(' && word.startsWith('$'))) {
      end();
      words = [];
    } else if (/\s/.test(letter)) end();
    else {
      if (word === '') start = at;
      word += letter;
    }
    at += 1;
  }
  return { before: words.map((one) => one.text), typed: word, start: word === '' ? offset : start };
}
