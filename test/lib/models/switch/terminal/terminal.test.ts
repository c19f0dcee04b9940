import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../../src/lib/dialects/ios/tables/table-format.ts';
import { startingState } from '../../../../../src/lib/models/switch/factory.ts';
import { isSaved } from '../../../../../src/lib/models/switch/same-configuration.ts';
import type { SwitchState } from '../../../../../src/lib/models/switch/state.ts';
import type { Reaction } from '../../../../../src/lib/models/switch/terminal/reaction.ts';
import type { TerminalSession } from '../../../../../src/lib/models/switch/terminal/session.ts';
import type { TerminalOptions } from '../../../../../src/lib/models/switch/terminal/terminal.ts';
import {
  openTerminal,
  receive,
  resizeTerminal,
} from '../../../../../src/lib/models/switch/terminal/terminal.ts';
import { allAnswer } from '../../../../../src/lib/models/switch/wiring.ts';

interface Typist {
  session: TerminalSession;
  state: SwitchState;
  closed: Reaction['closed'];
  /** Sends characters, all at once, and gives what the terminal was sent for them. */
  send(input: string): string;
}

function sit(
  platform: IosPlatform = 'catalyst-2960s',
  options: Partial<TerminalOptions> = {},
  state = startingState(platform),
): Typist {
  const opened = openTerminal({ platform, hostname: 'sw1', wiring: allAnswer, ...options }, state);
  const typist: Typist = {
    session: opened.session,
    state,
    closed: undefined,
    send(input) {
      let output = '';
      for (let rest = input; rest !== '' && !typist.closed;) {
        const reaction = receive(typist.session, typist.state, rest);
        typist.session = reaction.session;
        typist.state = reaction.session.console.state;
        typist.closed = reaction.closed;
        output += reaction.output;
        rest = rest.slice(reaction.used);
      }
      return output;
    },
  };
  return typist;
}

/** What a terminal shows for what it is sent, the cursor's moves followed. */
function screen(output: string): string {
  return output
    .split('\r\n')
    .map((row) => {
      const cells: string[] = [];
      let at = 0;
      for (const character of row.replaceAll('\x07', ''))
        if (character === '\b') at = Math.max(0, at - 1);
        else cells[at++] = character;
      return cells.join('').trimEnd();
    })
    .join('\n');
}

