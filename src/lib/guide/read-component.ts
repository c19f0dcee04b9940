import type { Nodes } from 'mdast';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from './rules.ts';
import type { GuideRuleId } from './rules.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { authorComponents, componentSchemas, htmlTags, isAuthorComponent } from './components.ts';
import type { AuthorComponent } from './components.ts';
import { rangeOf } from './parse-mdx.ts';
import type { LiteralValue } from './read-expression.ts';
import { literalOf } from './read-expression.ts';

export type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** What a tag of the post turned out to be. */
export type Tag =
  | {
      readonly kind: 'component';
      readonly name: AuthorComponent;
      readonly props: Readonly<Record<string, LiteralValue>>;
    }
  | { readonly kind: 'html'; readonly name: string; readonly props: Readonly<Record<string, LiteralValue>> }
  | { readonly kind: 'refused' };

type ReportProp = (rule: GuideRuleId, range: Range, message: string, hint: string) => void;

/** Reads a tag strictly: a known name, and literal props that fit its schema. */
export function readTag(file: SourceFile, node: JsxElement, tell: (diagnostic: Diagnostic) => void): Tag {
  let clean = true;
  const report: ReportProp = (rule, range, message, hint) => {
    clean = false;
    tell(diagnose({ rule, file, range, message, hint }));
  };
  const { name } = node;
  const start = node.position?.start.offset ?? 0;
  const nameRange = rangeAt(file, start, start + 1 + (name?.length ?? 1));
  if (name === null) {
    report(
      'guide/unknown-component',
      nameRange,
      'A tag without a name means nothing here.',
      'Remove `<>` and `</>`.',
    );
    return { kind: 'refused' };
  }
  if (!isAuthorComponent(name) && !Object.hasOwn(htmlTags, name)) {
    const isTag = /^[a-z]/.test(name);
    const near = suggest(name, isTag ? Object.keys(htmlTags) : authorComponents);
    report(
      'guide/unknown-component',
      nameRange,
      isTag ? `The HTML tag <${name}> is not used in posts.` : `There is no component <${name}>.`,
      near
        ? `Did you mean <${near}>?`
        : isTag
          ? `Use Markdown, or one of ${Object.keys(htmlTags).join(', ')}; a \`<\` in prose needs a backslash or code marks.`
          : `Components are ${authorComponents.join(', ')}.`,
    );
    return { kind: 'refused' };
  }
  const { props, ranges } = readProps(file, node, name, report);
  if (isAuthorComponent(name)) {
    const schema: z.ZodType<Record<string, string | undefined>> = componentSchemas[name];
    if (clean) {
      const parsed = schema.safeParse(props);
      if (parsed.success) {
        const given = Object.entries(parsed.data).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        );
        return { kind: 'component', name, props: Object.fromEntries(given) };
      }
      reportIssues(name, parsed.error.issues, props, ranges, nameRange, report);
    }
    return { kind: 'refused' };
  }
  for (const prop of Object.keys(props)) {
    const known = htmlTags[name] ?? [];
    if (known.includes(prop)) continue;
    report(
      'guide/component-props',
      ranges[prop] ?? nameRange,
      `<${name}> takes no “${prop}” here.`,
      known.length > 0 ? `It takes ${known.join(', ')}.` : 'Remove it.',
    );
  }
  return clean ? { kind: 'html', name, props } : { kind: 'refused' };
}

function readProps(file: SourceFile, node: JsxElement, name: string, report: ReportProp) {
  const props: Record<string, LiteralValue> = {};
  const ranges: Record<string, Range> = {};
  for (const attribute of node.attributes) {
    const range = rangeOf(file, attribute);
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report(
        'guide/component-props',
        range,
        `<${name}> is given props by a program.`,
        'Write each prop as name="text".',
      );
      continue;
    }
    const value = attribute.value ?? true;
    const literal = typeof value === 'object' ? literalOf(value.value) : value;
    if (literal === undefined) {
      report(
        'guide/component-props',
        range,
        `The value of “${attribute.name}” is a program, and nothing in a post is run.`,
        `Write a text in quotes: ${attribute.name}="…".`,
      );
    } else if (Object.hasOwn(props, attribute.name)) {
      report('guide/component-props', range, `“${attribute.name}” is there twice.`, 'Keep one of them.');
    } else {
      Object.defineProperty(props, attribute.name, { value: literal, enumerable: true });
      Object.defineProperty(ranges, attribute.name, { value: range, enumerable: true });
    }
  }
  return { props, ranges };
}

function reportIssues(
  name: AuthorComponent,
  issues: readonly z.core.$ZodIssue[],
  props: Readonly<Record<string, LiteralValue>>,
  ranges: Readonly<Record<string, Range>>,
  nameRange: Range,
  report: ReportProp,
): void {
  const known = Object.keys(componentSchemas[name].shape);
  let misspelt = false;
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const key of issue.keys) {
      const near = suggest(
        key,
        known.filter((prop) => !(prop in props)),
      );
      misspelt = true;
      report(
        'guide/component-props',
        ranges[key] ?? nameRange,
        `<${name}> has no prop “${key}”.`,
        near
          ? `Did you mean “${near}”?`
          : known.length > 0
            ? `It takes ${known.join(', ')}.`
            : 'It takes none.',
      );
    }
  }
  for (const issue of issues) {
    const key = String(issue.path[0] ?? '');
    const at = ranges[key];
    // A prop that is missing is most likely the one with the wrong name.
    if (issue.code === 'unrecognized_keys' || (misspelt && !at)) continue;
    if (!at) {
      report('guide/component-props', nameRange, `<${name}> has no “${key}”.`, `Add ${key}="…".`);
    } else {
      const expected =
        issue.code === 'invalid_format' && 'pattern' in issue && key !== 'alt'
          ? ' lower-case words joined by hyphens are expected'
          : ' a text in quotes is expected';
      report(
        'guide/component-props',
        at,
        `“${key}” of <${name}> does not fit:${expected}.`,
        hintFor(name, key),
      );
    }
  }
}

function hintFor(name: AuthorComponent, key: string): string {
  if (name === 'Figure' && key === 'src') {
    return 'Give the name of a file in src/content/figures, without folder and ending.';
  }
  return `Write ${key}="…".`;
}
