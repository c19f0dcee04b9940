/** What of an escape sequence has come so far, and whether the key before was a carriage return. */
export interface KeyReading {
  readonly escape: string;
  readonly returned: boolean;
}

export const noKeys: KeyReading = { escape: '', returned: false };

/**
 * The key that a character completes; none within an escape sequence, and none for what no key is. Arrows come as the control characters
 * that stand for them, every line end as `\r`: one for `\r\n`, however it was cut. A terminal sends bytes, and a switch takes those of ASCII.
 */
export function readKey(
  { escape, returned }: KeyReading,
  character: string,
): { readonly reading: KeyReading; readonly key?: string } {
  if (escape !== '') return inEscape(escape, character);
  if (character === '\x1b') return { reading: { escape: character, returned: false } };
  if (character === '\n' && returned) return { reading: noKeys };
  if (character === '\r' || character === '\n')
    return { reading: { escape: '', returned: character === '\r' }, key: '\r' };
  return character === '\0' || character > '\x7f' ? { reading: noKeys } : { reading: noKeys, key: character };
}

/** No sequence that a keyboard sends is longer. */
const longestEscape = 8;

function inEscape(escape: string, character: string): ReturnType<typeof readKey> {
  const sequence = `${escape}${character}`;
  if (sequence === '\x1b[' || sequence === '\x1bO') return { reading: { escape: sequence, returned: false } };
  const isOpen = /^\x1b\[[\d;]*$/.test(sequence) && sequence.length < longestEscape;
  if (isOpen) return { reading: { escape: sequence, returned: false } };
  // A line end is one, whatever began before it.
  if (character === '\r' || character === '\n') return readKey(noKeys, character);
  const key = arrows[sequence.slice(2)];
  return { reading: noKeys, ...(key !== undefined && /^\x1b[[O]/.test(sequence) && { key }) };
}

const arrows: Readonly<Record<string, string>> = {
  A: '\x10',
  B: '\x0e',
  C: '\x06',
  D: '\x02',
  H: '\x01',
  F: '\x05',
  '3~': '\x04',
  '1~': '\x01',
  '4~': '\x05',
};
