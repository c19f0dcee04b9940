import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { fence, findings, marked, note, part } from '../fixture-posts.ts';

const makesVlan = ['configure terminal', 'vlan 10', 'name mgmt', 'end', 'write memory'];
const printed = ['Port      Name               Status       Vlan       Duplex  Speed Type'];

/** A labwork step with an output after a block that looks. */
const withOutput = (show: readonly string[], info: string, ...output: readonly string[]) =>
  part(
    `## 9:1 A step\n\n${fence('ios on=sw2', ...makesVlan)}\n${fence('ios on=sw2 verify', ...show)}\n${fence(info, ...output)}`,
  );

const one = 'show running-config interface gi1/0/1 | include interface';

describe('an output', () => {
  it('is told at its first wrong line, with what stands there and what should', () => {
    const guide = withOutput([one], 'output', 'interface GigabitEthernet1/0/2');
    const [said, ...more] = findings(guide);
    expect(more).toEqual([]);
    expect(marked(guide, [said!])).toEqual(['guide/output-differs “interface GigabitEthernet1/0/2”']);
    expect(said!.message).toBe(
      'Here stands “interface GigabitEthernet1/0/2”, where the Catalyst 2960-S prints “interface GigabitEthernet1/0/1”.',
    );
    expect([said!.actual, said!.expected]).toEqual([
      'interface GigabitEthernet1/0/2',
      'interface GigabitEthernet1/0/1',
    ]);
  });

  it('that stops too early is told with the line that would come next', () => {
    const [said] = findings(withOutput([one, one], 'output', 'interface GigabitEthernet1/0/1'));
    expect(said!.message).toBe(
      'This output stops before the line “interface GigabitEthernet1/0/1”, which the Catalyst 2960-S prints next.',
    );
  });

  it('that goes on too long is told at the first line that is too much', () => {
    const guide = withOutput(
      [one],
      'output',
      '',
      'interface GigabitEthernet1/0/1',
      'and more',
      'and more still',
    );
    const [said] = findings(guide);
    expect(marked(guide, [said!])).toEqual(['guide/output-differs “and more”']);
    expect(said!.message).toBe('The Catalyst 2960-S prints nothing more, but here stands “and more”.');
  });

  it('may have empty lines around it and blanks at the ends of its lines', () => {
    expect(findings(withOutput([one], 'output', '', 'interface GigabitEthernet1/0/1  ', '', ''))).toEqual([]);
  });

  it('of several commands is what they print one after the other', () => {
    const lines = ['interface GigabitEthernet1/0/1', 'interface GigabitEthernet1/0/1'];
    expect(findings(withOutput([one, '! again', one], 'output', ...lines))).toEqual([]);
  });

  it('need not have the same number of bytes of a configuration', () => {
    const show = 'show running-config interface gi1/0/1 | include Current';
    expect(findings(withOutput([show], 'output', 'Current configuration : 9999 bytes'))).toEqual([]);
    expect(findings(withOutput([show], 'output', 'Current configuration : many bytes'))).toHaveLength(1);
  });

  it('that the model cannot print must be captured', () => {
    const guide = withOutput(['show platform tcam utilization'], 'output', '12:00');
    const said = findings(guide);
    expect(marked(guide, said)).toEqual(['guide/output-not-modelled “output”']);
    expect(said[0]!.message).toContain('The model of the Catalyst 2960-S cannot print');
    expect(
      findings(withOutput(['show platform tcam utilization'], 'output captured="SW2, May 2014"', '12:00')),
    ).toEqual([]);
    // One of the commands is enough.
    expect(
      findings(
        withOutput([one, 'show platform tcam utilization'], 'output', 'interface GigabitEthernet1/0/1'),
      ),
    ).toHaveLength(1);
  });

  it('of a Windows host must be captured, for nothing models it', () => {
    const post = (info: string) =>
      part(`## 9:1 A step\n\n${fence('powershell on=srv1', 'Get-VM')}\n${fence(info, 'Name')}`);
    expect(findings(post('output')).map(({ rule }) => rule)).toEqual(['guide/output-not-modelled']);
    expect(findings(post('output captured="SRV1, May 2014"'))).toEqual([]);
  });

  it('is rewritten as a whole, on request only', () => {
    const guide = withOutput([one, one], 'output', 'nothing', 'of', 'this');
    const said = findings(guide);
    expect(said.map(({ fix }) => fix?.safety)).toEqual(['unsafe']);
    const { text } = applyFixes(guide.file.text, said, () => true);
    expect(text).toContain('```output\ninterface GigabitEthernet1/0/1\ninterface GigabitEthernet1/0/1\n```');
    expect(applyFixes(guide.file.text, said).text).toBe(guide.file.text);
  });

  it('is of the state before what comes later', () => {
    const vlans = (name: string) => [
      'configure terminal',
      'interface gi1/0/1',
      `description ${name}`,
      'end',
      'write memory',
    ];
    const show = 'show running-config interface gi1/0/1 | include description';
    const guide = part(
      `## 9:1 A step\n\n${fence('ios on=sw2', ...vlans('one'))}\n${fence('ios on=sw2 verify', show)}\n${fence('output', ' description one')}\n` +
        `${fence('ios on=sw2', ...vlans('two'))}\n${fence('ios on=sw2 verify', show)}\n${fence('output', ' description two')}`,
    );
    expect(findings(guide)).toEqual([]);
  });

  it('of an example shows what the example did, which the next block does not find', () => {
    const show = 'show running-config interface gi1/0/1 | include description';
    const guide = part(
      `## 9:1 A step\n\n${fence('ios on=sw2 example because="To see."', 'configure terminal', 'interface gi1/0/1', 'description one', 'end')}\n` +
        `${fence('ios on=sw2 verify', show)}\n${fence('output', '')}`,
    );
    expect(findings(guide)).toEqual([]);
  });

  it('stands beside the variant that it belongs to', () => {
    const guide = part(
      `## 9:1 A step\n\n${fence('ios on=sw1 verify', 'show interfaces status')}\n${fence('output captured="x"', ...printed)}\n` +
        `${fence('ios on=sw1 verify platform=sg300', 'show interfaces status')}\n${fence('output', ...printed)}`,
    );
    const said = findings(guide);
    expect(said.map(({ rule }) => rule)).toEqual(['guide/output-differs']);
    expect(said[0]!.message).toContain('SG300');
  });
});

