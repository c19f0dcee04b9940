import { asideKindOf } from './aside-kinds.ts';
import type { ProseLine } from './prose-lines.ts';

/**
 * The line that opens or closes a container: `:::note Title`, `:::note[Title]{…}`, `::: tip`, `::: tip :::::`, `:::`; or a line that is
 * all there is: `:::image source="a.png":::`.
 */
export interface Container {
  /** Of the first colon, and the end of the line without blanks. */
  readonly start: number;
  readonly end: number;
  readonly colons: number;
  /** In small letters; undefined where the line closes. */
  readonly kind: string | undefined;
  readonly kindStart: number;
  readonly title: string | undefined;
  /** It is of a kind that is not known here and ends with colons itself, as Microsoft Learn has it: nothing closes it. */
  readonly alone: boolean;
}

const pattern = /^((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)(:{3,})([ \t]*)(?:([A-Za-z][\w-]*)(.*))?$/;

/** Undefined where a line is no directive. */
export function readDirectiveLine({ start, text }: ProseLine): Container | undefined {
  const match = text.includes(':::') ? pattern.exec(text) : null;
  if (!match) return undefined;
  const [, before = '', colons = '', gap = '', kind, rest = ''] = match;
  const from = start + before.length;
  const words = rest.replace(/:{3,}[ \t]*$/, '');
  return {
    start: from,
    end: start + text.trimEnd().length,
    colons: colons.length,
    kind: kind?.toLowerCase(),
    kindStart: from + colons.length + gap.length,
    title: titleOf(words),
    alone: kind !== undefined && !isDirective(kind) && words !== rest,
  };
}

/** Whether a word is a kind of container that posts have. */
export function isDirective(kind: string): boolean {
  return asideKindOf(kind) !== undefined || kind.toLowerCase() === 'details';
}

/** What stands behind the kind: `[Title]`, `Title`, `"Title"`, and attributes, of which only a title is something here. */
function titleOf(rest: string): string | undefined {
  const [, bracketed, attributes = '', plain = ''] =
    /^(?:\[(.*?)\](?=[ \t]*(?:\{|$)))?[ \t]*(\{[^}]*\})?[ \t]*(.*)$/.exec(rest) ?? [];
  const given = /\btitle=(?:"([^"]*)"|'([^']*)'|([^\s}]+))/.exec(attributes);
  const title = bracketed ?? given?.[1] ?? given?.[2] ?? given?.[3] ?? unquoted(plain);
  // A title is a text: marks of emphasis and code would be printed.
  const words = title
    .replace(/(\*\*|__|`|\*)(\S.{0,200}?)\1/g, (_match, _mark, marked: string) => marked)
    .trim();
  return words === '' ? undefined : words;
}

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
