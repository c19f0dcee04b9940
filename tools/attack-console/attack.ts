import { connect as connectSocket } from 'node:net';
import ssh2 from 'ssh2';
import type { ClientChannel } from 'ssh2';

export interface AttackOptions {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly clients: number;
  readonly atOnce: number;
  readonly seed: number;
  /** How long each stays at most. */
  readonly patienceMs: number;
}

export interface AttackReport {
  readonly clients: number;
  /** How many of them came as far as a prompt. */
  readonly satDown: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Of somebody who asks for the time meanwhile, in milliseconds. */
  readonly waits: readonly number[];
}

/** Sits random clients at a modelled switch that mean it no good: half lines, controls, huge lines, dropped connections, no SSH at all. */
export async function attackConsole(options: AttackOptions): Promise<AttackReport> {
  const totals = { satDown: 0, bytesSent: 0, bytesReceived: 0 };
  let next = 0;
  const worker = async () => {
    while (next < options.clients) {
      const random = generator(options.seed * 1_000_003 + next++);
      const kind = random();
      if (kind < 0.15) await speakNoSsh(options, random, totals);
      else await sit(options, random, totals);
    }
  };
  let isOver = false;
  const waits: number[] = [];
  const bystander = (async () => {
    while (!isOver) {
      const begin = performance.now();
      await askTheTime(options);
      waits.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  await Promise.all(Array.from({ length: options.atOnce }, worker));
  isOver = true;
  await bystander;
  return { clients: next, ...totals, waits };
}

type Totals = { satDown: number; bytesSent: number; bytesReceived: number };
type Random = () => number;

function speakNoSsh({ port, patienceMs }: AttackOptions, random: Random, totals: Totals): Promise<void> {
  return new Promise((resolve) => {
    const socket = connectSocket(port, '127.0.0.1');
    const leave = () => {
      socket.destroy();
      resolve();
    };
    setTimeout(leave, patienceMs * random());
    socket.on('error', leave);
    socket.on('data', (data) => (totals.bytesReceived += data.length));
    const bytes = Buffer.from(
      random() < 0.5 ? `SSH-2.0-x\r\n${noise(random, 4000)}` : noise(random, 20_000),
      'latin1',
    );
    totals.bytesSent += bytes.length;
    socket.write(bytes);
  });
}

function sit(
  { port, user, password, patienceMs }: AttackOptions,
  random: Random,
  totals: Totals,
): Promise<void> {
  return new Promise((resolve) => {
    const client = new ssh2.Client();
    const leave = () => {
      clearTimeout(timer);
      client.destroy();
      resolve();
    };
    const timer = setTimeout(leave, patienceMs);
    client.on('error', leave);
    client.on('close', leave);
    client.on('ready', () => {
      totals.satDown += 1;
      const use = (error: Error | undefined, channel: ClientChannel) => {
        if (error) return leave();
        channel.on('error', () => {});
        channel.on('close', leave);
        // Some read nothing of what they are sent.
        if (random() < 0.8) channel.on('data', (data: Buffer) => (totals.bytesReceived += data.length));
        const pieces = 1 + Math.floor(random() * 12);
        for (let piece = 0; piece < pieces; piece++) {
          const bytes = Buffer.from(typed(random), 'latin1');
          totals.bytesSent += bytes.length;
          channel.write(bytes);
          if (random() < 0.1) channel.setWindow(Math.floor(random() * 1e9), Math.floor(random() * 3), 0, 0);
        }
        setTimeout(leave, patienceMs * 0.6 * random());
      };
      if (random() < 0.2) client.exec(typed(random), use);
      else client.shell({ rows: Math.floor(random() * 40), cols: Math.floor(random() * 200) }, use);
    });
    client.connect({
      host: '127.0.0.1',
      port,
      username: random() < 0.9 ? user : noise(random, 200),
      password: random() < 0.9 ? password : noise(random, 2000),
      readyTimeout: patienceMs,
    });
  });
}

function askTheTime({ port, user, password }: AttackOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const client = new ssh2.Client();
    client.on('error', reject);
    client.on('ready', () => {
      client.exec('show clock', (error, channel) => {
        if (error) return reject(error);
        channel.on('close', () => {
          client.end();
          resolve();
        });
        channel.resume();
      });
    });
    client.connect({ host: '127.0.0.1', port, username: user, password, readyTimeout: 20_000 });
  });
}

const lines = [
  'show running-config',
  'show vlan',
  'conf t',
  'interface range gi1/0/1 - 48',
  'switchport trunk allowed vlan 1-4094',
  'description \x1b[2J\x1b]0;mine\x07',
  'banner motd #',
  'macro name m',
  'vlan 2-1001',
  'no vlan 2-1001',
  'copy run start',
  'reload',
  'write erase',
  'enable',
  'interface loopback 1',
  'terminal length 0',
  'show ?',
  '$(touch owned); `id`',
  'end',
  'exit',
];

function typed(random: Random): string {
  const kind = random();
  if (kind < 0.2) return noise(random, 3000);
  if (kind < 0.3) return 'x'.repeat(Math.floor(random() * 200_000));
  if (kind < 0.4) return '\x1b['.repeat(Math.floor(random() * 2000));
  if (kind < 0.5) return '?\t'.repeat(Math.floor(random() * 300));
  if (kind < 0.6) return 'show running-config\r'.repeat(Math.floor(random() * 2000));
  const count = 1 + Math.floor(random() * 60);
  const some = Array.from({ length: count }, () => lines[Math.floor(random() * lines.length)]!);
  // The last line is left half.
  return some.join(random() < 0.5 ? '\r' : '\r\n').slice(0, -Math.floor(random() * 5) - 1);
}

function noise(random: Random, most: number): string {
  return Array.from({ length: Math.floor(random() * most) }, () =>
    String.fromCharCode(Math.floor(random() * 256)),
  ).join('');
}

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
