import ssh2 from 'ssh2';
import type { Client, ClientChannel, PseudoTtyOptions } from 'ssh2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attackConsole } from '../../tools/attack-console/attack.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { readListenAddress } from '../../src/cli/ssh/listen-address.ts';
import type { SharedSwitch } from '../../src/cli/ssh/shared-switch.ts';
import type { SshConsole } from '../../src/cli/ssh/ssh-console.ts';
import { makeHostKey } from '../../src/cli/ssh/host-keys.ts';
import { listenForTerminals } from '../../src/cli/ssh/ssh-console.ts';
import { allAnswer, startingState } from '../../src/lib/engine.ts';

const hostKeys = [makeHostKey('ed25519')];
const failures: unknown[] = [];
const log = {
  opened: () => {},
  closed: () => {},
  ran: () => {},
  failed: (_: string, error: unknown) => void failures.push(error),
};

let device: SharedSwitch;
let server: SshConsole;

beforeAll(async () => {
  const platform = 'catalyst-2960s';
  device = {
    platform,
    hostname: 'sw1',
    wiring: allAnswer,
    enablePassword: undefined,
    state: startingState(platform),
  };
  server = await listenForTerminals(device, {
    host: '127.0.0.1',
    port: 0,
    hostKeys,
    user: 'admin',
    password: 'lab',
    log,
    minuteMs: 100,
  });
});
afterAll(() => server.close());

function connect(password = 'lab', username = 'admin'): Promise<Client> {
  return new Promise((resolve, reject) => {
    const client = new ssh2.Client();
    client.on('ready', () => resolve(client)).on('error', reject);
    client.connect({ host: '127.0.0.1', port: server.port, username, password });
  });
}

const shell = (client: Client, window: PseudoTtyOptions = {}) =>
  new Promise<ClientChannel>((resolve, reject) => {
    client.shell(window, (error, channel) => (error ? reject(error) : resolve(channel)));
  });

/** All that comes until the text does. */
function until(channel: ClientChannel, text: string): Promise<string> {
  return new Promise((resolve) => {
    let all = '';
    const read = (data: Buffer) => {
      all += data.toString();
      if (!all.includes(text)) return;
      channel.off('data', read);
      resolve(all);
    };
    channel.on('data', read);
  });
}

function run(client: Client, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    client.exec(command, (error, channel) => {
      if (error) return reject(error);
      let all = '';
      channel.on('data', (data: Buffer) => (all += data.toString()));
      channel.on('close', () => resolve(all));
    });
  });
}

