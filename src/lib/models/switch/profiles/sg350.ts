import { portNames } from './profile.ts';
import type { SwitchProfile } from './profile.ts';
import { sg300 } from './sg300.ts';

/**
 * An SG350 with firmware 2.x and 52 ports. Its ports are access ports as delivered, where those of an SG300 are trunks (seen in which
 * lines printed configurations leave out).
 */
export const sg350: SwitchProfile = {
  ...sg300,
  id: 'sg350',
  ports: portNames('GigabitEthernet', 52),
  defaults: { ...sg300.defaults, portMode: 'access' },
};
