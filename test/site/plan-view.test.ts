import { expect, it } from 'vitest';
import { planView } from '../../src/site/plan-view.ts';

const counts = { create: 0, change: 0, remove: 0 };

it('names each device, and says what it is in no word twice', () => {
  const { devices } = planView(
    {
      counts,
      complete: true,
      devices: [
        { device: 'sw1', title: 'Catalyst 2960-S', platform: 'Catalyst 2960-S', steps: [] },
        { device: 'sw2', title: 'Catalyst 2960-S', platform: 'Catalyst 2960-S', steps: [] },
        { device: 'smb1', title: 'SMB1', platform: 'Windows Server 2012 R2', steps: [] },
        { device: 'hv1', title: 'hv1', platform: 'Windows Server 2022', steps: [] },
      ],
    },
    [],
  );
  expect(devices.map(({ device, kind }) => `${device}: ${kind}`)).toEqual([
    'sw1: Catalyst 2960-S',
    'sw2: Catalyst 2960-S',
    'smb1: SMB1, Windows Server 2012 R2',
    'hv1: Windows Server 2022',
  ]);
});
