import type { Nodes } from 'mdast';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { AuthorComponent } from './components.ts';
import { componentSchemas } from './components.ts';
import { rangeOf } from './node-range.ts';
import type { LiteralValue } from './read-expression.ts';
import { literalOf } from './read-expression.ts';
import { diagnose } from './rules.ts';

export type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** The props of a tag, each with its place. */
export interface TagProps {
  readonly props: Readonly<Record<string, LiteralValue>>;
  readonly ranges: Readonly<Record<string, Range>>;
}

export type Report = (diagnostic: Diagnostic) => void;

/** A tag whose props, content or place do not fit it. */
export function propsProblem(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'guide/component-props', file, range, message, hint });
}

/** Of `<Name`. */
export function rangeOfName(file: SourceFile, { name, position }: JsxElement): Range {
  const start = position?.start.offset ?? 0;
  return rangeAt(file, start, start + 1 + (name?.length ?? 1));
}

/**
 * The literal props of a tag; all others are reported, but for those that are `ignored`, whatever their value is. What names a file by a
 * program of Docusaurus, Next or Astro is told with the path, and read as that.
 */
export function readProps(
  file: SourceFile,
  node: JsxElement,
  name: string,
  report: Report,
  isIgnored: (prop: string) => boolean = () => false,
): TagProps {
  const props: Record<string, LiteralValue> = {};
  const ranges: Record<string, Range> = {};
  for (const attribute of node.attributes) {
    const range = rangeOf(file, attribute);
    const problem = (message: string, hint: string) => report(propsProblem(file, range, message, hint));
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      problem(`<${name}> is given props by a program.`, 'Write each prop as name="text".');
      continue;
    }
    const value = attribute.value ?? true;
    const program = typeof value === 'object' ? value.value : undefined;
    const asset = program === undefined ? undefined : assetOf(file, program);
    const literal = typeof value === 'object' ? (literalOf(value.value) ?? asset) : value;
    if (asset !== undefined) report(assetProblem(file, range, attribute.name, asset));
    if (literal === undefined && isIgnored(attribute.name)) {
      Object.defineProperty(props, attribute.name, { value: true, enumerable: true });
    } else if (literal === undefined) {
      problem(
        `The value of “${attribute.name}” is a program, and nothing in a post is run.`,
        `Write a text in quotes: ${attribute.name}="…".`,
      );
    } else if (Object.hasOwn(props, attribute.name)) {
      problem(`“${attribute.name}” is there twice.`, 'Keep one of them.');
    } else {
      Object.defineProperty(props, attribute.name, { value: literal, enumerable: true });
      Object.defineProperty(ranges, attribute.name, { value: range, enumerable: true });
    }
  }
  return { props, ranges };
}

/** The path of a file that a program names: `require('./a.png').default`, `useBaseUrl('/a.png')`, a name that is imported from it. */
function assetOf({ text }: SourceFile, program: string): string | undefined {
  const source = program.trim();
  const [, , called] =
    /^(?:require|useBaseUrl)\(\s*(["'`])([^"'`\\$]+)\1\s*\)(?:\.default)?$/.exec(source) ?? [];
  const [, name] = /^([A-Za-z_]\w*)(?:\.src)?$/.exec(source) ?? [];
  if (called !== undefined || name === undefined) return called;
  return new RegExp(`^import[ \\t]+${name}[ \\t]+from[ \\t]+["']([^"']+\\.[a-z0-9]+)["']`, 'm').exec(
    text,
  )?.[1];
}

function assetProblem(file: SourceFile, range: Range, name: string, path: string): Diagnostic {
  const text = `${name}="${path}"`;
  const edits = [{ start: range.start.offset, end: range.end.offset, text }];
  return {
    ...propsProblem(
      file,
      range,
      `The value of “${name}” is a program, and nothing in a post is run.`,
      `Write the path: ${text}.`,
    ),
    fix: { title: `Write ${text}`, safety: 'safe', edits },
  };
}

/** What a component's schema has against its props. */
export function explainIssues(
  file: SourceFile,
  node: JsxElement,
  name: AuthorComponent,
  issues: readonly z.core.$ZodIssue[],
  given: TagProps,
): Diagnostic[] {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const others = issues.filter(({ code }) => code !== 'unrecognized_keys');
  const { ranges } = given;
  const nameRange = rangeOfName(file, node);
  return [
    ...unknown.map((key) =>
      propsProblem(
        file,
        ranges[key] ?? nameRange,
        `<${name}> has no prop “${key}”.`,
        unknownPropHint(name, key, given),
      ),
    ),
    ...others.flatMap((issue) => {
      const key = String(issue.path[0] ?? '');
      const at = ranges[key];
      if (at) return propsProblem(file, at, misfit(name, key, issue), misfitHint(name, key));
      // A prop that is missing is most likely the one with the wrong name.
      if (unknown.length > 0) return [];
      return propsProblem(file, nameRange, `<${name}> has no “${key}”.`, `Add ${key}="…".`);
    }),
  ];
}

function unknownPropHint(name: AuthorComponent, key: string, { props }: TagProps): string {
  const known = Object.keys(componentSchemas[name].shape);
  const near = suggest(
    key,
    known.filter((prop) => !(prop in props)),
  );
  if (near) return `Did you mean “${near}”?`;
  return known.length > 0 ? `It takes ${known.join(', ')}.` : 'It takes none.';
}

function misfit(name: AuthorComponent, key: string, issue: z.core.$ZodIssue): string {
  const isName = issue.code === 'invalid_format' && 'pattern' in issue && key !== 'alt';
  const expected =
    issue.code === 'invalid_value' && issue.values.length > 1
      ? `one of ${issue.values.join(', ')} is expected`
      : isName
        ? 'lower-case words joined by hyphens are expected'
        : 'a text in quotes is expected';
  return `“${key}” of <${name}> does not fit: ${expected}.`;
}

function misfitHint(name: AuthorComponent, key: string): string {
  if (name === 'Figure' && key === 'src') {
    return 'Give the path of a picture beside the post, or the name of a figure: src="./rack.jpg".';
  }
  return `Write ${key}="…".`;
}
