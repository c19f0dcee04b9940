import type { Edit, Fix } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { JsxElement } from './component-props.ts';
import { asideKindOf } from './extensions/aside-kinds.ts';
import { rangeOf } from './node-range.ts';
import { literalOf } from './read-expression.ts';

// Components of Docusaurus, Starlight, Nextra and Mintlify that say the same as something here. What their props mean is in their
// documentation.

type Props = Readonly<Record<string, string | undefined>>;

/** What stands before and behind what a component holds, in the place of its tags. */
interface Instead {
  readonly opening: string;
  readonly closing: string;
}

const insteadOf: Readonly<Record<string, (props: Props, inside: string) => Instead | undefined>> = {
  Tabs: (props) => ('values' in props ? undefined : tags('SyncTabs', '')),
  TabItem: ({ label, value }) => tab(label ?? value),
  Link: ({ to, href }, inside) => {
    const address = to ?? href;
    const isPlain = address !== undefined && /^[^\s()<>{}]+$/.test(address) && !/[[\]\n]/.test(inside.trim());
    return isPlain ? { opening: '[', closing: `](${address})` } : undefined;
  },
  Steps: () => ({ opening: '', closing: '' }),
  Admonition: ({ type = 'note', title }) => aside(type, title),
  Callout: ({ type = 'note', title }) => aside(type, title),
  ...Object.fromEntries(
    ['Note', 'Tip', 'Warning', 'Info', 'Caution', 'Danger'].map((name) => [
      name,
      ({ title }: Props) => aside(name, title),
    ]),
  ),
};

function tags(name: string, props: string): Instead {
  return { opening: `<${name}${props}>`, closing: `</${name}>` };
}

function tab(label: string | undefined): Instead | undefined {
  return label === undefined || label === '' ? undefined : tags('Tab', ` label=${quoted(label)}`);
}

function aside(type: string, title: string | undefined): Instead | undefined {
  const kind = asideKindOf(type);
  if (kind === undefined) return undefined;
  return tags('Aside', ` kind="${kind}"${title === undefined ? '' : ` title=${quoted(title)}`}`);
}

function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}

/** The same in our words, where that is certain. Props that have no counterpart only change the look or remember a choice. */
export function componentInstead(file: SourceFile, node: JsxElement): Fix | undefined {
  const { name, attributes } = node;
  const write = name !== null && Object.hasOwn(insteadOf, name) ? insteadOf[name] : undefined;
  const { start, end } = rangeOf(file, node);
  const closingStart = file.text.lastIndexOf(`</${name}`, end.offset);
  const openingEnd = endOfOpening(file, node);
  if (!write || openingEnd === undefined || closingStart < openingEnd) return undefined;
  const given: Record<string, string | undefined> = {};
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') return undefined;
    const value = attribute.value ?? '';
    given[attribute.name] = typeof value === 'object' ? textOf(value.value) : value;
  }
  const instead = write(given, file.text.slice(openingEnd, closingStart));
  if (!instead) return undefined;
  const { opening, closing } = instead;
  const edits: Edit[] = [
    { start: start.offset, end: openingEnd, text: opening },
    { start: closingStart, end: end.offset, text: closing },
  ];
  return {
    title: opening === '' ? 'Remove it' : `Write ${opening}…${closing}`,
    safety: 'safe',
    edits,
  };
}

function textOf(source: string): string | undefined {
  const value = literalOf(source);
  return value === undefined ? undefined : String(value);
}

/** Behind the `>` of the opening tag; undefined where it is all of the element. */
function endOfOpening(file: SourceFile, node: JsxElement): number | undefined {
  const last = node.attributes.at(-1);
  const from = last
    ? rangeOf(file, last).end.offset
    : rangeOf(file, node).start.offset + 1 + (node.name?.length ?? 0);
  const rest = /^\s*>/.exec(file.text.slice(from, from + 200));
  return rest ? from + rest[0].length : undefined;
}
