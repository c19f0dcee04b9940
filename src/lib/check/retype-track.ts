import type { Lab, LabDevice } from '../lab/lab.ts';
import { compiledDialects } from '../platforms/compiled-dialects.ts';
import { platforms } from '../platforms/platforms.ts';
import type { StagePorts } from '../platforms/stages.ts';
import { replaceInSlice } from '../source/slice.ts';
import type { Slice } from '../source/slice.ts';
import type { RunBlock, RunTrack } from './labwork.ts';
import { placeValues } from './place-values.ts';
import type { ModelRun, RanBlock } from './run-commands.ts';
import { runBlock } from './run-commands.ts';

/** What is to be otherwise than in the lab. */
export interface Retyping {
  /** With the values that are to be written. */
  readonly lab: Lab;
  /** Ports by the full names of those of the lab whose place they take. */
  readonly ports: ReadonlyMap<string, string>;
  /** How the platform of the track writes ports. */
  readonly files: { readonly ports: StagePorts };
}

/**
 * The commands of a device that is typed at, with other values and at other ports, taken through its model again. `problems` are sentences
 * that say why it does not do the same as in the guide: nothing may be made of such a track.
 */
export function retypeTrack<Track extends RunTrack>(
  track: Track,
  { lab, ports, files }: Retyping,
): { readonly track: Track; readonly problems: readonly string[] } {
  const { platform, blocks } = track;
  const { dialect: language, model, profile } = platforms[platform];
  const dialect = compiledDialects[language];
  const device = deviceWith(
    lab.devices.find(({ name }) => name === track.device.name) ?? track.device,
    ports,
    (name) => files.ports.nameOf(name, profile),
  );
  const session = dialect.start({ name: device.name, platform });
  let run: ModelRun = {
    model,
    session,
    state: model.start(profile, { name: device.name, session, ports: device.ports }),
  };
  const problems: string[] = [];
  const typed = blocks.map((own): RunBlock => {
    const { block } = own;
    const isApart = block.role === 'verify' || block.role === 'undo';
    const { slice, values, left } = placeValues(
      block.code,
      lab,
      { writeValues: (of, places) => dialect.writeValues(of, places, undefined) },
      platform,
    );
    for (const { path, value } of left)
      problems.push(`“${value?.text ?? ''}” cannot be written in the place of the ${value?.title ?? path}`);
    const at = isApart ? model.restart(run.state) : run.state;
    const resolved =
      ports.size === 0 ? slice : atPorts(slice, (lines) => files.ports.renamed(lines, at, ports));
    const restored = dialect.restore(
      resolved,
      [],
      undefined,
      isApart ? dialect.restart(run.session) : run.session,
    );
    const { ran, next } = runBlock(
      run,
      { commands: restored.commands, session: restored.session, read: resolved, spoiled: new Set() },
      block.role,
    );
    run = next;
    for (const problem of differences(own, ran)) problems.push(problem);
    return {
      ...own,
      device,
      resolved,
      // A line that names other ports is longer, and where a value stands in it is asked by nobody who types it.
      values: ports.size === 0 ? values : [],
      commands: ran.commands,
      results: ran.results,
      states: { before: ran.before, after: ran.after },
    };
  });
  return { track: { ...track, device, blocks: typed }, problems: [...new Set(problems)] };
}

function deviceWith(
  device: LabDevice,
  ports: ReadonlyMap<string, string>,
  nameOf: (name: string) => string | undefined,
): LabDevice {
  if (ports.size === 0) return device;
  const own = device.ports.map((port) => ({
    ...port,
    name: ports.get(nameOf(port.name) ?? port.name) ?? port.name,
  }));
  return { ...device, ports: own };
}

function atPorts(slice: Slice, write: (lines: readonly string[]) => readonly string[]): Slice {
  const lines = slice.text.split('\n');
  const written = write(lines);
  let start = 0;
  const replacements = lines.flatMap((line, index) => {
    const place = { start, end: start + line.length, text: written[index]! };
    start += line.length + 1;
    return place.text === line ? [] : [place];
  });
  return replaceInSlice(slice, replacements);
}

/** What commands come to, where it is something else than in the guide. */
function differences(
  { block, commands: own, results: was }: RunBlock,
  { commands, results }: RanBlock,
): string[] {
  const where = block.step === undefined ? 'before the first step' : `in step ${block.step}`;
  if (commands.length !== own.length) return [`${where} there are other commands than in the guide`];
  return commands.flatMap((command, index) => {
    const result = results[index]!;
    const refusal = result.findings.find(({ severity }) => severity === 'error');
    const had = was[index]!.findings.some(({ severity }) => severity === 'error');
    if (!refusal || had) {
      if (command.support === own[index]!.support && result.effect === was[index]!.effect) return [];
      return [`${where} \`${command.name}\` does not do the same as in the guide`];
    }
    return [`${where} \`${command.name}\` is refused: ${refusal.message}`];
  });
}
