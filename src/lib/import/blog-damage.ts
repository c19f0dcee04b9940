import type { Edit } from '../diagnostics/diagnostic.ts';
import { regionAt } from '../dialects/text-checks/lexical-regions.ts';
import type { TextConventions } from '../dialects/text-checks/conventions.ts';

// What editors of blogs make of commands, beyond what the checks of any text know: signs of print for what was typed, smileys, links.
// https://developer.wordpress.org/reference/functions/wptexturize/ and …/convert_smilies/

/** Offsets in the code. */
interface DamageRepair extends Edit {
  readonly why: string;
}

/** A damage that can be told from what is meant. */
interface Damage {
  readonly pattern: RegExp;
  readonly put: (match: RegExpMatchArray) => string;
  readonly why: string;
  /** Also in the text of strings; in comments nothing is repaired. */
  readonly inStrings?: true;
  /** Where paths and quotes are as Windows has them. */
  readonly ofPaths?: true;
}

/** The pictures that WordPress puts for signs, of which those that code has. */
const smileys: ReadonlyMap<string, string> = new Map([
  ['🙂', ':)'],
  ['😉', ';)'],
  ['😎', '8)'],
  ['😀', ':D'],
  ['🙁', ':('],
  ['😛', ':P'],
  ['😐', ':|'],
  ['😡', ':x'],
  ['😮', ':o'],
]);

const damages: readonly Damage[] = [
  {
    pattern: /(?<=(?:^|[\s'"=,(@])(?:[A-Za-z]|HK(?:LM|CU|CR|CC|U)):)(?=[A-Za-z_][\w.-]*)(?![A-Za-z]+:)/g,
    put: () => '\\',
    why: 'The path has lost the backslash behind its drive.',
    inStrings: true,
    ofPaths: true,
  },
  {
    pattern: /(?<=[\s'"=,(])(?=\\[A-Za-z][\w.-]+\\[\w$.-]+)/g,
    put: () => '\\',
    why: 'The path has lost a backslash before its server.',
    inStrings: true,
    ofPaths: true,
  },
  {
    pattern: /(?<=(?:^|[\s=,(]))\\(["'])((?:(?!\\?\1)[^\n])*)\\\1(?=$|[\s,;)|])/gm,
    put: ([, quote, inside]) => quote! + inside! + quote!,
    why: 'A backslash was put before the quotes, as a blog does that stores them.',
    ofPaths: true,
  },
  { pattern: /…/g, put: () => '...', why: 'Three dots were made one sign of print.' },
  { pattern: /(?<=\d)×(?=\d)/g, put: () => 'x', why: 'The letter x was made a sign of multiplication.' },
  {
    pattern: new RegExp([...smileys.keys()].join('|'), 'gu'),
    put: ([sign]) => smileys.get(sign)!,
    why: 'Two signs were made a smiley.',
  },
  {
    pattern: /<a\b[^<>]*\bhref=(["'])([^"'<>]+)\1[^<>]*>([^<>]*)<\/a>/gi,
    put: ([whole, , address, words]) => (words === address ? words! : whole),
    why: 'An address was made a link.',
  },
  {
    pattern: /\[(https?:\/\/[^\s\][]+)\]\(\1\)/g,
    put: ([, address]) => address!,
    why: 'An address was made a link.',
    inStrings: true,
  },
  {
    pattern: /<(https?:\/\/[^\s<>]+)>/g,
    put: ([, address]) => address!,
    why: 'An address was made a link.',
    ofPaths: true,
  },
];

/** Repairs of a listing in a dialect, each where what stands there can hardly be meant. */
export function damageRepairs(code: string, { regions, hasWindowsPaths }: TextConventions): DamageRepair[] {
  const lexical = regions(code);
  return damages.flatMap(({ pattern, put, why, inStrings, ofPaths }) =>
    (ofPaths === true && !hasWindowsPaths ? [] : [...code.matchAll(pattern)]).flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length];
      const kind = regionAt(lexical, start)?.kind;
      if (kind === 'comment' || (kind !== undefined && inStrings !== true)) return [];
      const text = put(match);
      return text === match[0] ? [] : [{ start, end, text, why }];
    }),
  );
}
