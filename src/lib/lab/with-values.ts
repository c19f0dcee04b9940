import { checkNetworks } from './check-networks.ts';
import type { Lab, Network, ValueType } from './lab.ts';
import { labValues, typeProblem } from './values.ts';

/** A reader's values, by the paths by which commands name them: `vswitch`, `networks.lm.vlan`, `networks.lm.hosts.hv1`. */
export type ReaderValues = Readonly<Record<string, string>>;

/** Why a lab does not hold with the values of a reader. */
export interface ReaderValueProblem {
  /** The value that it is about; undefined where it is about several. */
  readonly path: string | undefined;
  /** A sentence. */
  readonly message: string;
  readonly hint: string;
}

/** A lab with a reader's values, as far as they are values of their types, and what speaks against them together. */
export function withValues(
  lab: Lab,
  values: ReaderValues,
): { readonly lab: Lab; readonly problems: readonly ReaderValueProblem[] } {
  const known = labValues(lab);
  const problems: ReaderValueProblem[] = [];
  let changed = lab;
  for (const [path, text] of Object.entries(values)) {
    const value = known.get(path);
    const next = value && set(changed, path, text);
    const problem = value && typeProblem(value.type, text);
    if (!value || !next)
      problems.push({
        path,
        message: `The lab has no value “${path}” that can be set.`,
        hint: `Those that can be: ${changeableValues(lab).join(', ')}.`,
      });
    else if (problem !== undefined)
      problems.push({ path, message: `The ${value.title} ${problem}.`, hint: hintFor(value.type) });
    else changed = next;
  }
  if (problems.length > 0) return { lab, problems };
  checkNetworks(changed, (_rule, path, message, hint) =>
    problems.push({ path: pathIn(changed, path), message, hint }),
  );
  return { lab: problems.length > 0 ? lab : changed, problems };
}

/** The paths of the values that can be set; what follows from another one cannot. */
export function changeableValues(lab: Lab): readonly string[] {
  return [...labValues(lab).values()].flatMap(({ path, text }) =>
    set(lab, path, text) === undefined ? [] : [path],
  );
}

function hintFor(type: ValueType): string {
  return type === 'name' || type === 'text' ? 'Write it in one line.' : 'Correct it.';
}

function set(lab: Lab, path: string, text: string): Lab | undefined {
  const [first, id, ...rest] = path.split('.');
  if (first === 'networks' && id !== undefined) {
    const networks = lab.networks.map((network) =>
      network.id === id ? setInNetwork(network, rest, text) : network,
    );
    return networks.every((network) => network !== undefined) ? { ...lab, networks } : undefined;
  }
  if (first === 'devices' && rest.length === 1 && rest[0] === 'title')
    return {
      ...lab,
      devices: lab.devices.map((device) => (device.name === id ? { ...device, title: text } : device)),
    };
  if (id !== undefined) return undefined;
  if (lab.values.some(({ name }) => name === first))
    return {
      ...lab,
      values: lab.values.map((value) => (value.name === first ? { ...value, value: text } : value)),
    };
  return first === 'domain' && lab.domain !== undefined ? { ...lab, domain: text } : undefined;
}

function setInNetwork(network: Network, [field, key, end]: readonly string[], text: string) {
  switch (field) {
    case 'name':
    case 'subnet':
    case 'gateway':
      return { ...network, [field]: text };
    case 'vlan':
      return { ...network, vlan: Number(text) };
    case 'hosts':
      return { ...network, hosts: { ...network.hosts, [key!]: text } };
    case 'dns':
      return { ...network, dns: network.dns.map((one, at) => (at === Number(key) - 1 ? text : one)) };
    case 'dhcp':
      return {
        ...network,
        dhcp: network.dhcp.map((one, at) => (at === Number(key) - 1 ? { ...one, [end!]: text } : one)),
      };
    default:
      return undefined;
  }
}

/** What `checkNetworks` says by places of a file, by the path of a value. */
function pathIn({ networks }: Lab, [list, index, ...rest]: readonly PropertyKey[]): string | undefined {
  const network = list === 'networks' ? networks[Number(index)] : undefined;
  if (!network) return undefined;
  const fields = rest.map((key) => (typeof key === 'number' ? String(key + 1) : String(key)));
  return ['networks', network.id, ...fields].join('.');
}
