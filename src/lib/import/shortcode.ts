/** A shortcode of WordPress, `[name one="1"]…[/name]`, with offsets of the text it stands in. */
export interface Shortcode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Values without a name. */
  readonly words: readonly string[];
  /** Undefined where nothing closes it. */
  readonly inside: string | undefined;
  readonly written: string;
}

const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s'"\]]+))|"([^"]*)"|'([^']*)'|(\S+)/g;

/** The attributes of a shortcode as its text has them; curly quotes are what an editor made of straight ones. */
export function attributesOf(text: string): Pick<Shortcode, 'attributes' | 'words'> {
  const attributes = new Map<string, string>();
  const words: string[] = [];
  const straight = text.replace(/[“”″]|&#822[01];|&quot;/g, '"').replace(/\/\s*$/, '');
  for (const [, name, double, single, bare, ...others] of straight.matchAll(attribute)) {
    if (name !== undefined) attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
    else words.push(others.find((one) => one !== undefined) ?? '');
  }
  return { attributes, words };
}

/**
 * Replaces the shortcodes of a text, inner ones first where they stand in another. `replace` gives undefined where it is none after all,
 * and the text stays. No name is looked for more than once, so that a text of many openings takes no longer than its length.
 */
export function replaceShortcodes(
  text: string,
  replace: (code: Shortcode, offset: number) => string | undefined,
): string {
  const closings = new Map<string, number[]>();
  for (const { 1: name = '', index } of text.matchAll(/\[\/([\w-]+)\]/g)) {
    const key = name.toLowerCase();
    const known = closings.get(key);
    if (known) known.push(index);
    else closings.set(key, [index]);
  }
  const opening = /\[(\[?)([a-z][\w-]*)(?=[\s\]/="])([^[\]\n]*(?:\n[^[\]\n]*){0,3})\](\]?)/gi;
  const within = (start: number, end: number): string => {
    let out = '';
    let at = start;
    opening.lastIndex = start;
    for (let match = opening.exec(text); match && match.index < end; match = opening.exec(text)) {
      const [whole, escape, name = '', rest = '', escaped] = match;
      const key = name.toLowerCase();
      const after = match.index + whole.length;
      // `[[caption]]` is shown as `[caption]`.
      if (escape && escaped) {
        out += text.slice(at, match.index) + whole.slice(1, -1);
        at = after;
        continue;
      }
      if (after > end) break;
      const closing = /\/\s*$/.test(rest) ? undefined : firstWithin(closings.get(key) ?? [], after, end);
      const closingEnd = closing === undefined ? after : closing + name.length + 3;
      const inside = closing === undefined ? undefined : within(after, closing);
      const written = text.slice(match.index, closingEnd);
      const made = replace({ name: key, ...attributesOf(rest), inside, written }, match.index);
      opening.lastIndex = closingEnd;
      if (made === undefined) {
        if (inside !== undefined && closing !== undefined)
          out += text.slice(at, after) + inside + text.slice(closing, closingEnd);
        else out += text.slice(at, closingEnd);
      } else out += text.slice(at, match.index) + padded(made, written);
      at = closingEnd;
    }
    return out + text.slice(at, end);
  };
  return within(0, text.length);
}

/** The first of sorted numbers that is at least `from` and less than `to`. */
function firstWithin(sorted: readonly number[], from: number, to: number): number | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < from) low = middle + 1;
    else high = middle;
  }
  const found = sorted[low];
  return found !== undefined && found < to ? found : undefined;
}

/** With as many line breaks as what it stands for. */
export function padded(made: string, written: string): string {
  const missing = (written.match(/\n/g)?.length ?? 0) - (made.match(/\n/g)?.length ?? 0);
  return missing > 0 ? made + '\n'.repeat(missing) : made;
}

/** A text in HTML, as it is. */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!,
  );
}
