import { describeTopology, labValues, layOutPorts, layOutTopology, platforms } from '../../lib/engine.ts';
import type { Lab, LabDevice } from '../../lib/lab/lab.ts';
import type { DeviceView, LabView, ValueText } from '../types/lab.ts';

/** A lab as pages show it. */
export function labView(lab: Lab): LabView {
  const { id, title, summary, devices, groups, domain, networks, values } = lab;
  return {
    id,
    title,
    summary,
    networks,
    groups,
    domain,
    devices: devices.map((device) => deviceView(lab, device)),
    values: values.map(({ name, value, title: what }) => ({ name, value: String(value), title: what })),
    texts: textsOf(lab),
    topology: { ...layOutTopology(lab), description: `The lab ${title}. ${describeTopology(lab)}` },
  };
}

function deviceView(lab: Lab, device: LabDevice): DeviceView {
  const { name, title, class: kind, summary, roles, ports, platform, alternatives } = device;
  return {
    name,
    title,
    class: kind,
    summary,
    roles,
    ports,
    platform: platform && platforms[platform].title,
    alternatives: alternatives.map((id) => platforms[id].title),
    portMap: layOutPorts(lab, device),
  };
}

function textsOf(lab: Lab): Record<string, ValueText> {
  const cables = new Map(lab.networks.map(({ id, cable }) => [id, cable]));
  const texts = [...labValues(lab)].map(([path, { text, network }]): [string, ValueText] => [
    path,
    { text, cable: network === undefined ? undefined : cables.get(network) },
  ]);
  return Object.fromEntries(texts);
}
