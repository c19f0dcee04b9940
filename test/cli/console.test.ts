import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { runAtTerminal } from '../../src/cli/console-session.ts';
import { plainPainter } from '../../src/lib/engine.ts';
import { openConsole } from '../../src/lib/models/switch/console.ts';
import { allAnswer } from '../../src/lib/models/switch/wiring.ts';
import { labworks as runLabworks, workshopProject } from './run-cli.ts';

const project = workshopProject();
afterAll(() => rmSync(project, { recursive: true, force: true }));
const labworks = (args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) =>
  runLabworks(args, input, project, env, project);

/** What the console prints for lines from a pipe, without its greeting. */
function session(lines: string, ...args: string[]): string {
  const { code, out, err } = labworks(['console', ...args], lines);
  expect(err).toBe('');
  expect(code).toBe(0);
  return out.slice(out.indexOf('\n') + 1);
}

describe('labworks console, of a pipe', () => {
  it('reads as a session: prompts, lines, answers', () => {
    expect(
      session(
        'conf t\nint gi1/0/20\nswitchport mode trnuk\nswitchport mode trunk\nend\nexit\nnever\n',
        '--lab',
        'workshop',
      ),
    ).toBe(`sw1#conf t
sw1(config)#int gi1/0/20
sw1(config-if)#switchport mode trnuk
                                 ^
% Invalid input detected at '^' marker.

[labworks] error[ios/unknown-command]: There is no \`trnuk\` after \`switchport mode\`.
[labworks] Did you mean \`trunk\`?
sw1(config-if)#switchport mode trunk
sw1(config-if)#end
sw1#exit
`);
  });

  it('helps where a line ends in a question mark, and does not run it', () => {
    expect(session('conf?\nco?\nshow vlan ?\nreload?\nsh v ?\n', '--platform', 'catalyst-2960s'))
      .toBe(`Switch#conf?
configure

Switch#co?
configure  connect    copy

Switch#show vlan ?
  access-map    filters between hosts of a VLAN
  brief         one line a VLAN
  dot1q         whether native VLANs are tagged
  filter        which VLANs have a filter
  group         groups of VLANs
  id            of one VLAN, by its number
  ifindex       numbers of VLANs for SNMP
  internal      numbers that routed ports use up
  mtu           sizes of frames that the ports of a VLAN agree on
  name          of one VLAN, by its name
  private-vlan  primary and secondary VLANs
  remote-span   VLANs that carry mirrored frames
  summary       how many there are
  |             print a part of it
  <cr>          VLAN table

Switch#reload?
reload

Switch#sh v ?
% Ambiguous command:  "sh v "

`);
  });

  it('begins with a configuration that somebody has written down', () => {
    const path = join(project, 'core.txt');
    writeFileSync(path, 'hostname core\ninterface GigabitEthernet1/0/20\n description theirs\nend\n');
    expect(session('show run int gi1/0/20\n', '--platform', 'catalyst-2960s', '--running', path)).toMatch(
      /^core#show run.*\n description theirs\n/s,
    );
    expect(labworks(['console', '--lab', 'workshop', '--running', 'none.txt']).code).toBe(2);
  });

  it('takes another make of the lab’s switch, and one of no lab', () => {
    expect(session('configure\nvlan 10\n', '--lab', 'workshop', '--platform', 'sg300')).toMatch(
      /^sw1#configure\nsw1\(config\)#vlan 10\n\[labworks\] error\[ios\/wrong-platform\]/,
    );
    expect(session('enable\n', '--platform', 'generic-ios')).toBe('Switch#enable\n');
  });

  it('has the cables of the lab, in the same jacks of another make', () => {
    const linked = (...more: string[]) =>
      session('show interfaces status\n', '--lab', 'workshop', ...more)
        .split('\n')
        .filter((line) => /\bconnected|\bUp\b/.test(line))
        .map((line) => /\d+(?=\s)/.exec(line)?.[0]);
    const ports = ['1', '11', '13', '14', '15', '16', '20', '21', '22', '23'];
    expect(linked()).toEqual(ports);
    expect(linked('--platform', 'sg300')).toEqual(ports);
  });

  it('says which lab, device or platform was meant', () => {
    const refused = (...args: string[]) => {
      const { code, err } = labworks(['console', ...args]);
      expect(code).toBe(2);
      return err.split('\n')[0];
    };
    expect(refused('--lab', 'workshp')).toBe('labworks: there is no lab “workshp”. Did you mean “workshop”?');
    expect(refused('--lab', 'workshop', '--device', 'sw')).toBe(
      'labworks: workshop has no device “sw”. Did you mean “sw1”?',
    );
    expect(refused('--lab', 'workshop', '--device', 'smb1')).toBe(
      'labworks: smb1 is no switch: in workshop it is a host. Its switches: sw1.',
    );
    expect(refused('--platform', 'sg30')).toMatch(/Did you mean “sg300”\?$/);
    expect(refused('--platform', 'windows-server-2012')).toMatch(/It is one of catalyst-2960s/);
    expect(refused('--device', 'sw1')).toMatch(/--device needs --lab/);
    expect(refused()).toMatch(/needs --lab, or --platform/);
  });
});

