import type { IosCommand } from '../../dialects/ios/command.ts';
import type { SwitchCommand } from './command.ts';
import { commandOf } from './command.ts';
import type { SwitchProfile } from './profiles/profile.ts';
import { questionsOf } from './terminal/questions.ts';

/** Write the running configuration over the startup configuration; by the ids of the command tables. */
const saving: ReadonlySet<string> = new Set(['write', 'copy-run-start']);

/** Whether a command, as it is meant, makes the configuration last. */
export function savesConfiguration(command: IosCommand, profile: SwitchProfile): boolean {
  const meant = meantBy(command, profile);
  return meant !== undefined && saving.has(meant.facts.id);
}

/** Whether a switch may wait for an answer behind a command, and take for one whatever is typed next. */
export function asksBack(command: IosCommand, profile: SwitchProfile): boolean {
  const meant = meantBy(command, profile);
  return meant !== undefined && questionsOf(meant, profile).length > 0;
}

function meantBy({ parsed, meant }: IosCommand, { id }: SwitchProfile): SwitchCommand | undefined {
  const found = parsed.kind === 'command' ? parsed : meant;
  return found?.parsed && commandOf(found.parsed, id);
}
