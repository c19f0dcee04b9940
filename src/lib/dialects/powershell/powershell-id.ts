/** The word of its fences. */
export const powershellId = 'powershell';

/** Begins a comment. */
export const powershellComment = '#';

/** What to do about a value that fits no place as it is written, in the imperative. */
export const quotingHint = 'Put the value in single quotes.';
