/** A name, and a piece that is repeated or a text of about a length. */
export type Shape = readonly [name: string, shape: string | ((length: number) => string)];

export function textOf([, shape]: Shape, length: number): string {
  if (typeof shape === 'string') return shape.repeat(Math.ceil(length / shape.length)).slice(0, length);
  return shape(length).slice(0, length);
}

/** One piece for each number below `count`. */
export function each(count: number, piece: (index: number) => string): string[] {
  return Array.from({ length: Math.floor(count) }, (_, index) => piece(index));
}
