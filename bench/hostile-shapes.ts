/** A name, and a piece that is repeated or a text of about a length. */
export type Shape = readonly [name: string, shape: string | ((length: number) => string)];

/** A text of a shape that has at most so many characters and lines. */
export function textOf([, shape]: Shape, length: number, lines: number): string {
  const text = typeof shape === 'string' ? shape.repeat(Math.ceil(length / shape.length)) : shape(length);
  return text.slice(0, length).split('\n', lines).join('\n');
}

/** One piece for each number below `count`. */
export function each(count: number, piece: (index: number) => string): string[] {
  return Array.from({ length: Math.floor(count) }, (_, index) => piece(index));
}
