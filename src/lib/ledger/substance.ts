import { diffArrays } from 'diff';
import { side } from './changed-passages.ts';
import { diffProjections } from './diff-lines.ts';
import type { ProjectionLine } from './projection-lines.ts';

/** What an editorial revision may not touch, in words that follow “a change of”. */
export const substances = {
  code: 'code, or what is said of it',
  number: 'a number, a version or an address',
  date: 'a date',
  name: 'a name',
  negation: 'what is denied',
  link: 'where a link leads',
  picture: 'a picture or what is said in its place',
  table: 'a cell of a table',
  passage: 'a whole passage',
  field: 'a field of the front matter',
  use: 'a picture, comparison or lab that is shown',
} as const;
export type Substance = keyof typeof substances;

/**
 * What of substance differs between two projections, in the order of `substances`. What is left are changes of wording, spelling and
 * punctuation. Words that deny are known in English, German, French, Spanish, Italian and Dutch.
 */
export function substanceOfChange(before: readonly string[], after: readonly string[]): readonly Substance[] {
  const found = new Set<Substance>();
  const fields = { old: fieldsOf(before), now: fieldsOf(after) };
  let [from, to] = [0, 0];
  for (const part of diffProjections(before, after)) {
    switch (part.kind) {
      case 'same':
        from += part.lines.length;
        to += part.lines.length;
        break;
      case 'removed':
        add(found, kindOf(part.line, from++ < fields.old), 'passage');
        break;
      case 'added':
        add(found, kindOf(part.line, to++ < fields.now), 'passage');
        break;
      case 'changed': {
        const line = { text: side(part.pieces, '+'), code: part.code };
        const kind = kindOf(line, to++ < fields.now);
        from++;
        if (kind === 'prose') compareWords(side(part.pieces, '-'), line.text, found);
        else add(found, kind, 'passage');
        break;
      }
    }
  }
  return (Object.keys(substances) as Substance[]).filter((one) => found.has(one));
}

type LineKind = 'code' | 'table' | 'picture' | 'field' | 'date' | 'prose';

function add(found: Set<Substance>, kind: LineKind, ofProse: Substance): void {
  found.add(kind === 'prose' ? ofProse : kind);
}

/** How many lines the front matter has. */
function fieldsOf(lines: readonly string[]): number {
  const end = lines.findIndex((line) => !/^(?:[A-Za-z][\w.]*: | {2})/.test(line));
  return end < 0 ? lines.length : end;
}

function kindOf({ text, code }: ProjectionLine, isField: boolean): LineKind {
  if (isField) return fieldKind(text);
  if (code) return 'code';
  const bare = text.replace(/^(?:> | {2}|- |\d+\. )+/, '');
  if (bare.startsWith('| ')) return 'table';
  return /^(?:<\/?[A-Za-z]|!\[)/.test(bare) ? 'picture' : 'prose';
}

/** Fields that are sentences are read as such. */
const proseFields =
  /^(?:title|shortTitle|summary|series|impact|stillUp|cause|evidence|lesson|entry|system): /;

function fieldKind(text: string): LineKind {
  if (text.startsWith('date: ')) return 'date';
  return proseFields.test(text) ? 'prose' : 'field';
}

function compareWords(before: string, after: string, found: Set<Substance>): void {
  const differs = (of: (text: string) => readonly string[]) => of(before).join('\n') !== of(after).join('\n');
  if (differs(picturesIn)) found.add('picture');
  if (differs(linksIn)) found.add('link');
  if (differs(codeIn)) found.add('code');
  const [oldWords, nowWords] = [wordsOf(before), wordsOf(after)];
  const wordsDiffer = (is: (word: string) => boolean) =>
    oldWords.filter(is).join(' ').toLowerCase() !== nowWords.filter(is).join(' ').toLowerCase();
  if (wordsDiffer((word) => /\p{N}/u.test(word) || numberWords.has(word.toLowerCase()))) found.add('number');
  if (wordsDiffer((word) => dayWords.has(word.toLowerCase()))) found.add('date');
  if (wordsDiffer(isName)) found.add('name');
  const denied = (list: readonly string[]) => list.filter(denies).map(uncontracted).join(' ');
  if (denied(oldWords) !== denied(nowWords) || isTurnedRound(oldWords, nowWords)) found.add('negation');
}

const picturesIn = (text: string) => text.match(/!\[[^\]]*\]\([^)]*\)/g) ?? [];
const linksIn = (text: string) => [...text.matchAll(/\]\(([^)\s]*)/g)].map((match) => match[1]!);
const codeIn = (text: string) => text.match(/`[^`]+`/g) ?? [];

/** Words as they are read: without code, addresses of links, and what stands around words. */
function wordsOf(text: string): readonly string[] {
  const spoken = text.replace(/`[^`]*`/g, ' ').replace(/\]\([^)]*\)/g, '] ');
  const found = spoken.match(/[\p{L}\p{N}][\p{L}\p{N}'’./\\:_@+-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
  return found.map((word) => word.replaceAll('’', "'"));
}

/** More than one capital, an inner one, or signs that prose has not: `LACP`, `vEthernet`, `Get-VM`, `C:\Temp`, `smb1.example`. */
function isName(word: string): boolean {
  return /\p{L}/u.test(word) && /\p{L}\p{Lu}|[./\\:_@+]|\p{Lu}\S*-\p{Lu}/u.test(word);
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const numberWords = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion once twice thrice half third quarter dozen first second both',
);

const dayWords = words(
  'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow',
);

const denying = words(
  `not no never none nothing nobody nowhere neither nor without cannot hardly barely unless except only
  nicht kein keine keinen keinem keiner keines nie niemals nichts ohne
  ne pas jamais aucun aucune rien sans
  nunca sin ningún ninguna nada tampoco
  non mai senza nessun nessuno nulla
  niet geen nooit niets zonder`,
);

/** `doesn’t` denies what `does not` does. */
function uncontracted(word: string): string {
  return /n['’]t$|^cannot$/i.test(word) ? 'not' : word.toLowerCase();
}

function denies(word: string): boolean {
  return denying.has(word.toLowerCase()) || /n't$/i.test(word);
}

/** Pairs of the trade that say the opposite of each other. */
const opposites = new Map(
  `on/off enable/disable enabled/disabled allow/deny allowed/denied permit/deny before/after up/down true/false
  open/closed open/close start/stop always/never must/may must/should should/may more/less above/below
  all/some every/some trunk/access tagged/untagged active/passive inside/outside inbound/outbound input/output
  left/right higher/lower required/optional first/last source/destination client/server`
    .split(/\s+/)
    .flatMap((pair) => {
      const [a, b] = pair.split('/') as [string, string];
      return [
        [`${a} ${b}`, true],
        [`${b} ${a}`, true],
      ] as const;
    }),
);

/** Whether a word has been put in the place of its opposite. */
function isTurnedRound(before: readonly string[], after: readonly string[]): boolean {
  const lower = (list: readonly string[]) => list.map((word) => word.toLowerCase());
  const parts = diffArrays(lower(before), lower(after), { maxEditLength: 500 }) ?? [];
  return parts.some((part, index) => {
    const next = parts[index + 1];
    if (!part.removed || !next?.added) return false;
    return part.value.some((old) =>
      next.value.some((now) => opposites.has(`${old} ${now}`) || isNegated(old, now) || isNegated(now, old)),
    );
  });
}

function isNegated(word: string, other: string): boolean {
  return ['un', 'in', 'im', 'ir', 'non', 'non-', 'dis', 'de'].some((prefix) => other === prefix + word);
}
