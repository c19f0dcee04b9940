/** Something that a text of a device is made of, and that may be otherwise on another one. */
export interface Subject {
  readonly kind: 'value' | 'port';
  /** The path of a value; the full name of a port of the lab. */
  readonly of: string;
  readonly isVlan: boolean;
  /** In the guide. */
  readonly own: string;
  /**
   * In two trials, each otherwise than in the guide and than in the other, and in a third one, in which VLANs are neighbours: what the first two
   * have told is held to it.
   */
  readonly trials: readonly [string, string, string];
}

/** A text in the guide, and in the three trials. */
export interface TriedText {
  readonly own: string;
  readonly trials: readonly [string, string, string];
  /** The author has typed it: a list of VLANs in it stays in their order. */
  readonly isTyped: boolean;
  readonly escape: Escape;
}

/** A text with places for subjects; a list of VLANs stands in it as switches print it, sorted and with runs. */
export type TemplatePart = string | { readonly kind: 'subject'; readonly subject: Subject } | VlanListPart;

/** VLANs as a switch prints them: sorted, and runs from a length on with a hyphen. */
export interface VlanListPart {
  readonly kind: 'list';
  readonly subjects: readonly Subject[];
  /** Those that stand in it whatever the subjects are. */
  readonly ids: readonly number[];
  readonly shortest: 2 | 3;
}

/** How a value is written where a text is more than words: in a pattern, say. */
export type Escape = (text: string) => string;

/**
 * What a text has in common with itself in two trials: where they part, it is the subject that is so in both. It holds where it comes to the
 * text itself when all is as in the guide, and to that of the third trial; undefined where it does not: then nobody knows what it is made of.
 */
export function templateOf(
  { own, trials: [first, second, third], isTyped, escape }: TriedText,
  subjects: readonly Subject[],
): readonly TemplatePart[] | undefined {
  const plain = partsOf(first, second, subjects, escape);
  if (!plain) return undefined;
  const listed = ([3, 2] as const).map((shortest) => withLists(plain, shortest, escape));
  return (isTyped ? [plain, ...listed] : [...listed, plain]).find(
    (parts) =>
      filled(parts, escape, (subject) => subject.own) === own &&
      filled(parts, escape, ({ trials }) => trials[2]) === third,
  );
}

/** The text of a template with these subjects. */
export function filled(
  parts: readonly TemplatePart[],
  escape: Escape,
  textOf: (subject: Subject) => string,
): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'subject') return escape(textOf(part.subject));
      return escape(
        vlanRuns([...part.ids, ...part.subjects.map((subject) => Number(textOf(subject)))], part.shortest),
      );
    })
    .join('');
}

/** VLANs as a switch lists them: `1,11-15`; a run is at least so long. */
export function vlanRuns(ids: readonly number[], shortest: 2 | 3): string {
  const runs: [number, number][] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === id - 1) run[1] = id;
    else runs.push([id, id]);
  }
  return runs
    .map(([from, to]) =>
      from === to ? String(from) : `${String(from)}${to - from + 1 >= shortest ? '-' : ','}${String(to)}`,
    )
    .join(',');
}

function partsOf(
  first: string,
  second: string,
  subjects: readonly Subject[],
  escape: Escape,
): readonly TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  let literal = '';
  let [a, b] = [0, 0];
  while (a < first.length || b < second.length) {
    const subject = subjects.find(
      ({ trials: [x, y] }) => standsAt(first, a, escape(x)) && standsAt(second, b, escape(y)),
    );
    if (subject) {
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push({ kind: 'subject', subject });
      a += escape(subject.trials[0]).length;
      b += escape(subject.trials[1]).length;
    } else if (a < first.length && first[a] === second[b]) {
      literal += first[a]!;
      a++;
      b++;
    } else return undefined;
  }
  return literal === '' ? parts : [...parts, literal];
}

/** A number is no part of another one. */
function standsAt(text: string, at: number, part: string): boolean {
  if (!text.startsWith(part, at)) return false;
  const isDigit = (character: string | undefined) => character !== undefined && /\d/.test(character);
  return (
    !(isDigit(part[0]) && isDigit(text[at - 1])) && !(isDigit(part.at(-1)) && isDigit(text[at + part.length]))
  );
}

/** Numbers and runs between the commas of a list, as they stand in a text: `1,`, `,20-22`. */
function withLists(parts: readonly TemplatePart[], shortest: 2 | 3, escape: Escape): readonly TemplatePart[] {
  const hyphen = escape('-').replace(/\\/g, () => '\\\\');
  const item = `\\d+(?:${hyphen}\\d+)?`;
  const [before, behind] = [
    new RegExp(`(?<![\\d,-])((?:${item},)+)$`),
    new RegExp(`^((?:,${item})+)(?![\\d-])`),
  ];
  const made: TemplatePart[] = [];
  let list: VlanListPart | undefined;
  const end = () => {
    if (!list) return;
    const isAlone = list.subjects.length + list.ids.length === 1;
    made.push(isAlone ? { kind: 'subject', subject: list.subjects[0]! } : list);
    list = undefined;
  };
  parts.forEach((part, index) => {
    if (isVlan(part)) {
      if (list) list = { ...list, subjects: [...list.subjects, part.subject] };
      else {
        const last = made.at(-1);
        const found = typeof last === 'string' ? before.exec(last)?.[1] : undefined;
        if (found !== undefined) made[made.length - 1] = (last as string).slice(0, -found.length);
        list = { kind: 'list', subjects: [part.subject], ids: idsIn(found ?? ''), shortest };
      }
      return;
    }
    if (!list || typeof part !== 'string') {
      end();
      made.push(part);
      return;
    }
    const found = behind.exec(part)?.[1] ?? '';
    const rest = part.slice(found.length);
    list = { ...list, ids: [...list.ids, ...idsIn(found)] };
    if (rest === ',' && isVlan(parts[index + 1])) return;
    end();
    if (rest !== '') made.push(rest);
  });
  end();
  return made;
}

function idsIn(text: string): readonly number[] {
  return text.split(',').flatMap((run) => {
    const [from, to = from] = [...run.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    if (from === undefined || to === undefined || to < from) return [];
    return Array.from({ length: Math.min(to - from + 1, 4094) }, (_, index) => from + index);
  });
}

function isVlan(part: TemplatePart | undefined): part is Extract<TemplatePart, { kind: 'subject' }> {
  return typeof part === 'object' && part.kind === 'subject' && part.subject.isVlan;
}
