import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedLabwork } from '../../src/lib/check/labwork.ts';
import type { Diagnostic } from '../../src/lib/diagnostics/diagnostic.ts';
import type { Engine } from '../../src/lib/engine.ts';
import { createEngine } from '../../src/lib/engine.ts';
import type { Guide } from '../../src/lib/guide/guide.ts';
import type { Lab } from '../../src/lib/lab/lab.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import { loadCatalogue } from '../../src/workspace/facts.ts';

// Posts and a lab of the tests' own, so that a test says all that it depends on and no post of the site can break it.

export const engine: Engine = createEngine({ catalogue: loadCatalogue() });

const rackPath = join(import.meta.dirname, '../fixtures/rack/labs/rack.yaml');

/** A server `srv1`, a switch `sw1` that may be an SG300, a switch `sw2`, and storage on which nothing runs. */
export function rack(): Lab {
  const { value } = engine.readLab(createSourceFile('labs/rack.yaml', readFileSync(rackPath, 'utf8')));
  if (!value) throw new Error('The fixture lab does not hold.');
  return value;
}

/** What a part of labwork 9 has in its front matter; `extra` is YAML that goes in as it is. */
export interface PartOptions {
  readonly part?: number;
  readonly release?: string;
  readonly lab?: string;
  readonly series?: string;
  readonly licences?: readonly string[];
  readonly hardware?: readonly string[];
  readonly extra?: string;
  /** Of its file, where that is not `labworks/rack-part-1.mdx`. */
  readonly path?: string;
}

/** A part of labwork 9. Its steps are those that the headings of `body` open. */
export function part(body: string, options: PartOptions = {}): Guide {
  const { part: number = 1, release = '1.0.0', lab = 'rack', series = 'The rack', extra } = options;
  const steps = [...body.matchAll(/^#+ (\d+:\d+)/gm)].map(([, step]) => step!);
  return post(
    options.path ?? `labworks/rack-part-${number}.mdx`,
    [
      `title: 'Part ${number}'`,
      'date: 2014-04-10',
      'summary: A part.',
      `lab: ${lab}`,
      'labwork: 9',
      `part: ${number}`,
      `series: ${series}`,
      `steps: ${steps[0]}-${steps.at(-1)}`,
      `release: ${release}`,
      'requires:',
      '  platforms: [windows-server-2012-r2]',
      `  licences: ${JSON.stringify(options.licences ?? [])}`,
      `  hardware: ${JSON.stringify(options.hardware ?? [])}`,
      ...(extra === undefined ? [] : [extra]),
    ].join('\n'),
    body,
  );
}

/** A field note, in the fixture's lab unless `front` says otherwise. */
export function note(body: string, front = 'lab: rack', slug = 'a-note'): Guide {
  return post(
    `field-notes/${slug}.mdx`,
    `title: A note\ndate: 2014-04-10\nsummary: A note.\n${front}`.trimEnd(),
    body,
  );
}

export function post(path: string, front: string, body: string): Guide {
  return engine.readGuide(createSourceFile(path, `---\n${front}\n---\n\n${body}\n`));
}

/** A fence with its code: `fence('ios on=sw1', 'show vlan')`. */
export function fence(info: string, ...lines: readonly string[]): string {
  return ['```' + info, ...lines, '```', ''].join('\n');
}

/** The posts checked together, with the fixture's lab at hand. */
export function check(...guides: readonly Guide[]): CheckedLabwork {
  const lab = rack();
  return engine.checkLabwork(guides, new Map([[lab.id, lab]]));
}

/** Everything that the check says of the posts. */
export function findings(...guides: readonly Guide[]): readonly Diagnostic[] {
  return check(...guides).guides.flatMap(({ diagnostics }) => diagnostics);
}

/** `rule “marked text”`, a line each. */
export function marked(guide: Guide, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ rule, range }) => `${rule} “${guide.file.text.slice(range.start.offset, range.end.offset)}”`,
  );
}

/** What is found in one post, as `marked` writes it. */
export function found(guide: Guide): string[] {
  return marked(guide, findings(guide));
}
