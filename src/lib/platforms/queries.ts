import { hostQueries } from '../models/host/host-queries.ts';
import type { DeviceQueries } from '../models/model.ts';
import { switchQueries } from '../models/switch/switch-queries.ts';
import type { DialectId } from './dialects.ts';

/** What those who check ask of a device, by the language that it is told what to do in. */
export const deviceQueries: Readonly<Record<DialectId, DeviceQueries>> = {
  powershell: hostQueries,
  ios: switchQueries,
};
