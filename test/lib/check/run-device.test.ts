import { describe, expect, it } from 'vitest';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine, fence, found, part, post } from '../fixture-posts.ts';

const step = (...blocks: readonly string[]) => part(`## 9:1 A step\n\n${blocks.join('\n')}\n`);

describe('a switch on its way through a guide', () => {
  const change = ['configure terminal', 'vlan 20', 'end'];

  it('is warned of a configuration that nobody saves, at the last line that changes it', () => {
    const text = ['configure terminal', 'interface GigabitEthernet1/0/5', ' description shelf', 'end'];
    expect(found(step(fence('ios on=sw1', ...text), fence('ios on=sw1', 'show clock')))).toEqual([
      'ios/not-saved “description shelf”',
    ]);
    expect(found(step(fence('ios on=sw1', ...text, 'write memory')))).toEqual([]);
  });

  it('lasts only by what is applied: verify, undo and example change nothing for the blocks after them', () => {
    for (const role of ['verify', 'undo', 'example because="by hand"']) {
      const guide = step(fence(`ios on=sw1 ${role}`, ...change), fence('ios on=sw1', 'show clock'));
      const [first, second] = engine.checkLabwork([guide], new Map([[lab.id, lab]])).guides[0]!.blocks;
      expect(vlansOf(first!.states.after), role).toEqual([20]);
      expect(vlansOf(second!.states.before), role).toEqual([]);
    }
  });

  it('begins verify and undo at the EXEC prompt of the state that was reached', () => {
    const guide = step(
      fence('ios on=sw1', 'configure terminal', 'vlan 20', ' name storage'),
      fence('ios on=sw1 verify', 'show vlan brief'),
    );
    const [, verify] = engine.checkLabwork([guide], new Map([[lab.id, lab]])).guides[0]!.blocks;
    expect(vlansOf(verify!.states.before)).toEqual([20]);
    expect(verify!.evidence).toBe('modelled');
  });

  it('is read on as its author meant it behind a line that it refuses, and takes nothing meanwhile', () => {
    const guide = step(fence('ios on=sw1', 'vlan 20', ' name storage', 'end', 'show clock'));
    const labwork = engine.checkLabwork([guide], new Map([[lab.id, lab]]));
    // One missing `configure terminal` is one diagnostic.
    expect(labwork.guides[0]!.diagnostics.map(({ rule }) => rule)).toEqual(['ios/wrong-mode']);
    expect(vlansOf(labwork.guides[0]!.blocks[0]!.states.after)).toEqual([]);
  });
});

describe('a device that may be of a platform of another language', () => {
  const either = engine.readLab(
    createSourceFile(
      'labs/either.yaml',
      'title: Either\nsummary: A box.\ndevices:\n  - { name: box, title: Box, class: switch, platform: catalyst-2960s, alternatives: [windows-server-2022] }\n',
    ),
  ).value!;
  const guideOf = (...blocks: readonly string[]) =>
    post(
      'field-notes/either.mdx',
      'title: Either\ndate: 2014-04-10\nsummary: A note.\nlab: either',
      blocks.join('\n'),
    );
  const check = (...blocks: readonly string[]) =>
    engine.checkLabwork([guideOf(...blocks)], new Map([['either', either]]));

  it('runs there what is written for it, and none of the plain blocks', () => {
    const { tracks, guides } = check(
      fence('ios on=box', 'show clock'),
      fence('ios on=box platform=windows-server-2022', 'show clock'),
    );
    expect(tracks.map(({ platform }) => platform)).toEqual(['catalyst-2960s']);
    expect(guides[0]!.diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      [
        'The block is IOS, and Windows Server 2022 does not run that.',
        'Name a platform that runs IOS: catalyst-2960s, sg300, catalyst-3560, catalyst-3750x, catalyst-2960x, catalyst-9200, catalyst-9300, sg350, generic-ios.',
      ],
    ]);
  });
});

const lab = engine.readLab(
  createSourceFile(
    'labs/rack.yaml',
    'title: Rack\nsummary: A rack.\ndevices:\n  - { name: sw1, title: Switch, class: switch, platform: catalyst-2960s }\n',
  ),
).value!;

function vlansOf(state: unknown): number[] {
  const { vlanDatabase } = (state as { state: { vlanDatabase: ReadonlyMap<number, unknown> } }).state;
  return [...vlanDatabase.keys()];
}
