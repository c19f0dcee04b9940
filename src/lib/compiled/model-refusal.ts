import type { RunBlock } from '../check/labwork.ts';
import { wordsOfRefusal } from '../check/refusal-words.ts';
import type { ModelRun } from '../check/run-commands.ts';
import { runBlock } from '../check/run-commands.ts';
import type { LabDevice } from '../lab/lab.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { platforms } from '../platforms/platforms.ts';

/** What the model of a platform refuses first of blocks that were read for another one of its dialect; undefined where it takes them all. */
export function modelRefusal(
  blocks: readonly RunBlock[],
  { name, ports }: LabDevice,
  platform: PlatformId,
): string | undefined {
  const { model, profile } = platforms[platform];
  let run: ModelRun = {
    model,
    session: undefined,
    state: model.start(profile, { name, session: undefined, ports }),
  };
  for (const { block, commands, resolved } of blocks) {
    const { ran, next } = runBlock(
      run,
      { commands, read: resolved, session: undefined, spoiled: new Set() },
      block.role,
    );
    run = next;
    const refusal = ran.diagnostics.find(({ severity }) => severity === 'error');
    if (refusal && block.role !== 'example') return wordsOfRefusal(block.step, refusal);
  }
  return undefined;
}
