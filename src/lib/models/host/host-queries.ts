import type { PowerShellCommand } from '../../dialects/powershell/command.ts';
import type { DeviceQueries } from '../model.ts';
import { addresses, attach } from './attach.ts';
import { missingResources } from './missing.ts';
import { print } from './print/print.ts';
import { missingRestarts } from './restarts.ts';
import type { HostState } from './state.ts';

/** What a Windows host prints, does at its ports, and lacks. */
export const hostQueries: DeviceQueries<HostState, PowerShellCommand> = {
  conclude: (steps) => [...missingResources(steps), ...missingRestarts(steps)],
  print,
  blankLines: 'vary',
  attach,
  addresses,
};