/** What is on the screen after these keys, escape sequences taken out. Ends with Ctrl-D. */
async function screenAfter(...keys: string[]): Promise<string> {
  const input = new PassThrough();
  let screen = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      screen += chunk.toString();
      done();
    },
  });
  const raw: boolean[] = [];
  const terminal = Object.assign(input, { setRawMode: (isRaw: boolean) => raw.push(isRaw) });
  const over = runAtTerminal({
    input: terminal,
    output,
    console: openConsole('catalyst-2960s'),
    wiring: allAnswer,
    painter: plainPainter,
  });
  for (const key of [...keys, ctrl('c'), ctrl('d')]) {
    input.write(key);
    // Each key is read before the next comes, as from a keyboard.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await over;
  expect(raw).toEqual([true, false]);
  return screen.replace(/\x1b\[\d*[A-Z]/g, '').replaceAll('\r', '');
}

const ctrl = (letter: string) => String.fromCharCode(letter.charCodeAt(0) & 31);
const up = '\x1b[A';

describe('labworks console, at a terminal', () => {
  it('answers a question mark at once and gives the line back', async () => {
    expect(await screenAfter('sh', '?')).toContain('Switch#sh?\nshow\n\nSwitch#sh');
    expect(await screenAfter('write ', '?')).toMatch(
      /Switch#write \?\n( {2}\w+ +.+\n)+ {2}<cr> .+\n\nSwitch#write /,
    );
  });

  it('completes with Tab, and leaves no blank before the number of a port', async () => {
    expect(
      await screenAfter('conf', '\t', 't\r', 'int gi', '\t', '1/0/20\r', 'swi', '\t', 'mo', '\t'),
    ).toMatch(/Switch\(config\)#int GigabitEthernet1\/0\/20\nSwitch\(config-if\)#switchport mode /);
  });

  it('goes back through earlier lines', async () => {
    expect(await screenAfter('terminal length 0\r', 'show clock\r', up, up)).toMatch(
      /Switch#show clockSwitch#terminal length 0/,
    );
  });

  it('leaves configuration with Ctrl-Z, and takes the command that stands on the line', async () => {
    const screen = await screenAfter('conf t\r', 'hostname core', ctrl('z'));
    expect(screen).toMatch(/Switch\(config\)#hostname core\^Z\ncore#/);
  });

  it('gives a line up with Ctrl-C', async () => {
    expect(await screenAfter('reload', ctrl('c'), 'enable\r')).toMatch(
      /Switch#reload\^C\nSwitch#enable\nSwitch#/,
    );
  });

  it('takes a question mark in the text of a banner for what it is', async () => {
    expect(await screenAfter('conf t\r', 'banner motd #\r', 'who?\r', '#\r')).toMatch(
      /who\?\n ?#\nSwitch\(config\)#/,
    );
  });

  it('is over after exit', async () => {
    expect(await screenAfter('exit\r')).toMatch(/Switch#exit\n$/);
  });
});
