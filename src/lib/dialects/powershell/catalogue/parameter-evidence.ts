import { isShell } from './compact-facts.ts';
import { absentParameters } from './overrides/absent-parameters.ts';
import { datedParameters } from './overrides/dated-parameters.ts';
import type { ParameterSpec } from './parameter-spec.ts';
import { platformBit } from './versions.ts';

// What shows that a parameter of other versions is missing on this one: a page that does not have it shows nothing.

function named(specs: readonly ParameterSpec[], name: string): readonly ParameterSpec[] {
  const lower = name.toLowerCase();
  return specs.filter((spec) => [spec.name, ...spec.aliases].some((one) => one.toLowerCase() === lower));
}

/** Versions that have a parameter, by its name or an alias. */
export function versionsWith(specs: readonly ParameterSpec[], name: string): number {
  return named(specs, name).reduce((mask, spec) => mask | spec.mask, 0);
}

/** Whether a page has a parameter that a running system of this version did not have. */
export function isDoubted(specs: readonly ParameterSpec[], name: string, own: number): boolean {
  return named(specs, name).some(({ doubted }) => (doubted & own) !== 0);
}

/** Versions that a dump of a running system tells of: Windows PowerShell itself is the same on all that come with 5.1. */
export function liveOf(module: string, live: number): number {
  return live & 4 && isShell.test(module) ? live | 56 : live;
}

/** Whether one of the running systems that were asked, on the way from this version to those that have the parameter, does not have it. */
export function isMissingByDumps(versions: number, live: number, own: number): boolean {
  const dumps = live & ~versions;
  const first = versions & -versions;
  const last = versions === 0 ? 0 : 2 ** (31 - Math.clz32(versions));
  const between = (low: number, high: number) => (dumps & (high - 1) & ~(low - 1)) !== 0;
  return (dumps & own) !== 0 || (own < first ? between(own, first) : own > last && between(2 * last, 2 * own));
}

/** Whether a source says that the parameter came later. */
export function isDatedLater(
  command: string,
  specs: readonly ParameterSpec[],
  name: string,
  own: number,
): boolean {
  return named(specs, name).some((spec) => {
    const since = dateOf(command, spec.name);
    return since !== undefined && own < since;
  });
}

/** Whether a source says that a parameter, by its name in full, is there. */
export function isDatedSince(command: string, name: string, own: number): boolean {
  const since = dateOf(command, name);
  return since !== undefined && since <= own;
}

/** The version that a parameter came with, as its bit, where a source says so. */
function dateOf(command: string, name: string): number | undefined {
  const row = datedParameters.find(
    ({ commands, parameters }) =>
      commands.split(' ').includes(command) && parameters.split(' ').includes(name),
  );
  return row && platformBit(row.since);
}

/** Whether somebody asked a system of this version for the parameter, and there was none. */
export function isReportedAbsent(command: string, name: string, own: number): boolean {
  return absentParameters.some(
    (one) =>
      one.command === command &&
      one.parameter.toLowerCase() === name.toLowerCase() &&
      one.on.some((platform) => platformBit(platform) === own),
  );
}
