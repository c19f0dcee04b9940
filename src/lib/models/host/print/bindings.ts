import { resourceOf } from '../state.ts';
import type { HostState } from '../state.ts';
import type { NetworkAdapter } from './adapters.ts';
import type { HostObject } from './host-object.ts';
import { objectOf } from './host-object.ts';

/**
 * What can be bound to an adapter, and what Windows binds by itself. Source: Get-NetAdapterBinding, examples; “NIC Teaming”: members have
 * the multiplexor protocol and nothing else, and an adapter under a virtual switch the switch’s.
 */
const components: Readonly<
  Record<string, { readonly title: string; readonly at: 'ip' | 'team' | 'switch' }>
> = {
  ms_msclient: { title: 'Client for Microsoft Networks', at: 'ip' },
  ms_server: { title: 'File and Printer Sharing for Microsoft Networks', at: 'ip' },
  ms_tcpip: { title: 'Internet Protocol Version 4 (TCP/IPv4)', at: 'ip' },
  ms_tcpip6: { title: 'Internet Protocol Version 6 (TCP/IPv6)', at: 'ip' },
  ms_implat: { title: 'Microsoft Network Adapter Multiplexor Protocol', at: 'team' },
  vms_pp: { title: 'Hyper-V Extensible Virtual Switch', at: 'switch' },
};

/** Whether a component is bound to an adapter; undefined for one that is not known. */
export function bindings(
  state: HostState,
  { name, under }: NetworkAdapter,
  component: string,
): HostObject | undefined {
  const id = component.toLowerCase();
  const known = components[id];
  const set = resourceOf(state, 'adapter-binding', `${name} ${component}`)?.properties['enabled'];
  if (!known) return undefined;
  const enabled = typeof set === 'boolean' ? set : known.at === (under ?? 'ip');
  return objectOf({
    Name: ['text', name],
    DisplayName: ['text', known.title],
    ComponentID: ['text', id],
    Enabled: ['flag', enabled],
  });
}
