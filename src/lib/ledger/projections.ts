import type { PostData } from '../guide/front-matter.ts';
import type { Guide, Segment } from '../guide/guide.ts';
import { valueMark } from '../guide/project-tree.ts';
import { foldSpaces } from '../source/fold-spaces.ts';

/** What a subject of the ledger says, in the form that is kept. */
export interface Projection {
  /** What its author tells: `projectTree`'s lines after those of its front matter, the values of the lab filled in. */
  readonly lines: readonly string[];
  /** What the program makes of it for readers, without the look of it. */
  readonly rendered: string;
  /** What it shows that lies in files of its own: `figures/overlay`, `comparisons/x`, `labs/rack`. */
  readonly uses: readonly string[];
}

/** Fields that say how a post is filed and found, and nothing to those who read it. */
const filing: ReadonlySet<string> = new Set(['kind', 'slug', 'tags', 'draft', 'aliases', 'cover', 'release']);

/** Undefined where the post cannot be read. `valueOf`: the text of a value of the post's lab, by its path. */
export function projectPost(
  guide: Pick<Guide, 'data' | 'projection' | 'body' | 'blocks' | 'references'>,
  valueOf: (path: string) => string | undefined,
): Projection | undefined {
  const { data, projection, body, blocks } = guide;
  if (!data || !projection) return undefined;
  const fill = (text: string) =>
    text.includes('{{') ? text.replace(valueMark, (written, path: string) => valueOf(path) ?? written) : text;
  const lines = [...fieldLines(data), ...projection].map(fill);
  const codes = new Map(blocks.map((block) => [block.id, block.code.text]));
  return { lines, rendered: fill(shownText(body, codes)), uses: usesOf(guide, data, lines) };
}

/** A lab or a comparison, as its YAML has it. */
export function projectData(value: unknown): Projection {
  const lines = flattened('', sorted(value));
  return { lines, rendered: lines.join('\n'), uses: [] };
}

function fieldLines(data: PostData): string[] {
  return Object.entries(data).flatMap(([key, value]) => (filing.has(key) ? [] : flattened(key, value)));
}

/** In which order keys are written says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** A line for each scalar, under the path that leads to it; empty lists and absent values have none. */
function flattened(path: string, value: unknown): string[] {
  const within = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => flattened(within(String(index + 1)), item));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => flattened(within(key), item));
  const [first = '', ...others] = String(value as string | number | boolean)
    .trim()
    .split(/\r\n?|\n/);
  return [`${path}: ${first}`, ...others.map((line) => `  ${line}`.trimEnd())];
}

function usesOf(
  guide: Pick<Guide, 'references'>,
  data: PostData,
  lines: readonly string[],
): readonly string[] {
  const named = (wanted: 'figure' | 'comparison') =>
    guide.references.flatMap(({ kind, name }) => (kind === wanted ? [name] : []));
  const own = 'comparisons' in data ? data.comparisons : [];
  // What is drawn of a lab is drawn of all of it.
  const drawn =
    data.lab !== undefined && lines.some((line) => /^\s*<(?:Topology|NetworkTable|PortMap)\b/.test(line));
  const uses = [
    ...named('figure').map((key) => `figures/${key}`),
    ...[...own, ...named('comparison')].map((id) => `comparisons/${id}`),
    ...(drawn ? [`labs/${data.lab}`] : []),
  ];
  return [...new Set(uses)].sort();
}

/** The text of a page's body: tags are of the look, what components are given is not. */
function shownText(body: readonly Segment[], codes: ReadonlyMap<string, string>): string {
  const text = (segments: readonly Segment[]): string =>
    segments
      .map((segment) => {
        if (typeof segment === 'string') return withoutTags(segment);
        const { component, props, children } = segment;
        if (component === 'Correction') return text(children);
        // As the commands write it; what it is filled with is what is shown.
        if (component === 'Value') return `{{${String(props['of'])}}}`;
        const code = component === 'CommandBlock' ? codes.get(String(props['block'])) : undefined;
        // How a formula is drawn is of the look.
        const given = Object.entries(props).filter(([name]) => name !== 'mathml');
        const words = code ?? given.map(([name, value]) => `${name}=${String(value)}`).join(' ');
        return `\n${component} ${words}\n${text(children)}\n`;
      })
      .join('');
  return foldSpaces(text(body));
}

/** Elements within words; the others stand apart from what is beside them. */
const inWords =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)\b/i;

/** Values of attributes may have the sign that ends a tag. */
function withoutTags(html: string): string {
  if (!html.includes('<')) return html;
  return html.replace(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g, (tag) => (inWords.test(tag) ? '' : ' '));
}
