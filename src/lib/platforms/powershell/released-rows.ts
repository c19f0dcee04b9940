import type { HostRelease } from '../host-script.ts';
import { rowsOf } from './resource-rows.ts';
import type { Express, ScriptRow } from './script-row.ts';
import type { Unit } from './script-units.ts';
import { harmless, literally } from './script-units.ts';

/** What an earlier release made of a host that this one does not make, or makes otherwise, as rows of the script. */
export interface ReleaseRows {
  readonly version: string;
  /** Why nobody can say what it made; empty where somebody can. */
  readonly why: string;
  readonly rows: readonly (ScriptRow & { readonly step: string })[];
}

/**
 * Earlier releases as far as they differ. Whether a row is the same is decided by the values of both guides; a row that is written down has the
 * parameters of the script in it wherever the guide of now has one at that place, so that a reader's own values are found.
 */
export function releasedRows(
  releases: readonly HostRelease[],
  units: readonly Unit[],
  express: Express,
): readonly ReleaseRows[] {
  const now = new Map<string, { readonly plain: ScriptRow; readonly row: ScriptRow }>();
  for (const { rows, plain } of units)
    for (const [index, row] of rows.entries())
      if (plain[index]) now.set(keyOf(plain[index]), { plain: plain[index], row });
  return releases.map(({ version, made, unknown }): ReleaseRows => {
    const unclear = unknown.filter((name) => !harmless.has(name.toLowerCase()));
    const nothing = (why: string): ReleaseRows => ({ version, why, rows: [] });
    if (!made) return nothing('its files were not at hand when this script was made');
    if (unclear.length > 0) return nothing(`nobody knows what it changed by ${unclear.join(', ')}`);
    const then = new Map<string, ReleaseRows['rows'][number]>();
    for (const { step, changes } of made) {
      const plain = rowsOf(changes, literally);
      const rows = rowsOf(changes, express);
      if (!plain || !rows) return nothing(`what it made in step ${step} is not looked at by this script`);
      for (const [index, row] of rows.entries()) {
        const own = plain[index]!;
        const same = now.get(keyOf(own));
        then.delete(keyOf(own));
        if (same && JSON.stringify(same.plain.fields) === JSON.stringify(own.fields)) continue;
        then.set(keyOf(own), { ...row, ...(same && asNow(own, row, same)), step });
      }
    }
    return { version, why: '', rows: [...then.values()] };
  });
}

/** The row of a release with the expressions that stand in the one of now, wherever they say the same. */
function asNow(
  own: ScriptRow,
  row: ScriptRow,
  { plain, row: current }: { readonly plain: ScriptRow; readonly row: ScriptRow },
): Pick<ScriptRow, 'name' | 'fields'> {
  const fields = Object.entries(row.fields).map(([key, value]) => [
    key,
    own.fields[key] === plain.fields[key] ? (current.fields[key] ?? value) : value,
  ]);
  return { name: current.name, fields: Object.fromEntries(fields) as ScriptRow['fields'] };
}

/** Names of Windows do not differ by case. */
function keyOf({ kind, name, fields }: ScriptRow): string {
  return `${kind} ${fields['Title'] ?? ''} ${name}`.toLowerCase();
}