describe('a modelled switch over SSH', () => {
  it('lets in who has user and password, and nobody else', async () => {
    await expect(connect('wrong')).rejects.toThrow('authentication');
    await expect(connect('lab', 'root')).rejects.toThrow('authentication');
    (await connect()).end();
  });

  it('takes a paste at line rate, asks, and is one switch for all who sit at it', async () => {
    const one = await connect();
    const other = await connect();
    const [typing, looking] = [await shell(one), await shell(other)];
    typing.write('terminal length 0\rconf t\rvlan 20\rname Lab\rend\rcopy run start\r');
    await until(typing, 'startup-config]? ');
    looking.write('show vlan brief | include Lab\r');
    expect(await until(looking, 'Lab   ')).toContain('20   Lab');
    typing.write('\r');
    await until(typing, '[OK]');
    one.end();
    other.end();
  });

  it('has pages as high as the terminal, which may change', async () => {
    const client = await connect();
    const channel = await shell(client, { rows: 10, cols: 80 });
    channel.write('show run\r');
    expect((await until(channel, '--More--')).split('\r\n')).toHaveLength(12);
    channel.setWindow(5, 80, 0, 0);
    channel.write(' ');
    expect((await until(channel, '--More--')).split('\r\n')).toHaveLength(5);
    client.end();
  });

  it('runs one command, and no program, file transfer, forwarding or agent', async () => {
    const client = await connect();
    expect(await run(client, 'show vlan brief')).toContain('default');
    expect(await run(client, '/bin/sh -c "echo $((6*7))"')).not.toContain('42');
    const refused = (start: (done: (error?: Error) => void) => void) =>
      new Promise((resolve) => {
        start((error) => resolve(error !== undefined));
      });
    expect(await refused((done) => client.sftp(done))).toBe(true);
    expect(await refused((done) => client.subsys('netconf', done))).toBe(true);
    expect(await refused((done) => client.forwardOut('127.0.0.1', 0, '127.0.0.1', server.port, done))).toBe(
      true,
    );
    expect(await refused((done) => client.forwardIn('127.0.0.1', 0, done))).toBe(true);
    client.end();
  });

  it('is gone for everybody when it restarts, and there again', async () => {
    const [one, other] = [await connect(), await connect()];
    const [typing, looking] = [await shell(one), await shell(other)];
    const hungUp = new Promise((resolve) => looking.on('close', resolve));
    looking.resume();
    typing.write('reload\r');
    await until(typing, '[confirm]');
    typing.write('\r');
    typing.resume();
    await hungUp;
    one.end();
    other.end();
    expect(await run(await connect(), 'show clock')).toContain('UTC');
  });

  it('restarts when its time has come, into what was saved, unless that is called off', async () => {
    const client = await connect();
    const typing = await shell(client);
    typing.write('write memory\rconfigure terminal\rinterface vlan 77\rdescription new\rend\rreload in 1\r');
    await until(typing, '[yes/no]');
    typing.write('no\r');
    expect(await until(typing, '[confirm]')).toContain('Reload scheduled in 1 minute by console');
    typing.write('\rreload cancel\rshow reload\r');
    expect(await until(typing, 'No reload is scheduled.')).toContain('SHUTDOWN in 0:01:00');
    typing.write('terminal length 0\rreload in 1\r');
    await until(typing, '[yes/no]');
    const hungUp = new Promise((resolve) => typing.on('close', resolve));
    typing.write('no\r');
    await until(typing, '[confirm]');
    expect([...device.state.running.interfaces.keys()]).toContain('Vlan77');
    typing.write('\r');
    typing.resume();
    await hungUp;
    client.end();
    expect([...device.state.running.interfaces.keys()]).not.toContain('Vlan77');
  });

  it('outlives peers that mean no good', async () => {
    const report = await attackConsole({
      port: server.port,
      user: 'admin',
      password: 'lab',
      clients: 60,
      atOnce: 30,
      seed: 7,
      patienceMs: 1500,
    });
    expect(report.clients).toBe(60);
    expect(failures).toEqual([]);
    const client = await connect();
    expect(await run(client, 'show clock')).toContain('UTC');
    client.end();
  }, 30_000);
});

describe('--listen', () => {
  it.each([
    ['127.0.0.1:2222', { host: '127.0.0.1', port: 2222, isLoopback: true }],
    ['2222', { host: '127.0.0.1', port: 2222, isLoopback: true }],
    ['localhost:0', { host: '127.0.0.1', port: 0, isLoopback: true }],
    ['[::1]:22', { host: '::1', port: 22, isLoopback: true }],
    ['0.0.0.0:2222', { host: '0.0.0.0', port: 2222, isLoopback: false }],
    ['[::]:2222', { host: '::', port: 2222, isLoopback: false }],
    ['[::ffff:127.0.0.1]:2222', { host: '::ffff:127.0.0.1', port: 2222, isLoopback: false }],
  ])('%s', (text, address) => {
    expect(readListenAddress(text)).toEqual(address);
  });

  it.each(['', 'example.org:22', '127.0.0.1', '127.0.0.1:70000', '::1:22', '127.1:22'])('not %j', (text) => {
    expect(() => readListenAddress(text)).toThrow(UsageError);
  });
});
