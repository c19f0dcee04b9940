import { createSourceFile, projectPost, readGuide } from '../../../src/lib/engine.ts';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import type { Projection } from '../../../src/lib/ledger/projections.ts';

const head = '---\ntitle: Two switches\ndate: 2014-04-08\nsummary: What they are for.\n---\n\n';

export function noteText(body: string): string {
  return head + body;
}

/** A field note; `path` may be of another kind of Markdown. */
export function note(body: string, path = 'field-notes/two-switches.mdx'): Guide {
  return readGuide(createSourceFile(path, noteText(body)));
}

const values = new Map([
  ['share', 'Nightly'],
  ['networks.lm.vlan', '20'],
]);

export const fill = (text: string) =>
  text.replace(/\{\{ ?([\w.-]+) ?\}\}/g, (mark, path: string) => values.get(path) ?? mark);

export function projectionOfNote(body: string, path?: string): Projection {
  return projectPost(note(body, path), (name) => values.get(name))!;
}

/** The lines of a field note's body. */
export function linesOf(body: string, path?: string): readonly string[] {
  return projectionOfNote(body, path).lines.slice(3);
}
