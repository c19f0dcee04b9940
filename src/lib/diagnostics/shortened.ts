/** A text as a message quotes it: the beginning of a long one. */
export function shortened(text: string, length = 60): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
