/** A text as a message quotes it: the beginning of a long one. */
export function shortened(text: string, length = 60): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** What is said of a problem, in sentences. */
interface Sentences {
  readonly message: string;
  readonly why?: string;
  readonly hint?: string;
  readonly label?: string;
}

/**
 * What is said of a problem, with the beginning of whatever is quoted at length in it: a text of the author's may be as long as a file,
 * and stands at its place anyway. All diagnostics are made with it.
 */
export function withShortQuotes<Problem extends Sentences>(problem: Problem): Problem {
  const { message, why, hint, label } = problem;
  return {
    ...problem,
    message: shortSentences(message),
    ...(why !== undefined && { why: shortSentences(why) }),
    ...(hint !== undefined && { hint: shortSentences(hint) }),
    ...(label !== undefined && { label: shortSentences(label) }),
  };
}

/** Characters of a quotation, of a word, and of all that is said; nothing that we write ourselves comes near. */
const longestQuotation = 240;
const longestWord = 160;
const longestText = 1500;

/** Of a long word or quotation so much is shown. */
const shown = 100;

/** Sentences with the beginning of each long quotation and word. */
export function shortSentences(text: string): string {
  if (text.length <= longestWord) return text;
  // What is quoted may be a whole file; the sentence goes on behind it.
  const near = text.length <= 10_000 ? text : `${text.slice(0, 9000)}…${text.slice(-500)}`;
  const short = near
    .replace(/“[^“”]*”|`[^`]*`/g, (found) =>
      found.length <= longestQuotation ? found : `${shortened(found, shown)}${found.at(-1)!}`,
    )
    .replace(/\S+/g, (found) =>
      found.length <= longestWord
        ? found
        : `${shortened(found, shown)}${/[”’"'`)\].,;:!?]{0,4}$/.exec(found)![0]}`,
    );
  return shortened(short, longestText);
}
