import ssh2 from 'ssh2';
import { afterAll, describe, expect, it } from 'vitest';
import { makeHostKey } from '../../src/cli/ssh/host-keys.ts';
import { listenForTerminals } from '../../src/cli/ssh/ssh-console.ts';
import type { SharedSwitch } from '../../src/cli/ssh/shared-switch.ts';
import { wiringFor } from '../../src/lib/engine.ts';
import { makeBundle } from '../../src/lib/bundle/make-bundle.ts';
import { resources } from '../../src/lib/models/switch/resources.ts';
import { isSaved } from '../../src/lib/models/switch/same-configuration.ts';
import type { SwitchState } from '../../src/lib/models/switch/state.ts';
import { site, textOf } from '../lib/bundle/rack-bundle.ts';
import type { Make } from '../lib/bundle/start-states.ts';
import { configured, makes, startStates } from '../lib/bundle/start-states.ts';
import { switchLabwork } from '../lib/bundle/switch-labwork.ts';

const labwork = switchLabwork();
const bundle = makeBundle(labwork, { site })!;
const fileOf = (make: Make, name: string) =>
  textOf(bundle, `switches/sw1/${make === 'sg300' ? 'sg300/' : ''}${name}.ios`)!;

function planned(make: Make): SwitchState {
  const track = labwork.tracks.find(({ device, platform }) => device.name === 'sw1' && platform === make)!;
  const last = track.blocks.findLast(({ block }) => block.role === 'apply')!;
  return (last.states.after as { readonly state: SwitchState }).state;
}

const closing: (() => void | Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

/** A switch that listens, with its pager on, and what files do to it: each is sent whole, at once, in a session of its own. */
async function listening(make: Make, lines: readonly string[]) {
  const state = configured(make, lines);
  const device: SharedSwitch = {
    platform: make,
    hostname: 'sw1',
    wiring: wiringFor(['GigabitEthernet1/0/1', 'GigabitEthernet1/0/2'], state, true),
    enablePassword: undefined,
    state,
  };
  const failures: unknown[] = [];
  const server = await listenForTerminals(device, {
    host: '127.0.0.1',
    port: 0,
    hostKeys: [makeHostKey('ed25519')],
    user: 'admin',
    password: 'lab',
    log: { opened() {}, closed() {}, ran() {}, failed: (_, error) => void failures.push(error) },
  });
  const client = new ssh2.Client();
  await new Promise((resolve, reject) => {
    client.on('ready', () => resolve(undefined)).on('error', reject);
    client.connect({ host: '127.0.0.1', port: server.port, username: 'admin', password: 'lab' });
  });
  closing.push(() => {
    client.end();
    return server.close();
  });
  const type = (name: string, byHand = '') =>
    new Promise<string>((resolve, reject) => {
      client.shell({ rows: 24, cols: 80 }, (error, channel) => {
        if (error) return reject(error);
        let output = '';
        channel.on('data', (data: Buffer) => (output += data.toString('latin1')));
        channel.on('close', () => resolve(output));
        channel.write(`${fileOf(make, name).replaceAll('\n', '\r')}${byHand}exit\r`);
      });
    });
  return { device, type, failures };
}

const cases = startStates.flatMap((start) => makes.map((make) => ({ ...start, make })));
const refusals = /^%(?! Access| Creating)|Invalid input|More/m;

describe('the files of a bundle, sent at line rate over SSH with the pager on', () => {
  it.each(cases.filter(({ dirty }) => !dirty))(
    'lead to the planned state, are saved by their own file, and lead back: $make, $title',
    async ({ make, lines }) => {
      const { device, type, failures } = await listening(make, lines[make]);
      const start = device.state;
      for (const name of ['0-precheck', '1-backup']) {
        expect(await type(name)).not.toMatch(/^%|Invalid input|More/m);
        expect(device.state).toEqual(start);
      }
      expect(await type('2-change')).not.toMatch(refusals);
      const own = resources(planned(make));
      expect(resources(device.state)).toEqual(expect.arrayContaining([...own]));
      expect(isSaved(device.state)).toBe(false);
      const changed = device.state;
      expect(await type('3-verify')).not.toMatch(refusals);
      expect(device.state).toEqual(changed);
      await type('4-save', make === 'sg300' ? 'Y' : '');
      expect(isSaved(device.state)).toBe(true);
      expect(await type('undo')).not.toMatch(refusals);
      // What was there already under its name the file of a clean start takes away; the one made from the switch does not.
      const had = resources(start).some(({ kind, name }) => kind === 'vlan' && name === '12');
      if (!had) expect(resources(device.state)).toEqual(resources(start));
      expect(failures).toEqual([]);
    },
  );

  it.each(cases.filter(({ dirty }) => dirty))(
    'show at precheck what is in the way, with nothing changed: $make, $title',
    async ({ make, lines, dirty }) => {
      const { device, type, failures } = await listening(make, lines[make]);
      const start = device.state;
      const screen = await type('0-precheck');
      expect(screen).not.toMatch(/^%|Invalid input|More/m);
      expect(screen).toMatch(dirty!.tells[make]);
      expect(device.state).toEqual(start);
      expect(failures).toEqual([]);
    },
  );
});
