import { Document, Scalar, visit } from 'yaml';
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

/**
 * A value as a YAML file. Every text is quoted and in ASCII, so that none is read as something else or ends where it should not; comments
 * are our own words alone.
 */
export function yamlFile(value: unknown, comment: readonly string[]): string {
  const document = new Document(value, (_key, item: unknown) =>
    item instanceof Verbatim ? markOf(item) : item,
  );
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value !== 'string') return;
      if (node.value.startsWith(mark)) {
        node.value = node.value.slice(mark.length);
        node.tag = '!unsafe';
      }
      node.type = key === 'key' && plainKey.test(node.value as string) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
    },
  });
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
  const ascii = text.replace(/[^\n\x20-\x7E]/gu, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase();
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
  const said = comment.flatMap((line) => commentOf(line, comments));
  return `${said.map((line) => `${line}\n`).join('')}---\n${ascii}`;
}

const comments: CommentSyntax = { mark: '#', harmless: (line) => line };

/** Tells a verbatim text from others until it is a node; no text of ours begins so, and every verbatim one does. */
const mark = '\u0000verbatim\u0000';

function markOf({ text }: Verbatim): string {
  return `${mark}${text}`;
}

/** Nothing that YAML takes for another kind of value. */
const plainKey = /^[a-z][\w.]*$/;
