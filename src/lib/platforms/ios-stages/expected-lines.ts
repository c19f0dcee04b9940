import { linesOf } from '../../models/switch/looks.ts';
import type { SwitchProfile } from '../../models/switch/profiles/profile.ts';
import { vlanName } from '../../models/switch/state.ts';
import type { Vlan } from '../../models/switch/state.ts';
import type { Properties, Resource } from '../../models/resource.ts';

/** `11 iSCSI-1`; the number alone where a VLAN has no name of its own and the platform gives none. */
export function numberAndName(id: string, vlan: Properties, profile: SwitchProfile): string {
  const name = vlanName(Number(id), vlan as Vlan, profile);
  return name === id ? id : `${id} ${name}`;
}

/** What stands below an interface or another block, a note a line. */
export function linesBelow(
  { kind, name }: Pick<Resource, 'kind' | 'name'>,
  after: Properties | undefined,
  profile: SwitchProfile,
): readonly string[] {
  const lines = linesOf({ kind, name, after }, profile);
  return lines.length === 0 ? ['    nothing of its own'] : lines.map((line) => `    ${line}`);
}
