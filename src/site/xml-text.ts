/**
 * A text without what XML cannot have, not even escaped (https://www.w3.org/TR/xml/#charsets): in place of control characters the
 * pictures that Unicode has of them, ␛ for U+001B, and U+FFFD for halves of pairs and for what is no character.
 */
export function xmlText(text: string): string {
  return text.replace(notInXml, (character) => {
    const code = character.codePointAt(0)!;
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\uFFFD';
  });
}

const notInXml = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
