import type { Lab, LabDevice } from '../lab/lab.ts';

/**
 * Ports of a device that the lab lists, where every link of it ends too: each is cabled. Undefined without a lab, where nothing is known
 * of cables.
 */
export function cabledPorts({ ports }: LabDevice, lab: Lab | undefined): readonly string[] | undefined {
  return lab && ports.map(({ name }) => name);
}
