/** What one-character slips are made of: the characters that mean something to PowerShell. */
const telling = '{}()[]"\'$@,;|&=-`#.:?<>!+*%\n';

/** One character of a text deleted, replaced or inserted. */
export interface Slip {
  readonly kind: 'delete' | 'replace' | 'insert';
  /** Offset into the text. */
  readonly at: number;
  /** Empty for a deletion. */
  readonly character: string;
}

/** Numbers from 0 up to, not including, 1: the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A slip in `text`, mostly where the text has a character that means something. */
export function slipIn(text: string, random: () => number): Slip {
  const kind = (['delete', 'replace', 'insert'] as const)[Math.floor(random() * 3)]!;
  let at = Math.floor(random() * text.length);
  if (random() < 0.75) {
    // Forward to the next character that matters, from the beginning again past the end.
    for (let step = 0; step < text.length; step++) {
      if (telling.includes(text[(at + step) % text.length]!)) {
        at = (at + step) % text.length;
        break;
      }
    }
  }
  const character = kind === 'delete' ? '' : telling[Math.floor(random() * telling.length)]!;
  return { kind, at, character };
}

export function withSlip(text: string, { kind, at, character }: Slip): string {
  return text.slice(0, at) + character + text.slice(kind === 'insert' ? at : at + 1);
}
