import type { PortMap } from '../../lib/drawing/port-map.ts';
import type { Topology } from '../../lib/drawing/topology.ts';
import type { Cable, Lab, LabDevice } from '../../lib/lab/lab.ts';

/** A lab as pages show it: titles for ids, and its drawings as plain geometry. */
export interface LabView extends Pick<Lab, 'id' | 'title' | 'summary' | 'networks' | 'groups' | 'domain'> {
  readonly devices: readonly DeviceView[];
  /** What a reader may change beside the networks and addresses. */
  readonly values: readonly { readonly name: string; readonly value: string; readonly title: string }[];
  /** By path, everything that `{{…}}` and `<Value of="…">` may name. */
  readonly texts: Readonly<Record<string, ValueText>>;
  readonly topology: Topology & { readonly description: string };
}

export interface DeviceView extends Pick<
  LabDevice,
  'name' | 'title' | 'class' | 'summary' | 'roles' | 'ports'
> {
  /** Title of its platform; undefined where nothing runs on it in a guide. */
  readonly platform: string | undefined;
  /** Titles of the platforms that a reader may have in its place. */
  readonly alternatives: readonly string[];
  readonly portMap: PortMap;
}

/** A lab value as it stands in running text. */
export interface ValueText {
  readonly text: string;
  /** The colour of the network that it belongs to. */
  readonly cable: Cable | undefined;
}
