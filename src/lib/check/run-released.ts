import { createSourceFile } from '../source/source-file.ts';
import { sliceOf } from '../source/slice.ts';
import type { LabDevice } from '../lab/lab.ts';
import type { ResourceChange } from '../models/resource.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { platforms } from '../platforms/platforms.ts';
import { checkCode } from './check-code.ts';
import type { Dialects } from './run-device.ts';
import type { ModelRun } from './run-commands.ts';
import { runBlock } from './run-commands.ts';

/** What the commands of a release make of a device that the lab describes. */
export interface ReleasedMaking {
  readonly device: string;
  readonly platform: PlatformId;
  /** By command, in their order. */
  readonly changes: readonly { readonly step: string; readonly changes: readonly ResourceChange[] }[];
  /** Commands of which nobody knows what they change. */
  readonly unknown: readonly string[];
}

/** Commands of a step of a release. */
export interface ReleasedCommands {
  readonly step: string;
  readonly text: string;
}

/** Takes the commands that a release has for a device through its model, from what the factory left; of a text that is not understood nothing is known. */
export function runReleased(
  blocks: readonly ReleasedCommands[],
  device: LabDevice,
  platform: PlatformId,
  dialects: Dialects,
): ReleasedMaking {
  const { dialect: language, model, profile } = platforms[platform];
  const dialect = dialects[language];
  const session = dialect.start({ name: device.name, platform });
  let run: ModelRun = {
    model,
    session,
    state: model.start(profile, { name: device.name, session, ports: device.ports }),
  };
  const changes: ReleasedMaking['changes'][number][] = [];
  const unknown = new Set<string>();
  for (const { step, text } of blocks) {
    const code = checkCode(sliceOf(createSourceFile('released', text)), dialect, run.session, 'bundled');
    const { next, ran } = runBlock(run, code, 'apply');
    let { state } = run;
    for (const [index, result] of ran.results.entries()) {
      if (result.effect === 'unmodelled') unknown.add(ran.commands[index]!.name);
      changes.push({ step, changes: model.resources?.diff(state, result.state) ?? [] });
      ({ state } = result);
    }
    run = next;
  }
  return { device: device.name, platform, changes, unknown: [...unknown] };
}
