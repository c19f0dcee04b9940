import type { ResourceRow } from './resource-row.ts';
import { clusterRows } from './rows/cluster.ts';
import { dhcpRows } from './rows/dhcp.ts';
import { firewallRows } from './rows/firewall.ts';
import { iscsiRows } from './rows/iscsi.ts';
import { qosRows } from './rows/qos.ts';
import { smbRows } from './rows/smb.ts';

/** What a host may have beside its network, a row a kind. */
export const rows: readonly ResourceRow[] = [
  ...iscsiRows,
  ...dhcpRows,
  ...clusterRows,
  ...smbRows,
  ...firewallRows,
  ...qosRows,
];
