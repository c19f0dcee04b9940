import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Inputs } from './inputs.ts';
import { numbersOf, textsIn } from './inputs.ts';

/**
 * Puts labworks of the tests and spoilt copies of the content's own into the copies of the checkouts, so that more is bundled than
 * the content has; gives their numbers.
 */
export function addLabworks(inputs: Inputs, checkouts: readonly string[]): readonly string[] {
  const own = textsIn(inputs.folder, /^content\/labworks\/.*\.mdx$/);
  const fixtures = textsIn(inputs.folder, /^fixtures\/.*\/labworks\/.*\.mdx$/).filter(
    (post) => !inputs.labworks.includes(numbersOf([post])[0] ?? ''),
  );
  // Other numbers, and commands left out that no output depends on: what remains holds, and makes another bundle.
  const changed = ['101', '102'].flatMap((number) =>
    own.map(({ name, text }) => ({
      name: `${number}-${basename(name)}`,
      text: text
        .replace(/^series: .*$/m, (series) => `${series} ${number}`)
        .replace(/^labwork: *\d+/m, () => `labwork: ${number}`)
        .replace(/(?<![\d:])\d+:(?=\d+\b)/g, () => `${number}:`)
        .replace(/^```powershell.*\n[\s\S]*?^```\n(?!\n```(?:output|powershell))/gm, (block) =>
          inputs.random() < 0.2 ? '' : block,
        ),
    })),
  );
  for (const checkout of checkouts) {
    const content = join(checkout, 'src/content');
    for (const { name, text } of [...fixtures, ...changed])
      writeFileSync(join(content, 'labworks', basename(name)), text);
    for (const { name } of textsIn(inputs.folder, /^fixtures\/.*\/labs\/.*\.yaml$/)) {
      mkdirSync(join(content, 'labs'), { recursive: true });
      cpSync(join(inputs.folder, name), join(content, 'labs', basename(name)));
    }
  }
  return numbersOf([...fixtures, ...changed]);
}