describe('a terminal of a switch', () => {
  it('begins with the banner and a prompt, echoes, and answers', () => {
    const first = sit();
    first.send('conf t\rbanner motd #\rKeep out\r#\r');
    const { output } = openTerminal(
      { platform: 'catalyst-2960s', hostname: 'sw1', wiring: allAnswer },
      first.state,
    );
    expect(screen(output)).toBe('\n\nKeep out\n\nsw1#');
    expect(screen(sit().send('conf t\rint gi1/0/1\rswitchport mode trnk\rend\r'))).toMatchInlineSnapshot(`
      "conf t
      sw1(config)#int gi1/0/1
      sw1(config-if)#switchport mode trnk
                                       ^
      % Invalid input detected at '^' marker.

      sw1(config-if)#end
      sw1#"
    `);
  });

  it('takes lines of a paste as they come, however they end and are cut', () => {
    for (const input of [
      'conf t\rvlan 20\rname Lab\rend\r',
      'conf t\nvlan 20\nname Lab\nend\n',
      'conf t\r\nvlan 20\r\nname Lab\r\nend\r\n',
    ]) {
      const whole = sit();
      whole.send(input);
      const cut = sit();
      for (const character of input) cut.send(character);
      for (const { state, session } of [whole, cut]) {
        expect(state.vlanDatabase).toEqual(new Map([[20, { name: 'Lab' }]]));
        expect(session.console.session.mode).toBe('priv-exec');
        expect(session.history).toEqual(['conf t', 'vlan 20', 'name Lab', 'end']);
      }
    }
  });

  it.each([
    ['backspace', 'show vlanx\b brief', 'show vlan brief'],
    ['delete', 'show vlanx\x7f brief', 'show vlan brief'],
    ['the line away', 'nonsense\x15show clock', 'show clock'],
    ['a word away', 'show vlan\x17clock', 'show clock'],
    ['to the begin', 'clock\x01show ', 'show clock'],
    ['left arrow', 'show cock\x1b[D\x1b[D\x1b[Dl', 'show clock'],
    ['home and end', 'how\x1b[Hs\x1b[F clock', 'show clock'],
    ['the rest away', 'show clockxx\x02\x02\x0b', 'show clock'],
    ['Tab', 'sh\tcloc\t', 'show clock '],
    ['what no key is', 'show\0 cl\xe4ock\x1b[200~', 'show clock'],
  ])('edits: %s', (_, keys, line) => {
    const typist = sit();
    const output = typist.send(keys);
    expect(typist.session.line.text).toBe(line);
    // What stands on the screen is the line.
    expect(screen(output).split('\n').at(-1)!.replace('sw1#', '')).toBe(line.trimEnd());
  });

  it('goes through earlier lines', () => {
    const typist = sit();
    typist.send('show clock\rshow version\r\x1b[A\x1b[A\x1b[A');
    expect(typist.session.line.text).toBe('show clock');
    typist.send('\x0e');
    expect(typist.session.line.text).toBe('show version');
    typist.send('\x0e');
    expect(typist.session.line.text).toBe('');
  });

  it('helps where a question mark is typed, also in a pasted comment', () => {
    expect(screen(sit().send('conf?'))).toBe('conf?\nconfigure\n\nsw1#conf');
    const typist = sit();
    typist.send('! really? yes\r');
    expect(typist.session.history).toEqual(['! really yes']);
  });

  it('takes no more of a line than its buffer holds', () => {
    const typist = sit();
    typist.send('x'.repeat(100_000));
    expect(typist.session.line.text).toHaveLength(254);
  });

  it('stops at a page, and the next key answers whatever it was meant for', () => {
    const typist = sit();
    const page = screen(typist.send('show run\r'));
    expect(page.split('\n')).toHaveLength(25);
    expect(page.endsWith(' --More--')).toBe(true);
    expect(screen(typist.send('\r')).split('\n')).toHaveLength(2);
    expect(screen(typist.send(' ')).split('\n')).toHaveLength(24);
    expect(screen(typist.send('conf t\r')).split('\n')[0]).toMatch(/^ *sw1#onf t$/);
    expect(typist.session.console.session.mode).toBe('priv-exec');
  });

  it.each(['terminal length 0', 'term len 0'])('shows all of it after %s', (line) => {
    const typist = sit();
    expect(typist.send(`${line}\rshow run\r`)).not.toContain('More');
    typist.session = resizeTerminal(typist.session, { rows: 10, columns: 40 });
    expect(typist.send('show run\r')).not.toContain('More');
    expect(typist.send('terminal length 24\rshow run\r')).toContain('More');
  });

  it('has pages as long as the terminal is high, a long line taking several rows', () => {
    const typist = sit('catalyst-2960s', { size: { rows: 11, columns: 80 } });
    expect(screen(typist.send('show run\r')).split('\n')).toHaveLength(12);
    typist.send('q');
    typist.session = resizeTerminal(typist.session, { rows: 11, columns: 10 });
    expect(screen(typist.send('show run\r')).split('\n').length).toBeLessThan(12);
  });

  it.each([
    ['catalyst-2960s', 'copy run start\r', 'Destination filename [startup-config]? ', '\r', true],
    ['catalyst-2960s', 'copy run start\r', 'Destination filename [startup-config]? ', 'conf t\r', false],
    ['catalyst-2960s', 'copy run start\r', 'Destination filename [startup-config]? ', '\x03', false],
    ['catalyst-2960s', 'write memory\r', 'sw1#', '', true],
    ['sg300', 'write memory\r', 'Overwrite file [startup-config].... (Y/N)[N] ?', 'Y', true],
    ['sg300', 'write\r', 'Overwrite file [startup-config].... (Y/N)[N] ?', '\r', false],
    ['sg300', 'copy run start\r', 'Overwrite file [startup-config].... (Y/N)[N] ?', 'configure\r', false],
    ['sg300', 'terminal no prompt\rwrite\r', 'sw1#', '', true],
  ] as const)('%s asks before it saves: %j, answered %j %j', (platform, line, question, answer, isDone) => {
    const typist = sit(platform);
    const port = typist.state.ports[0]!;
    typist.send(`conf t\rint ${port}\rdescription x\rend\r`);
    expect(isSaved(typist.state)).toBe(false);
    expect(typist.send(line).endsWith(question)).toBe(true);
    typist.send(answer);
    expect(isSaved(typist.state)).toBe(isDone);
    // What was the answer is no line.
    expect(typist.session.waiting.kind).toBe('line');
    expect(typist.session.console.session.mode).toBe('priv-exec');
  });

  it.each([
    ['no\r\r', 'restarted', undefined],
    ['yes\ry', 'restarted', 'x'],
    ['maybe\rno\r\r', 'restarted', undefined],
    ['no\rn', undefined, 'x'],
  ] as const)('asks before it restarts: %j', (answers, closed, description) => {
    const typist = sit();
    typist.send('conf t\rint gi1/0/1\rdescription x\rend\r');
    expect(typist.send('reload\r')).toContain('Save? [yes/no]: ');
    typist.send(answers);
    expect(typist.closed).toBe(closed);
    expect(typist.state.running.interfaces.get('GigabitEthernet1/0/1')?.description).toBe(description);
  });

  it.each([
    ['switchport mode trnuk', '% Unrecognized command'],
    ['interface', '% Incomplete command'],
    ['switchport trunk native vlan 9999', '% bad parameter value'],
    ['description ok', ''],
  ])('an SG300 refuses in words of its own: %s', (line, reply) => {
    const typist = sit('sg300');
    typist.send('configure\rinterface gi1\r');
    const [, ...answer] = screen(typist.send(`${line}\r`)).split('\n');
    expect(answer.slice(0, -1).join('\n')).toBe(reply);
  });

  it('an SG300 shows its configuration, and the one that was saved', () => {
    const typist = sit('sg300');
    typist.send(
      'terminal datadump\rconfigure\rvlan database\rvlan 11-12\rexit\rinterface vlan 11\rname "iSCSI 1"\rexit\rinterface Po3\r' +
        'switchport trunk allowed vlan add 11\rexit\rinterface gi1\rdescription x\rend\r',
    );
    expect(screen(typist.send('show running-config\r'))).toMatchInlineSnapshot(`
      "show running-config
      config-file-header
      @
      !
      vlan database
      vlan 11-12
      exit
      hostname …
      !
      interface vlan 11
       name "iSCSI 1"
      !
      interface gigabitethernet1
       description x
      !
      interface Port-channel3
       switchport trunk allowed vlan add 11
      !
      exit
      sw1#"
    `);
    expect(screen(typist.send('show startup-config\r'))).not.toContain('vlan 11');
    typist.send('write\rY');
    expect(screen(typist.send('show startup-config\r'))).toContain('vlan 11-12');
  });

  it('shows nothing where only what nobody knows would stand', () => {
    const shown = screen(sit().send('terminal length 0\rshow mac address-table\r'));
    expect(shown).toContain('Mac Address Table');
    expect(shown.split('\n')).not.toContain('…');
  });

  it('schedules a restart, says so, and calls it off', () => {
    const typist = sit();
    typist.send('conf t\rinterface vlan 7\rdescription new\rend\r');
    expect(screen(typist.send('reload in 90\r'))).toContain('[yes/no]');
    expect(screen(typist.send('no\r'))).toContain('Reload scheduled in 1 hour and 30 minutes by console');
    expect(screen(typist.send('\r'))).toContain('*** --- SHUTDOWN in 1:30:00 ---');
    expect(typist.state.scheduledRestart).toEqual({ minutes: 90 });
    expect(screen(typist.send('show reload\r'))).toContain('Reload scheduled in … by console');
    expect(screen(typist.send('reload cancel\r'))).toContain('*** --- SHUTDOWN ABORTED ---');
    expect(typist.state.scheduledRestart).toBeUndefined();
    expect(screen(typist.send('show reload\r'))).toContain('No reload is scheduled.');
    expect([...typist.state.running.interfaces.keys()]).toContain('Vlan7');
  });
  it('answers what it does not know as a switch does', () => {
    expect(screen(sit().send('frobnicate\r'))).toContain(
      '% Unknown command or computer name, or unable to find computer address',
    );
    expect(screen(sit().send('show frobnicated things\r')).split('\n').slice(1, 3)).toEqual([
      '          ^',
      "% Invalid input detected at '^' marker.",
    ]);
    expect(screen(sit('sg300').send('frobnicate all\r'))).toContain('% Unrecognized command');
  });
  it('does not ask whether to save what is saved', () => {
    expect(screen(sit().send('reload\r'))).toBe('reload\nProceed with reload? [confirm]');
  });

  it('asks for a password where there is one, shows none of it, and gives up after three', () => {
    const typist = sit('catalyst-2960s', { password: 'secret' });
    expect(screen(typist.send('conf t\r'))).toContain('% Invalid input');
    expect(screen(typist.send('enable\rsecret\r'))).toBe('enable\nPassword:\nsw1#');
    expect(screen(typist.send('disable\ren\rno\rno\rno\r'))).toMatch(
      /^disable\nsw1>en\nPassword:\nPassword:\nPassword:\n% Access denied\nsw1>$/,
    );
    const configured = sit();
    configured.send('conf t\renable secret other\rend\rdisable\r');
    expect(screen(configured.send('enable\rother\r'))).toBe('enable\nPassword:\nsw1#');
  });

  it('leaves configuration by Ctrl-Z behind the line, by Ctrl-C without it', () => {
    const typist = sit();
    typist.send('conf t\rint gi1/0/1\rdescription kept\x1a');
    expect(typist.session.console.session.mode).toBe('priv-exec');
    typist.send('conf t\rint gi1/0/1\rdescription lost\x03');
    expect(typist.session.console.session.mode).toBe('priv-exec');
    expect(typist.state.running.interfaces.get('GigabitEthernet1/0/1')?.description).toBe('kept');
  });

  it('runs one command without a terminal: nothing but what it prints', () => {
    const typist = sit('catalyst-2960s', { quiet: true, password: 'secret' });
    expect(typist.send('show clock\r')).toBe('… UTC …\r\n');
  });

  it('follows the name that another session gives, and ends with `exit`', () => {
    const [one, other] = [sit(), sit()];
    one.send('conf t\rhostname core\rend\r');
    other.state = one.state;
    expect(screen(other.send('\r'))).toBe('\ncore#');
    expect(one.send('exit\r')).toBe('exit\r\n');
    expect(one.closed).toBe('left');
  });

  it('remembers no more than a switch would, and takes away what is asked', () => {
    const lines = new Map(
      Array.from({ length: 3000 }, (_, at) => [
        `alias exec a${String(at)}`,
        `alias exec a${String(at)} ${'x'.repeat(200)}`,
      ]),
    );
    const state = startingState('catalyst-2960s');
    const typist = sit('catalyst-2960s', {}, { ...state, running: { ...state.running, lines } });
    typist.send('conf t\rvlan 20\rhostname other\rip http server\r');
    expect(typist.state.vlanDatabase.size).toBe(0);
    expect(typist.state.running.hostname).toBeUndefined();
    typist.send('no alias exec a7\r');
    expect(typist.state.running.lines.size).toBe(2999);
  });

  it('ends a text that nobody ends', () => {
    const typist = sit();
    typist.send(`conf t\rbanner motd #\r${'more\r'.repeat(2000)}`);
    expect(typist.session.console.session.text!.lines.length).toBeLessThan(600);
    typist.send('#\r');
    expect(typist.session.console.session.text).toBeUndefined();
  });
});
