import type { RunLabwork, RunTrack } from '../../check/labwork.ts';
import type { Lab } from '../../lab/lab.ts';
import { labValues } from '../../lab/values.ts';
import { platforms } from '../../platforms/platforms.ts';
import { templates } from '../../platforms/templates.ts';
import type { LabworkMetadata } from '../labwork-metadata.ts';
import type { Script } from '../script.ts';
import { scriptRole, typedRole } from './roles.ts';
import { typedVariables } from './typed-variables.ts';
import { valuesRole } from './values-role.ts';
import type { YamlValue } from './yaml-file.ts';
import { Verbatim, yamlFile } from './yaml-file.ts';

export interface AnsibleFile {
  /** Below the bundle's root. */
  readonly path: string;
  readonly about: string;
  readonly text: string;
}

/** The same labwork for many machines: what Ansible runs, from the same scripts and commands. */
export function makeAnsible(
  labwork: RunLabwork,
  facts: LabworkMetadata,
  scripts: readonly Script[],
): readonly AnsibleFile[] {
  const values = valuesOf(labwork);
  const groups = labwork.tracks.flatMap(
    (track) => groupOf(track, { facts, scripts, values, lab: labwork.lab }) ?? [],
  );
  if (groups.length === 0) return [];
  const file = (
    path: string,
    about: string,
    value: YamlValue,
    comment: readonly string[] = [],
  ): AnsibleFile => ({
    path: `ansible/${path}`,
    about,
    text: yamlFile(value, [
      `Labworks ${facts.number}, ${facts.release?.version ?? 'not released'}: ${about}`,
      ...comment,
    ]),
  });
  const typing = [...new Set(groups.flatMap(({ typing: module }) => module ?? []))];
  return [
    file('inventory.yml', 'which machines', inventoryOf(groups), [
      'A machine more is a line more below the group of its kind.',
      'How to come in (ansible_host, ansible_user, a password from a vault) is yours to say.',
    ]),
    file('group_vars/all.yml', 'the values of the lab', valuesFile(labwork, values), [
      'A machine, or a group of them, has others in labwork_own, in a file of its own: host_vars/NAME.yml.',
      'Other ports of a switch stand in labwork_own_ports, by those of the lab, both in full.',
      'All of them are looked at before anything is sent.',
    ]),
    ...groups.map(({ name, about, variables }) => file(`group_vars/${name}.yml`, about, variables)),
    file('playbook.yml', 'applies and verifies, then saves', applyPlays(groups), [
      'ansible-playbook -i inventory.yml playbook.yml --check --diff says what it would do.',
      'One machine after the other, and none behind the first that fails.',
    ]),
    file('undo.yml', 'takes all of it back', undoPlays(groups)),
    file('requirements.yml', 'collections', {
      collections: [...new Set(groups.flatMap(({ collections }) => collections))].map((name) => ({ name })),
    }),
    file('roles/labwork_values/tasks/main.yml', 'looks at the values of a machine', valuesRole),
    ...(groups.some(({ typing: module }) => module === undefined)
      ? (['main', 'undo'] as const).map((part) =>
          file(`roles/labwork_script/tasks/${part}.yml`, 'runs the one script of a host', scriptRole[part]),
        )
      : []),
    ...typing.flatMap((module) => {
      const role = typedRole(module);
      return (['main', 'undo', 'save'] as const).map((part) =>
        file(`roles/${roleOf(module)}/tasks/${part}.yml`, 'types the commands of a switch', role[part]),
      );
    }),
  ];
}

/** The texts of the lab's values, by their paths. */
type LabValues = Readonly<Record<string, Verbatim>>;

interface GroupContext {
  readonly facts: LabworkMetadata;
  readonly scripts: readonly Script[];
  readonly values: LabValues;
  readonly lab: Lab | undefined;
}

/** Machines of one kind: a device of the lab, as one of the platforms that it may be. */
interface FleetGroup {
  readonly name: string;
  readonly about: string;
  readonly device: string;
  /** Whether the device of the lab is one of them. */
  readonly isMain: boolean;
  readonly typing: string | undefined;
  readonly collections: readonly string[];
  readonly variables: Readonly<Record<string, YamlValue>>;
}

function groupOf(track: RunTrack, { facts, scripts, values, lab }: GroupContext): FleetGroup | undefined {
  const { device, platform, alternative } = track;
  const { title } = platforms[platform];
  const { scripts: kind, fleet } = templates[platform];
  const own = scripts.filter((script) => script.device === device.name && script.platform === platform);
  const variables =
    kind.kind === 'one'
      ? scriptVariables(own, facts, values)
      : typedVariables(track, own, { files: kind.files, facts, lab });
  if (!variables) return undefined;
  return {
    name: `labwork_${device.name}${alternative ? `_${platform}` : ''}`.replace(/\W/g, '_'),
    about: `machines that are as ${device.name} is, of the kind ${title}`,
    device: device.name,
    isMain: !alternative,
    typing: fleet.typing,
    collections: fleet.collections,
    variables: { ...fleet.variables, ...variables },
  };
}

