import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { componentInstead } from './component-instead.ts';
import type { JsxElement, TagProps } from './component-props.ts';
import { explainIssues, rangeOfName, readProps } from './component-props.ts';
import type { AuthorComponent } from './components.ts';
import { authorComponents, componentSchemas, isAuthorComponent } from './components.ts';
import type { LiteralValue } from './read-expression.ts';
import { diagnose } from './rules.ts';

/** What a tag of the post turned out to be. */
export type Tag =
  | {
      readonly kind: 'component';
      readonly name: AuthorComponent;
      readonly props: Readonly<Record<string, LiteralValue>>;
    }
  | { readonly kind: 'refused' };

/** A tag that is neither a component nor HTML of posts. */
export function unknownTag(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'guide/unknown-component', file, range, message, hint });
}

/** Reads a tag strictly: a known name, and literal props that fit its schema. */
export function readTag(file: SourceFile, node: JsxElement, report: (diagnostic: Diagnostic) => void): Tag {
  const { name } = node;
  if (name === null || !isAuthorComponent(name)) {
    const { message, hint } = name === null ? nameless : unknownName(name);
    const diagnostic = unknownTag(file, rangeOfName(file, node), message, hint);
    const fix = componentInstead(file, node);
    report(fix ? { ...diagnostic, fix } : diagnostic);
    return { kind: 'refused' };
  }
  const diagnostics: Diagnostic[] = [];
  const given = readProps(file, node, name, (diagnostic) => diagnostics.push(diagnostic));
  const tag = readComponentTag(file, node, name, given, diagnostics);
  diagnostics.forEach(report);
  return diagnostics.length > 0 ? { kind: 'refused' } : tag;
}

/** Its props are held to the schema where they could all be read. */
function readComponentTag(
  file: SourceFile,
  node: JsxElement,
  name: AuthorComponent,
  given: TagProps,
  diagnostics: Diagnostic[],
): Tag {
  if (diagnostics.length > 0) return { kind: 'refused' };
  const schema: z.ZodType<Record<string, LiteralValue | undefined>> = componentSchemas[name];
  const parsed = schema.safeParse(given.props);
  if (!parsed.success) {
    for (const item of explainIssues(file, node, name, parsed.error.issues, given)) diagnostics.push(item);
    return { kind: 'refused' };
  }
  const props = Object.entries(parsed.data).filter(
    (entry): entry is [string, LiteralValue] => entry[1] !== undefined,
  );
  return { kind: 'component', name, props: Object.fromEntries(props) };
}

const nameless = { message: 'A tag without a name means nothing here.', hint: 'Remove `<>` and `</>`.' };

/** What other programs for MDX call what we have, and what it is here. */
const foreignComponents: Readonly<Record<string, string>> = {
  Tabs: '<SyncTabs>, with a <Tab label="…"> for each alternative',
  TabItem: '<Tab label="…">, within <SyncTabs>',
  CodeGroup: '<SyncTabs>, with a <Tab label="…"> for each alternative',
  Admonition: '<Aside kind="note">, or `:::note`',
  Callout: '<Aside kind="note">, or `:::note`',
  Note: '<Aside kind="note">, or `:::note`',
  Tip: '<Aside kind="tip">, or `:::tip`',
  Warning: '<Aside kind="warning">, or `:::warning`',
  Info: '<Aside kind="note">, or `:::note`',
  Image: '`![what is to be seen](./picture.jpg "caption")`',
  Accordion: '<details> and <summary>…</summary>, on lines of their own',
  Steps: 'a list with numbers',
  Link: '`[text](address)`',
  Caution: '<Aside kind="caution">, or `:::caution`',
  Danger: '<Aside kind="caution">, or `:::danger`',
};

/** What to write in the place of a component of another program; undefined where it is not known. */
export function foreignComponent(name: string): string | undefined {
  return Object.hasOwn(foreignComponents, name) ? `Write ${foreignComponents[name]}.` : undefined;
}

function unknownName(name: string): { readonly message: string; readonly hint: string } {
  const hint = foreignComponent(name);
  if (hint !== undefined) return { message: `There is no component <${name}>.`, hint };
  const near = suggest(name, authorComponents);
  return {
    message: `There is no component <${name}>.`,
    hint: near ? `Did you mean <${near}>?` : `Components are ${authorComponents.join(', ')}.`,
  };
}
