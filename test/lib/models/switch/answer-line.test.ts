import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import type { Answer } from '../../../../src/lib/models/switch/answer-line.ts';
import { answerLine } from '../../../../src/lib/models/switch/answer-line.ts';
import { openConsole, promptAt } from '../../../../src/lib/models/switch/console.ts';
import { allAnswer } from '../../../../src/lib/models/switch/wiring.ts';

/** The answer to the last of these lines. */
function answer(lines: string, platform: IosPlatform = 'catalyst-2960s'): Answer {
  let console = openConsole(platform);
  let last: Answer | undefined;
  for (const line of lines.split('\n')) {
    last = answerLine(line, console, allAnswer);
    console = last.console;
  }
  return last!;
}

const port = 'conf t\ninterface gi1/0/20\n';

describe('The answer to a line', () => {
  it('is silence where the switch takes it', () => {
    expect(answer(`${port}switchport mode trunk`)).toMatchObject({ printed: [], remarks: [], closed: false });
  });

  it('marks what does not fit under its own column, prompt included', () => {
    const { printed } = answer(`${port}switchport mode trnuk`);
    expect(printed).toEqual([
      `${' '.repeat('Switch(config-if)#switchport mode tr'.length)}^`,
      "% Invalid input detected at '^' marker.",
      '',
    ]);
  });

  it('quotes the whole line where a word may be several, and says where one is too short', () => {
    expect(answer('co t').printed).toEqual(['% Ambiguous command:  "co t"', '']);
    expect(answer(`${port}channel-group 3`).printed).toEqual(['% Incomplete command.', '']);
    expect(answer('conf t\nvlan 5000').printed).toEqual(['Command rejected: Bad VLAN list', '']);
  });

  it('says what is wrong in words of the check besides', () => {
    const [remark] = answer(`${port}swichport mode trunk`).remarks;
    expect(remark).toEqual({
      severity: 'error',
      rule: 'ios/unknown-command',
      message: 'There is no `swichport` in interface configuration.',
      hint: 'Did you mean `switchport`?',
    });
  });

  it('puts no words into the mouth of an SG300', () => {
    const { printed, remarks } = answer('conf t\nvlan 10', 'sg300');
    expect(printed).toEqual([]);
    expect(remarks.map(({ rule }) => rule)).toEqual(['ios/wrong-platform']);
  });

  it('leaves everything as it was after a refused line, and passes over one that nobody knows', () => {
    const before = answer(port.trim()).console;
    expect(answer(`${port}channel-group 99 mode on`).console).toEqual(before);
    const unknown = answer(`${port}frobnicate`);
    expect(unknown.console).toEqual(before);
    expect(unknown.remarks).toMatchObject([{ severity: 'info' }]);
    expect(answer(`${port}frobnicate\ns`).printed).toEqual(['% Ambiguous command:  "s"', '']);
  });

  it('prints the replies of the model, and its warnings apart from them', () => {
    expect(answer(`${port}switchport access vlan 77`).printed).toEqual([
      '% Access VLAN does not exist. Creating vlan 77',
    ]);
    const { printed, remarks } = answer(`${port}switchport mode trunk\nspanning-tree portfast`);
    expect(printed).toHaveLength(1);
    expect(remarks).toMatchObject([{ severity: 'warning', rule: 'ios/portfast-on-trunk' }]);
    expect(answer('conf t\nhostname core\nend\nreload').remarks).toMatchObject([{ rule: 'ios/not-saved' }]);
  });

  it('says the switch’s reply where the model itself refuses', () => {
    const { printed, remarks } = answer(
      'conf t\nint gi1/0/1\nchannel-group 3 mode active\nint gi1/0/2\nchannel-group 3 mode desirable',
    );
    expect(printed).toEqual([expect.stringMatching(/^Command rejected \(Channel protocol mismatch/)]);
    expect(remarks).toMatchObject([{ rule: 'ios/protocol-mismatch' }]);
  });

  it('tells of a command whose output nobody models that it is so', () => {
    expect(answer('ping 192.168.1.1').remarks).toEqual([
      { severity: 'info', message: expect.stringContaining('not modelled') as string },
    ]);
    expect(answer('show clock')).toMatchObject({
      printed: ['… UTC …'],
      remarks: [{ severity: 'info', message: expect.stringContaining('does not know') as string }],
    });
    expect(answer('terminal length 0').remarks).toEqual([]);
    expect(answer('write memory')).toMatchObject({
      printed: ['Building configuration...', '[OK]'],
      remarks: [],
    });
  });

  it('ends the session at the EXEC prompt alone', () => {
    expect(answer('exit').closed).toBe(true);
    expect(answer('logout').closed).toBe(true);
    const inside = answer('conf t\nexit');
    expect(inside.closed).toBe(false);
    expect(promptAt(inside.console)).toBe('Switch#');
  });
});
