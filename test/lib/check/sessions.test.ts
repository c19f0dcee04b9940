import { describe, expect, it } from 'vitest';
import { check, fence, findings, found, marked, part } from '../fixture-posts.ts';

const step = (...blocks: readonly string[]) => part(`## 9:1 A step\n\n${blocks.join('\n')}\n`);
const contexts = (...blocks: readonly string[]) =>
  check(step(...blocks)).guides[0]!.blocks.map(({ context }) => context);

/** Leaves the console in the configuration of a port. */
const inConfiguration = fence('ios on=sw1', 'configure terminal', 'interface GigabitEthernet1/0/1');

describe('a block goes on where the one before it ended', () => {
  it('in the mode of the console', () => {
    expect(
      contexts(inConfiguration, fence('ios on=sw1', ' description srv1', 'end', 'write memory')),
    ).toEqual(['priv-exec', 'config-if']);
  });

  it('but not on another device, whose console is its own', () => {
    const [, other] = contexts(inConfiguration, fence('ios on=sw2', 'show clock'));
    expect(other).toBe('priv-exec');
  });
});

describe.each(['verify', 'undo'])('a block with the role %s, which becomes a script of its own,', (role) => {
  it('begins at the EXEC prompt, though the commands before it ended in a configuration', () => {
    const guide = step(inConfiguration, fence(`ios on=sw1 ${role}`, 'show vlan brief'));
    expect(check(guide).guides[0]!.blocks.map(({ context }) => context)).toEqual(['priv-exec', 'priv-exec']);
    expect(found(guide).filter((line) => line.includes('show'))).toEqual([]);
  });

  it('is refused a command of the configuration that it has not entered itself', () => {
    const guide = step(inConfiguration, fence(`ios on=sw1 ${role}`, 'shutdown'));
    expect(found(guide)).toContain('ios/wrong-mode “shutdown”');
  });

  it('leaves the console of the commands after it where they left it', () => {
    const blocks = [inConfiguration, fence(`ios on=sw1 ${role}`, 'show vlan brief')];
    expect(contexts(...blocks, fence('ios on=sw1', ' description srv1', 'end', 'write memory'))).toEqual([
      'priv-exec',
      'priv-exec',
      'config-if',
    ]);
  });

  it('knows the functions that the commands before it defined', () => {
    const define = fence('powershell on=srv1', 'function Get-House { Get-NetAdapter }', 'Get-House');
    const use = fence(`powershell on=srv1 ${role}`, 'Get-House');
    const [, second] = check(step(define, use)).guides[0]!.blocks;
    expect(second!.commands.map(({ name, support }) => [name, support])).toEqual([
      ['Get-House', 'supported'],
    ]);
  });

  it('defines nothing for the commands after it', () => {
    const define = fence(`powershell on=srv1 ${role}`, 'function Get-House { Get-NetAdapter }', 'Get-House');
    const use = fence('powershell on=srv1', 'Get-House');
    const [, second] = check(step(define, use)).guides[0]!.blocks;
    expect(second!.commands.map(({ name, support }) => [name, support])).toEqual([['Get-House', 'unknown']]);
  });
});

describe('an example', () => {
  it('may show an alias, which no script will run', () => {
    const example = fence('powershell on=srv1 example because="It is how one types it."', 'ls');
    expect(found(step(fence('powershell on=srv1', 'Get-NetAdapter'), example))).toEqual([]);
    expect(found(step(fence('powershell on=srv1', 'ls')))).toEqual(['powershell/alias-in-script “ls”']);
  });

  it('leaves nothing behind', () => {
    const example = fence('ios on=sw1 example because="To be seen."', 'configure terminal');
    expect(contexts(example, fence('ios on=sw1', 'show vlan brief'))).toEqual(['priv-exec', 'priv-exec']);
  });
});

describe('the evidence of a block', () => {
  const evidence = (...blocks: readonly string[]) =>
    check(step(...blocks)).guides[0]!.blocks.map((block) => block.evidence);

  it('is the least that all of its commands have', () => {
    expect(evidence(fence('powershell on=srv1', 'Get-NetAdapter'))).toEqual(['bound']);
    expect(evidence(fence('powershell on=srv1', 'Get-NetAdapter', 'Get-House'))).toEqual(['parsed']);
    expect(evidence(fence('powershell on=srv1', 'Get-NetAdapter -Nonsense'))).toEqual(['parsed']);
    expect(evidence(fence('ios on=sw1', 'show vlan brief'))).toEqual(['modelled']);
  });

  it('is that it was read, and no more, where it holds no command', () => {
    expect(evidence(fence('powershell on=srv1', '# a comment'))).toEqual(['parsed']);
    expect(evidence(fence('ios on=sw1', '! a comment'))).toEqual(['parsed']);
  });

  it('of a show command is modelled only where the model can print it', () => {
    expect(evidence(fence('ios on=sw1 verify', 'show clock'))).toEqual(['bound']);
  });
});

describe('a block whose value is unknown', () => {
  it('is told that, and nothing that follows from it', () => {
    const guide = step(fence('powershell on=srv1', "Get-NetAdapter -Nonsense '{{nothing}}'"));
    expect(marked(guide, findings(guide))).toEqual(['guide/unknown-value “{{nothing}}”']);
  });
});
