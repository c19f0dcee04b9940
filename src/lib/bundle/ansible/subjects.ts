import type { RunTrack } from '../../check/labwork.ts';
import { retypeTrack } from '../../check/retype-track.ts';
import type { Lab, LabValue } from '../../lab/lab.ts';
import { changeableValues, withValues } from '../../lab/with-values.ts';
import type { StageFiles, ValueLimits } from '../../platforms/stages.ts';
import type { Subject } from './text-template.ts';

/** Three trials of a track: everything that may be otherwise is, each time in another way. */
export interface Trials {
  readonly subjects: readonly Subject[];
  readonly tracks: readonly [RunTrack, RunTrack, RunTrack];
}

/** Values of the lab that the commands of a track are made of, and what each takes there. */
export interface TypedValue {
  readonly value: LabValue;
  readonly limits: readonly ValueLimits[];
}

/** The values in what is typed to apply or to take back. */
export function typedValues({ blocks }: RunTrack, files: StageFiles): readonly TypedValue[] {
  const found = new Map<string, TypedValue>();
  for (const { block, values, commands } of blocks) {
    if (block.role !== 'apply' && block.role !== 'undo') continue;
    for (const { value, start, end } of values) {
      const entry = found.get(value.path) ?? { value, limits: [] };
      const limits = commands.flatMap((command) => files.limitsAt(command, start, end) ?? []);
      found.set(value.path, { value, limits: [...entry.limits, ...limits] });
    }
  }
  return [...found.values()];
}

/** The ports that are named where something is applied, by their full names. */
export function typedPorts({ blocks }: RunTrack, files: StageFiles): readonly string[] {
  const applied = blocks.filter(({ block }) => block.role === 'apply');
  return [
    ...new Set(
      applied.flatMap(({ resolved, states }) => files.ports.named(resolved.text.split('\n'), states.before)),
    ),
  ];
}

/** Types a track three times with other values, and at other ports where that is asked; undefined where it does not do the same then. */
export function tryTrack(
  track: RunTrack,
  lab: Lab,
  files: StageFiles,
  subjects: readonly Subject[],
): Trials | undefined {
  const tried = ([0, 1, 2] as const).map((trial) => {
    const of = (kind: Subject['kind']) =>
      subjects.filter((one) => one.kind === kind).map((one) => [one.of, one.trials[trial]] as const);
    const { lab: changed, problems } = withValues(lab, Object.fromEntries(of('value')));
    if (problems.length > 0) return undefined;
    const typed = retypeTrack(track, { lab: changed, ports: new Map(of('port')), files });
    return typed.problems.length > 0 ? undefined : typed.track;
  });
  const [first, second, third] = tried;
  return first && second && third ? { subjects, tracks: [first, second, third] } : undefined;
}

/** Values that can be others: what follows from another one, and what has a form of its own, stays as the guide has it. */
export function valueSubjects(values: readonly TypedValue[], lab: Lab): readonly Subject[] {
  const changeable = new Set(changeableValues(lab));
  let vlans = 0;
  return values.flatMap(({ value, limits }, index): Subject[] => {
    const { path, type, text } = value;
    const trials = changeable.has(path)
      ? trialsOf(type, text, type === 'vlan' ? vlans++ : index, limits)
      : undefined;
    return trials ? [{ kind: 'value', of: path, isVlan: type === 'vlan', own: text, trials }] : [];
  });
}

function trialsOf(
  type: LabValue['type'],
  own: string,
  index: number,
  limits: readonly ValueLimits[],
): Subject['trials'] | undefined {
  switch (type) {
    case 'vlan':
      // Every switch takes them, whatever it learns by VTP. No two are neighbours at first, and two by two at last.
      return [203 + 7 * index, 605 + 9 * index, 401 + 7 * (index >> 1) + (index % 2)].map(String) as [
        string,
        string,
        string,
      ];
    case 'name':
    case 'text':
      return [`Qx${String(index)}a`, `Rz${String(index)}b`, `Sy${String(index)}c`];
    case 'port-channel':
    case 'integer': {
      const number = Number(own);
      const isTaken = (one: number) =>
        one > 0 && limits.every((limit) => limit.kind !== 'number' || (one >= limit.from && one <= limit.to));
      const [first, second] = [-11, -13, 11, 13, 1, 2, -1, -2].map((step) => number + step).filter(isTaken);
      return first === undefined || second === undefined
        ? undefined
        : [String(first), String(second), String(first)];
    }
    default:
      return undefined;
  }
}

/** Ports that can be others: each tries two of the ports that nothing else is at, no two of them neighbours. */
export function portSubjects(
  track: RunTrack,
  ports: readonly string[],
  files: StageFiles,
): readonly Subject[] | undefined {
  const [first] = track.blocks;
  const [stem] = ports.map(stemOf);
  if (!first || stem === undefined || ports.some((port) => stemOf(port) !== stem)) return undefined;
  const spare = files.ports
    .all(first.states.before)
    .filter((port) => stemOf(port) === stem && !ports.includes(port));
  if (spare.length < ports.length * 3) return undefined;
  return ports.map((port, index) => ({
    kind: 'port',
    of: port,
    isVlan: false,
    own: port,
    trials: [spare[index * 3]!, spare[index * 3 + 1]!, spare[index * 3]!],
  }));
}

function stemOf(port: string): string {
  return port.replace(/\d+$/, '');
}
