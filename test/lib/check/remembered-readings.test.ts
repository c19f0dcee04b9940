import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../../src/lib/engine.ts';
import type { CheckedLabwork } from '../../../src/lib/check/labwork.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { loadCatalogue } from '../../../src/workspace/facts.ts';
import { createChance, pick } from '../../chance.ts';

const fixture = join(import.meta.dirname, '../../fixtures/workshop');
const catalogue = loadCatalogue();
const fresh = createEngine({ catalogue });
const labFile = createSourceFile(
  'labs/workshop.yaml',
  readFileSync(join(fixture, 'labs/workshop.yaml'), 'utf8'),
);
const lab = fresh.readLab(labFile).value!;
const labs = new Map([[lab.id, lab]]);
const paths = [1, 2].map((part) => `labworks/converged-switching-part-${part}.mdx`);
const texts = paths.map((path) => readFileSync(join(fixture, path), 'utf8'));

/** All that is said of a labwork and of its commands, with every place. */
function toldOf({ guides, tracks }: CheckedLabwork): unknown {
  return {
    diagnostics: guides.map(({ diagnostics }) => diagnostics),
    blocks: tracks.map(({ blocks }) =>
      blocks.map(({ commands, resolved, prompts, context, evidence, tokens }) => ({
        ...{ text: resolved.text, pieces: resolved.pieces, prompts, context, evidence, tokens: tokens() },
        commands: commands.map(({ name, range, line, start, end, support, arguments: given, binding }) => ({
          ...{ name, range, line, start, end, support, binding },
          given: given.map(({ name: parameter, text, start: from, end: to }) => [parameter, text, from, to]),
        })),
      })),
    ),
  };
}

it('says of a text after any edit what is said of it without a memory', () => {
  const remembering = createEngine({ catalogue, remembers: true });
  const chance = createChance(18);
  const written = [
    ...[
      'x',
      '\n',
      '',
      '',
      '-Name',
      '“',
      '{{jumbo}}',
      '{{',
      '`',
      '\n\n```ios on=sw1\nshow vlan\n```\n\n',
      'exit\n',
    ],
    ...['function Get-VM { }\n', "$a = @{ Name = 'b' }\n", 'interface GigabitEthernet1/0/1\n', ' end\n'],
  ];
  let now = texts;
  for (let edit = 0; edit < 14; edit++) {
    // Some edits are taken back, so that what was read before comes again.
    if (edit % 5 === 4) now = texts;
    const part = Math.floor(chance() * 2);
    const text = now[part]!;
    const at = text.indexOf('---\n', 4) + Math.floor(chance() * (text.length - 2000));
    const cut = chance() < 0.3 ? Math.floor(chance() * 40) : 0;
    now = now.with(part, text.slice(0, at) + pick(chance, written) + text.slice(at + cut));
    const check = (engine: typeof fresh) =>
      toldOf(
        engine.checkLabwork(
          now.map((one, index) => engine.readGuide(createSourceFile(paths[index]!, one))),
          labs,
        ),
      );
    expect(check(remembering), `edit ${edit}`).toEqual(check(fresh));
  }
});
