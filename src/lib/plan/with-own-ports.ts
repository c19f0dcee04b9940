import type { CheckedLabwork, Track } from '../check/labwork.ts';
import { retypeTrack } from '../check/retype-track.ts';
import { platforms } from '../platforms/platforms.ts';
import type { StageFiles } from '../platforms/stages.ts';
import { templates } from '../platforms/templates.ts';

/** A port of the reader's device in the place of one of the lab's, each as somebody wrote it. */
export interface OwnPort {
  readonly lab: string;
  readonly own: string;
}

/**
 * A labwork at other ports of one device. Of a device that may be of several platforms it is the tracks whose platforms have such ports.
 * `problem` is a sentence: a port that no such device has, that the labwork does not name, that is named twice or is taken.
 */
export function withOwnPorts(
  labwork: CheckedLabwork,
  device: string,
  wishes: readonly OwnPort[],
):
  | { readonly labwork: CheckedLabwork; readonly problem?: undefined }
  | { readonly labwork?: undefined; readonly problem: string } {
  const { lab } = labwork;
  const own = labwork.tracks.filter((track) => track.device.name === device && filesOf(track));
  if (!lab || own.length === 0) return { problem: `${device} is no device whose ports can be chosen.` };
  const tries = own.map((track) => ({ track, found: portsFor(track, wishes, filesOf(track)!) }));
  const fitting = tries.flatMap(({ track, found }) => (found.ports ? [{ track, ports: found.ports }] : []));
  if (fitting.length === 0) {
    const [best] = tries.toSorted((a, b) => Number(a.found.isForm) - Number(b.found.isForm));
    return { problem: best!.found.problem! };
  }
  const moved = fitting.map(({ track, ports }) => retypeTrack(track, { lab, ports, files: filesOf(track)! }));
  const [problem] = moved.flatMap(({ problems }) => problems);
  if (problem !== undefined) return { problem: `With these ports, ${problem}.` };
  const hasMain = moved.some(({ track }) => !track.alternative);
  const tracks = moved.map(({ track }, index) =>
    // What the lab has may be what these ports are not of: then the device is the other kind.
    hasMain || index > 0 ? track : { ...track, alternative: false },
  );
  const others = labwork.tracks.filter((track) => track.device.name !== device);
  const at = labwork.tracks.findIndex((track) => track.device.name === device);
  return { labwork: { ...labwork, tracks: [...others.slice(0, at), ...tracks, ...others.slice(at)] } };
}

function filesOf({ platform }: Track): StageFiles | undefined {
  const { scripts } = templates[platform];
  return scripts.kind === 'stages' ? scripts.files : undefined;
}

type PortsFound =
  | { readonly ports: ReadonlyMap<string, string>; readonly problem?: undefined; readonly isForm: false }
  | { readonly ports?: undefined; readonly problem: string; readonly isForm: boolean };

function portsFor({ platform, blocks }: Track, wishes: readonly OwnPort[], files: StageFiles): PortsFound {
  const { profile, title } = platforms[platform];
  const named = [
    ...new Set(
      blocks.flatMap(({ resolved, states }) => files.ports.named(resolved.text.split('\n'), states.before)),
    ),
  ];
  const example = named[0];
  const problem = (text: string, isForm = false): PortsFound => ({ problem: text, isForm });
  const ports = new Map<string, string>();
  for (const wish of wishes) {
    const [lab, own] = [files.ports.nameOf(wish.lab, profile), files.ports.nameOf(wish.own, profile)];
    const said = `“${wish.lab}=${wish.own}”`;
    const unknown = lab === undefined ? wish.lab : own === undefined ? wish.own : undefined;
    if (lab === undefined || own === undefined)
      return problem(
        `${said}: “${unknown ?? ''}” is no port of a ${title}${example === undefined ? '' : `, whose ports are written as ${example}`}.`,
        true,
      );
    if (!named.includes(lab))
      return problem(`${said}: the labwork names no ${lab}. It names ${named.join(', ') || 'no port'}.`);
    if (ports.has(lab)) return problem(`${said}: ${lab} is given twice.`);
    const twin = [...ports].find(([, other]) => other === own);
    if (twin) return problem(`${said}: ${own} is in the place of ${twin[0]} already.`);
    ports.set(lab, own);
  }
  const taken = [...ports].find(([, own]) => named.includes(own) && !ports.has(own));
  if (taken)
    return problem(
      `“${taken[0]}=${taken[1]}”: ${taken[1]} is taken, the labwork uses it itself. Give it another place as well.`,
    );
  return { ports, isForm: false };
}