function scriptVariables([script]: readonly Script[], { number }: LabworkMetadata, values: LabValues) {
  if (!script) return undefined;
  const folder = `C:\\Labworks\\${String(number)}`;
  return {
    labwork_script: new Verbatim(script.path),
    labwork_folder: folder,
    labwork_there: `${folder}\\Invoke-Labwork.ps1`,
    labwork_result: `${folder}\\result`,
    // The script asks whether it is on the computer that it is for.
    labwork_host_name: '{{ inventory_hostname }}',
    labwork_parameters: Object.fromEntries([
      ['HostName', '{{ labwork_host_name }}'],
      ...(script.parameters ?? []).map(({ name, of, text }) => [
        name,
        of in values && valuePath.test(of) ? `{{ labwork_value['${of}'] }}` : new Verbatim(text),
      ]),
    ]),
  };
}

/** A path that needs no quoting; adapters are named by texts of other kinds. */
const valuePath = /^[a-z][\w-]*(?:\.[\w-]+)*$/;

function valuesOf({ tracks }: RunLabwork): LabValues {
  const values = new Map(
    tracks
      .flatMap(({ blocks }) => blocks)
      .flatMap(({ values: own }) => own)
      .map(({ value }) => [value.path, value.text]),
  );
  return Object.fromEntries(
    [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => [path, new Verbatim(text)]),
  );
}

function valuesFile({ lab }: RunLabwork, values: LabValues): YamlValue {
  const vlans = lab ? [...labValues(lab).values()].filter(({ type }) => type === 'vlan') : [];
  return {
    labwork_values: values,
    labwork_own: {},
    labwork_own_ports: {},
    labwork_value: '{{ labwork_values | combine(labwork_own) }}',
    labwork_port:
      '{{ dict(labwork_lab_ports | default([]) | zip(labwork_lab_ports | default([]))) | combine(labwork_own_ports) }}',
    labwork_distinct: vlans.flatMap(({ path }) => (path in values ? [new Verbatim(path)] : [])),
  };
}

function inventoryOf(groups: readonly FleetGroup[]) {
  return {
    all: {
      children: Object.fromEntries(
        groups.map(({ name, device, isMain }) => [name, { hosts: isMain ? { [device]: {} } : {} }]),
      ),
    },
  };
}

/** What is typed at goes first, as hosts need their switch; and is saved when all is verified. */
function applyPlays(groups: readonly FleetGroup[]) {
  const [typed, others] = [groups.filter(({ typing }) => typing), groups.filter(({ typing }) => !typing)];
  return [
    valuesPlay(groups),
    ...[...typed, ...others].map((group) => play(group, 'main')),
    ...typed.map((group) => play(group, 'save')),
  ];
}

function undoPlays(groups: readonly FleetGroup[]) {
  const [typed, others] = [groups.filter(({ typing }) => typing), groups.filter(({ typing }) => !typing)];
  return [
    valuesPlay(groups),
    ...[...others, ...typed].map((group) => play(group, 'undo')),
    ...typed.map((group) => play(group, 'save')),
  ];
}

/** Goes before all others, and to no machine. */
function valuesPlay(groups: readonly FleetGroup[]): YamlValue {
  return {
    name: 'Look whether the values hold',
    hosts: groups.map(({ name }) => name).join(':'),
    gather_facts: false,
    any_errors_fatal: true,
    max_fail_percentage: 0,
    vars: { ansible_connection: 'local' },
    tasks: [
      { name: 'Look whether the values hold', 'ansible.builtin.include_role': { name: 'labwork_values' } },
    ],
  };
}

function play({ name, typing }: FleetGroup, part: 'main' | 'undo' | 'save') {
  const purposes = { main: 'Apply and verify', undo: 'Take back', save: 'Save' };
  return {
    name: `${purposes[part]}: ${name}`,
    hosts: name,
    gather_facts: false,
    serial: 1,
    any_errors_fatal: true,
    max_fail_percentage: 0,
    tasks: [
      {
        name: purposes[part],
        'ansible.builtin.include_role': { name: roleOf(typing), tasks_from: part },
      },
    ],
  };
}

function roleOf(typing: string | undefined): string {
  return typing === undefined ? 'labwork_script' : `labwork_${typing.replace(/\W/g, '_')}`;
}
