import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../../src/lib/diagnostics/diagnostic.ts';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { segmentsToHtml } from '../../../src/site/segments-to-html.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const folder = join(import.meta.dirname, '../../fixtures/guide');

/** The text of a fixture, for example `labworks/everything.mdx`. */
export function fixture(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

export const allegoryHead = '---\ntitle: A post\ndate: 2014-04-25\nsummary: Short.\n---\n\n';

/** The body of an allegory, read as a whole post. */
export function readBody(body: string): Guide {
  return readGuide(createSourceFile('allegories/post.mdx', `${allegoryHead}${body}\n`));
}

/** A labworks part with the steps that its front matter announces. */
export function readPart(steps: string, body: string, part = 1): Guide {
  const text = fixture('labworks/everything.mdx')
    .replace(/^steps:.*$/m, `steps: ${steps}`)
    .replace(/^part:.*$/m, `part: ${part}`);
  const head = text.slice(0, text.indexOf('---', 3) + 3);
  return readGuide(createSourceFile(`labworks/part-${part}.mdx`, `${head}\n\n${body}\n`));
}

/** `rule “marked text”: message`, as one line. */
export function told({ file }: Guide, { rule, range, message }: Diagnostic): string {
  return `${rule} “${file.text.slice(range.start.offset, range.end.offset)}”: ${message}`;
}

/** The HTML of an allegory's body; calls of components stand in brackets, without the words for kinds of asides. */
export function bodyHtml(body: string): string {
  return segmentsToHtml(readBody(body).body, ({ component, props }, inner) => {
    const given = Object.entries(props)
      .filter(([name]) => component !== 'Aside' || name !== 'label')
      .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
    return `[${component}${given.join('')}${inner && `: ${inner}`}]`;
  });
}
