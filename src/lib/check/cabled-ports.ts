import type { Lab, LabDevice } from '../lab/lab.ts';

/** Ports of a device that the lab lists or links: each is cabled. Undefined without a lab, where nothing is known of cables. */
export function cabledPorts({ name, ports }: LabDevice, lab: Lab | undefined): readonly string[] | undefined {
  if (!lab) return undefined;
  const linked = lab.links
    .flatMap(({ from, to }) => [from, to])
    .filter(({ device }) => device === name)
    .map(({ port }) => port);
  return [...new Set([...ports.map((port) => port.name), ...linked])];
}
