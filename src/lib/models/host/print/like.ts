/** Texts that a wildcard stands for: `*` for any, `?` for one sign. Source: about_Wildcards; brackets are not followed. */
export function likePattern(pattern: string): (text: string) => boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, (sign) => `\\${sign}`)
    .replaceAll(/\*+/g, '[^]*')
    .replaceAll('?', '[^]');
  const found = new RegExp(`^${source}$`, 'i');
  return (text) => found.test(text);
}
