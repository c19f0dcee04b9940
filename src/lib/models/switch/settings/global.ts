import type { Configuration } from '../state.ts';
import type { PropertySetting } from './setting.ts';
import { flag, valued } from './setting.ts';

/** A setting of global configuration whose effect is modelled, and how it is made. */
export interface GlobalSetting extends PropertySetting {
  /** Has its effect only after a reload. */
  readonly waits: boolean;
  readonly key:
    'hostname' | 'vtpMode' | 'lacpSystemPriority' | 'loadBalance' | 'stpMode' | 'gateway' | 'jumboFrames';
}

/** In the order of a printed configuration. */
export const globalSettings: readonly GlobalSetting[] = [
  global('hostname', valued('value', 'hostname')),
  global('vtpMode', valued('value', 'vtp mode', 'vtp mode server')),
  global('lacpSystemPriority', valued('value', 'lacp system-priority')),
  global('loadBalance', valued('value', 'port-channel load-balance')),
  global('stpMode', valued('value', 'spanning-tree mode')),
  global('gateway', valued('value', 'ip default-gateway')),
  { ...global('jumboFrames', flag('value', 'port jumbo-frame')), waits: true },
];

function global(key: GlobalSetting['key'] & keyof Configuration, setting: PropertySetting): GlobalSetting {
  return { key, waits: false, ...setting };
}
