/** The word of its fences. */
export const iosId = 'ios';

/** Begins a comment. */
export const iosComment = '!';

/** What to do about a value that fits no place as it is written, in the imperative. */
export const quotingHint = 'Use a value without blanks here.';