describe('what a labwork leaves unfinished on a switch', () => {
  const unsaved = ['configure terminal', 'vlan 10', 'interface gi1/0/1', 'shutdown', 'end'];

  it('is told at the line that was not saved; a note may leave it so', () => {
    const guide = part(`## 9:1 A step\n\n${fence('ios on=sw2', ...unsaved)}`);
    expect(findings(guide).map(({ rule }) => rule)).toEqual(['ios/not-saved']);
    expect(findings(note(fence('ios on=sw2', ...unsaved)))).toEqual([]);
  });

  it('is nothing where a later step saves it', () => {
    const guide = part(
      `## 9:1 A step\n\n${fence('ios on=sw2', ...unsaved)}\n## 9:2 A step\n\n${fence('ios on=sw2', 'write memory')}`,
    );
    expect(findings(guide)).toEqual([]);
  });

  it('is a reload that the new MTU waits for, unless an example shows it', () => {
    const mtu = fence('ios on=sw2', 'configure terminal', 'system mtu jumbo 9000', 'end', 'write memory');
    expect(findings(part(`## 9:1 A step\n\n${mtu}`)).map(({ rule }) => rule)).toEqual(['ios/needs-reload']);
    const reload = fence('ios on=sw2 example because="Somebody must be there."', 'reload');
    expect(findings(part(`## 9:1 A step\n\n${mtu}\n${reload}`))).toEqual([]);
  });
});
