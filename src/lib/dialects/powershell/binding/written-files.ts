import type { CommandNode, Expression, Node, Pipeline } from '../syntax/tree.ts';
import { expressionOf } from './arguments.ts';

/** What a guide has written into files and variables so far. */
export interface WrittenTexts {
  /** The text of script files, by lower-case name without folders. */
  readonly files: Map<string, string>;
  /** The text that a variable holds, by lower-case name; undefined where it was given another thing, or several. */
  readonly texts: Map<string, string | undefined>;
}

const scriptFile = /[^\\/]+\.ps(?:1|m1|d1)$/i;
const writers = /^(?:Set-Content|Add-Content|Out-File|Tee-Object|New-Item|sc|ac|tee|ni)$/i;
/** Parameters of those that hold what is written, and where to. */
const contentNames = /^(?:V|Va|Val|Valu|Value|InputObject)$/i;
const pathNames = /^(?:Path|LiteralPath|PSPath|FilePath)$/i;

/** Takes down the text that a statement gives a variable, and the script file that a pipeline writes. */
export function noteWritten(node: Node, written: WrittenTexts): void {
  if (node.kind === 'assignment' && node.target.kind === 'variable' && node.operator === '=') {
    const value = node.value && expressionOf(node.value);
    const path = node.value?.kind === 'pipeline' ? joinedPath(node.value, written) : undefined;
    const name = node.target.name.toLowerCase();
    const text = path ?? (value && textOf(value, written));
    written.texts.set(name, written.texts.has(name) && written.texts.get(name) !== text ? undefined : text);
  } else if (node.kind === 'pipeline') noteFile(node, written);
}

/** The last part of `Join-Path $here 'lab.psm1'`. */
function joinedPath({ elements: [only, ...more] }: Pipeline, written: WrittenTexts): string | undefined {
  if (only?.kind !== 'command' || more.length > 0 || nameOf(only)?.toLowerCase() !== 'join-path')
    return undefined;
  return only.elements
    .slice(1)
    .flatMap((element) => (element.kind === 'parameter' ? (element.value ?? []) : element))
    .flatMap((element) => textOf(element, written) ?? [])
    .find((text) => scriptFile.test(text));
}

function noteFile({ elements }: Pipeline, written: WrittenTexts): void {
  const [first] = elements;
  const given = first?.kind === 'value' ? textOf(first.expression, written) : undefined;
  for (const element of elements) {
    for (const { target } of element.redirections) {
      const path = target && textOf(target, written);
      if (path !== undefined && given !== undefined) write(path, given, false, written);
    }
    if (element.kind !== 'command' || !writers.test(nameOf(element) ?? '')) continue;
    const { path, content } = argumentsOf(element, written);
    const isAppended = /^(?:Add-Content|ac)$/i.test(nameOf(element)!) || hasSwitch(element, 'Append');
    const text = content ?? given;
    if (path !== undefined && text !== undefined) write(path, text, isAppended, written);
  }
}

function write(path: string, text: string, isAppended: boolean, { files }: WrittenTexts): void {
  const [name] = scriptFile.exec(path) ?? [];
  if (name === undefined) return;
  const key = name.toLowerCase();
  files.set(key, isAppended ? `${files.get(key) ?? ''}\n${text}` : text);
}

function argumentsOf(
  { elements }: CommandNode,
  written: WrittenTexts,
): { readonly path: string | undefined; readonly content: string | undefined } {
  let path: string | undefined;
  let content: string | undefined;
  for (let at = 1; at < elements.length; at++) {
    const element = elements[at]!;
    if (element.kind !== 'parameter') {
      const text = textOf(element, written);
      // By position the path comes first, and then what is written.
      if (path === undefined) path = text;
      else content ??= text;
      continue;
    }
    const isContent = contentNames.test(element.name);
    if (!isContent && !pathNames.test(element.name)) {
      // The value of another parameter is neither.
      if (/^(?:Enc|ItemT|Wid|Val|Typ)/i.test(element.name) && !element.value) at++;
      continue;
    }
    const next = element.value ?? elements[++at];
    const text = next && next.kind !== 'parameter' ? textOf(next, written) : undefined;
    if (isContent) content = text;
    else path = text;
  }
  return { path, content };
}

/** The files that a command or statement loads into the session, by lower-case name without folders; undefined for anything else. */
export function filesLoadedBy(node: Node, written: WrittenTexts): readonly string[] | undefined {
  if (node.kind === 'using')
    return node.what.toLowerCase() === 'module' && node.name ? [loaded(node.name, written)] : undefined;
  if (node.kind !== 'command') return undefined;
  if (node.invocation === '.') {
    const [first] = node.elements;
    return first && first.kind !== 'script-block' && first.kind !== 'parameter'
      ? [loaded(first, written)]
      : undefined;
  }
  if (!/^(?:Import-Module|ipmo)$/i.test(nameOf(node) ?? '')) return undefined;
  return node.elements.slice(1).flatMap((element) => {
    const value = element.kind === 'parameter' ? element.value : element;
    const all = value?.kind === 'array' ? value.elements : value ? [value] : [];
    return all.map((one) => loaded(one, written));
  });
}

function loaded(expression: Expression, written: WrittenTexts): string {
  return (textOf(expression, written) ?? '').split(/[\\/]/).at(-1)!.toLowerCase();
}

/**
 * The texts that loading a file brings, each once: its own, and of a manifest those of the modules that it names. Undefined where the guide
 * has not written it.
 */
export function textsBroughtBy(name: string, { files }: WrittenTexts): readonly string[] | undefined {
  const key = [name, `${name}.psd1`, `${name}.psm1`].find((one) => files.has(one));
  if (name === '' || key === undefined) return undefined;
  const text = files.get(key)!;
  if (!key.endsWith('.psd1')) return [text];
  const named = [...text.matchAll(/['"]([^'"]+\.psm1)['"]/gi)].map(([, path = '']) =>
    path.split(/[\\/]/).at(-1)!,
  );
  const modules = [...new Set([...named, key.replace(/d1$/, 'm1')].map((one) => one.toLowerCase()))];
  const texts = modules.flatMap((one) => files.get(one) ?? []);
  return texts.length > 0 ? texts : undefined;
}

/** A text as it is written: what is expanded in it when it runs stays as it stands. */
function textOf(expression: CommandNode['elements'][number], { texts }: WrittenTexts): string | undefined {
  if (expression.kind === 'text') return expression.value;
  if (expression.kind === 'variable') return texts.get(expression.name.toLowerCase());
  if (expression.kind !== 'parentheses' || !expression.content) return undefined;
  const inner = expressionOf(expression.content);
  return inner ? textOf(inner, { texts, files: new Map() }) : undefined;
}

function nameOf({ elements: [name] }: CommandNode): string | undefined {
  return name?.kind === 'text' ? name.value : undefined;
}

function hasSwitch({ elements }: CommandNode, name: string): boolean {
  return elements.some(
    (element) => element.kind === 'parameter' && element.name.toLowerCase() === name.toLowerCase(),
  );
}
