import type { CommentSyntax } from '../../writing/comment.ts';
import { commentOf } from '../../writing/comment.ts';

/** A text that is nobody's template, whatever it has in it: Ansible fills in nothing there. */
export class Verbatim {
  readonly text: string;
  constructor(text: string) {
    // Half of a character is none, and no reader of YAML takes it.
    this.text = text.toWellFormed();
  }
}

/** What a file is made of. A property that is undefined is not there. */
export type YamlValue =
  | string
  | number
  | boolean
  | Verbatim
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/**
 * A value as a YAML file. Every text is quoted and in ASCII, so that none is read as something else or ends where it should not; comments
 * are our own words alone. The library `yaml` writes the same, and is the judge of this in tests; a reader's browser need not load it.
 */
export function yamlFile(value: YamlValue, comment: readonly string[]): string {
  const said = comment.flatMap((line) => commentOf(line, comments));
  return `${said.map((line) => `${line}\n`).join('')}---\n${linesOf(value).join('\n')}\n`;
}

const comments: CommentSyntax = { mark: '#', harmless: (line) => line };

/** Nothing that YAML takes for another kind of value; Ansible reads YAML 1.1, to which `no` is one. */
const plainKey = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][\w.]*$/;

/** The lines of a value that stands for itself. */
function linesOf(value: YamlValue): readonly string[] {
  if (value instanceof Verbatim || typeof value !== 'object') return [scalar(value)];
  if (isList(value))
    return value.length === 0 ? ['[]'] : value.flatMap((item) => behind('- ', linesOf(item)));
  const entries = Object.entries(value).filter(
    (entry): entry is [string, YamlValue] => entry[1] !== undefined,
  );
  return entries.length === 0 ? ['{}'] : entries.flatMap(([key, item]) => entryOf(key, item));
}

function entryOf(key: string, value: YamlValue): readonly string[] {
  const lines = linesOf(value);
  const name = `${plainKey.test(key) ? key : quoted(key)}:`;
  return isBlock(value) ? [name, ...lines.map((line) => `  ${line}`)] : [`${name} ${lines[0]!}`];
}

function behind(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`);
}

/** It stands in lines of its own. */
function isBlock(value: YamlValue): boolean {
  if (value instanceof Verbatim || typeof value !== 'object') return false;
  return Object.values(value).some((item) => item !== undefined);
}

function isList(value: object): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function scalar(value: string | number | boolean | Verbatim): string {
  if (value instanceof Verbatim) return `!unsafe ${quoted(value.text)}`;
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** As JSON has it, which YAML reads as well, but for the characters that YAML has shorter names for. */
function quoted(text: string): string {
  return (
    JSON.stringify(text)
      .replace(/\\u([\da-f]{4})|\\./g, (escape, code: string | undefined) =>
        code === undefined ? escape : (shortNames[code] ?? escape.replace('\\u00', '\\x')),
      )
      // Blanks before a line break would be folded with it.
      .replace(/ (?=\\n)/g, '\\ ')
      .replace(/[^\x20-\x7E]/gu, (character) => {
        const code = character.codePointAt(0)!.toString(16).toUpperCase();
        return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
      })
  );
}

const shortNames: Readonly<Record<string, string>> = {
  '0000': '\\0',
  '0007': '\\a',
  '000b': '\\v',
  '001b': '\\e',
};
