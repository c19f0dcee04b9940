import type { LexicalRegions, Region } from '../../text-checks/lexical-regions.ts';

/** Comments are lines that begin with `!`; a banner's text runs to the character it began with. Quotes mean little. */
export function iosRegions(text: string): LexicalRegions {
  const regions: Region[] = [];
  const pattern = /^[ \t]*!.*|^[ \t]*banner [a-z-]+ (\^C|\S)/gim;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    if (match[1] === undefined) {
      regions.push({ kind: 'comment', start, end: start + match[0].length });
      continue;
    }
    const opened = start + match[0].length;
    const close = text.indexOf(match[1], opened);
    if (close < 0) continue;
    regions.push({ kind: 'here-string', start: opened, end: close });
    pattern.lastIndex = close + match[1].length;
  }
  return { regions, strings: [], apostrophes: [] };
}
