import type { RunTrack } from '../../check/labwork.ts';
import { retypeTrack } from '../../check/retype-track.ts';
import type { Lab } from '../../lab/lab.ts';
import { withValues } from '../../lab/with-values.ts';
import { platforms } from '../../platforms/platforms.ts';
import type { StageFiles } from '../../platforms/stages.ts';
import type { LabworkMetadata } from '../labwork-metadata.ts';
import type { Script } from '../script.ts';
import { stageScripts } from '../stage-files.ts';
import { changeBy } from '../stage-pieces.ts';
import type { TypedValue } from './subjects.ts';
import { portSubjects, tryTrack, typedPorts, typedValues, valueSubjects } from './subjects.ts';
import type { Subject } from './text-template.ts';
import type { Varying } from './varying.ts';
import { vary } from './varying.ts';
import type { YamlValue } from './yaml-file.ts';
import { Verbatim } from './yaml-file.ts';

type Variables = Readonly<Record<string, YamlValue>>;

/**
 * What Ansible knows of a kind of device that is typed at: the commands of the guide as they stand, with a machine's own values and ports in
 * the place of the lab's as far as it was tried that they do the same then. Undefined where nobody may type them unseen.
 */
export function typedVariables(
  track: RunTrack,
  scripts: readonly Script[],
  {
    files,
    facts,
    lab,
  }: { readonly files: StageFiles; readonly facts: LabworkMetadata; readonly lab: Lab | undefined },
): Variables | undefined {
  const own = commandsOf(track, scripts, files);
  if (!own) return undefined;
  const values = typedValues(track, files);
  const found = lab && varyingOf(track, own, values, { files, facts, lab });
  const subjects = found?.subjects ?? [];
  const varied = new Set(subjects.map(({ of }) => of));
  const { profile } = platforms[track.platform];
  return {
    labwork_lab_ports: subjects.flatMap(({ kind, of }) => (kind === 'port' ? [new Verbatim(of)] : [])),
    labwork_port_form: new Verbatim(files.ports.pattern(profile)),
    labwork_rules: values
      .filter(({ value }) => varied.has(value.path))
      .map((value) => ruleOf(value, files, worksIn(track, files, lab))),
    labwork_fixed: values
      .filter(({ value }) => !varied.has(value.path))
      .map(({ value }) => new Verbatim(value.path)),
    ...found?.varying.lists,
    ...((found?.varying.variables ?? own) as Variables),
  };
}

function varyingOf(
  track: RunTrack,
  own: Variables,
  values: readonly TypedValue[],
  { files, facts, lab }: { readonly files: StageFiles; readonly facts: LabworkMetadata; readonly lab: Lab },
): { readonly varying: Varying; readonly subjects: readonly Subject[] } | undefined {
  const commandsIn = (tried: RunTrack) => commandsOf(tried, stageScripts(tried, facts, files), files);
  const ofValues = valueSubjects(values, lab).filter((one) => tryTrack(track, lab, files, [one]));
  const ofPorts = portSubjects(track, typedPorts(track, files), files) ?? [];
  const varyingWith = (subjects: readonly Subject[]) => {
    const [all, atOwnPorts] = [subjects, subjects.filter(({ kind }) => kind === 'value')].map((some) => {
      const [first, second, third] = tryTrack(track, lab, files, some)?.tracks.map(commandsIn) ?? [];
      return first && second && third ? ([first, second, third] as const) : undefined;
    });
    const varying =
      all && atOwnPorts && vary({ own, trials: all, atOwnPorts }, subjects, files.ports.mostListed);
    return varying && { varying, subjects };
  };
  const whole = varyingWith([...ofValues, ...ofPorts]);
  if (whole) return whole;
  // What cannot be told from the rest of a text is left as the guide has it, and the others can be others all the same.
  const apart = ofValues.filter((one) => varyingWith([one]));
  return varyingWith([...apart, ...ofPorts]) ?? varyingWith(apart) ?? varyingWith(ofPorts);
}

function commandsOf(
  { blocks, platform }: RunTrack,
  scripts: readonly Script[],
  files: StageFiles,
): Variables | undefined {
  const change = changeBy(blocks);
  const changing = scripts.filter(({ stage }) => stage === 'change');
  // Behind a question stands a person.
  if (!change || changing.length !== 1) return undefined;
  const looks = files.fleetLooks({ profile: platforms[platform].profile, ...change });
  const commands = [...new Set(looks.map(({ command }) => command))];
  const typed = (stage: Script['stage']) =>
    scripts.filter((script) => script.stage === stage).flatMap((script) => linesOf(script, files));
  return {
    labwork_commands: commands.map((command) => new Verbatim(command)),
    labwork_looks: looks.map(({ about, command, planned, inTheWay, made, isConfiguration }) => ({
      about: new Verbatim(about),
      at: commands.indexOf(command),
      planned: new Verbatim(planned),
      in_the_way: new Verbatim(inTheWay),
      made: new Verbatim(made),
      is_configuration: isConfiguration,
    })),
    labwork_change: typed('change'),
    labwork_undo: typed('undo'),
    labwork_save: new Verbatim(files.saving),
  };
}

function linesOf({ bytes }: Script, { comments, lineEnd }: StageFiles): readonly Verbatim[] {
  return new TextDecoder()
    .decode(bytes)
    .split(lineEnd)
    .filter((line) => line.trim() !== '' && !line.startsWith(comments.mark))
    .map((line) => new Verbatim(line.trim()));
}

/** Whether the commands do the same with a value. */
type Works = (path: string, text: string) => boolean;

function worksIn(track: RunTrack, files: StageFiles, lab: Lab | undefined): Works {
  return (path, text) => {
    const changed = lab && withValues(lab, { [path]: text });
    if (!changed || changed.problems.length > 0) return false;
    return retypeTrack(track, { lab: changed.lab, ports: new Map(), files }).problems.length === 0;
  };
}

/** What a value must be for these commands, for the role that looks before anything is sent. */
function ruleOf({ value, limits }: TypedValue, { vlans }: StageFiles, works: Works): YamlValue {
  const { path, title, type } = value;
  const about = { of: new Verbatim(path), title: new Verbatim(title) };
  if (type === 'name' || type === 'text') {
    const longest = limits.flatMap((limit) => (limit.kind === 'length' ? [limit.to] : []));
    return { ...about, kind: 'word', longest: longest.reduce((least, one) => Math.min(least, one), 64) };
  }
  if (type === 'vlan') {
    const [from] = vlans.lowest.filter((id) => works(path, String(id)));
    const to = vlans.highest.find((id) => works(path, String(id)));
    const without = vlans.reserved.filter((id) => id <= (to ?? 0) && !works(path, String(id)));
    return {
      ...about,
      kind: 'number',
      from: from ?? vlans.lowest.at(-1)!,
      to: to ?? vlans.highest.at(-1)!,
      without,
    };
  }
  const numbers = limits.flatMap((limit) => (limit.kind === 'number' ? [limit] : []));
  return {
    ...about,
    kind: 'number',
    from: numbers.reduce((most, { from }) => Math.max(most, from), type === 'integer' ? 0 : 1),
    to: numbers.reduce((least, { to }) => Math.min(least, to), type === 'integer' ? 2_147_483_647 : 4096),
    without: [],
  };
}
