import type { JsonValue, Properties, ResourceChange } from '../../models/resource.ts';
import type { Express } from './script-row.ts';
import { clusterSettings } from './settings/cluster.ts';
import { dhcpSettings } from './settings/dhcp.ts';
import { hyperVSettings } from './settings/hyper-v.ts';
import { iscsiSettings } from './settings/iscsi.ts';
import { networkSettings } from './settings/network.ts';
import { systemSettings } from './settings/system.ts';
import type { HostSetting, SettingMaker } from './settings/setting.ts';
import type { ScriptRow } from './script-row.ts';

/** How what the changes of a host's model set is read and taken back, by the model's kinds. */
const makers: Readonly<Record<string, SettingMaker | undefined>> = {
  ...networkSettings,
  ...hyperVSettings,
  ...systemSettings,
  ...dhcpSettings,
  ...iscsiSettings,
  ...clusterSettings,
};

/** The rows of a change; undefined where nobody says how it is looked at. */
export function settingRows(change: ResourceChange, express: Express): readonly ScriptRow[] | undefined {
  const settings = makers[change.kind]?.(changedBy(change), express);
  return settings?.map(rowOf);
}

/** A change with the properties that it sets alone. */
function changedBy(change: ResourceChange) {
  const before: Properties = change.before ?? {};
  const set: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(change.after ?? {}))
    if (JSON.stringify(value) !== JSON.stringify(before[name])) set[name] = value;
  const isLost = Object.keys(before).some((name) => change.after?.[name] === undefined);
  return { ...change, set, isLost };
}

function rowOf({ title, name, read, needs, want, make, on, back, holds, stays }: HostSetting): ScriptRow {
  const wanted = Object.entries(want).map(([property, value]) => `'${property}' = ${value}`);
  return {
    kind: 'Setting',
    name,
    fields: {
      Title: `'${title}'`,
      Needs: `'${needs}'`,
      Want: `[ordered]@{ ${wanted.join('; ')} }`,
      Read: `{ ${read} }`,
      ...(make && { Make: '$true' }),
      ...(on !== undefined && { On: on }),
      ...(back !== undefined && { Back: `{ ${back.includes('$Before') ? 'param($Before) ' : ''}${back} }` }),
      ...(holds !== undefined && { Holds: `{ ${holds} }` }),
      ...(stays !== undefined && { Stays: `'${stays}'` }),
    },
  };
}
