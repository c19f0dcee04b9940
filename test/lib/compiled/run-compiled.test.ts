import { describe, expect, it } from 'vitest';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { compileLabwork } from '../../../src/lib/compiled/compile-labwork.ts';
import { readCompiled } from '../../../src/lib/compiled/read-compiled.ts';
import { runCompiled } from '../../../src/lib/compiled/run-compiled.ts';
import type { ReaderValues } from '../../../src/lib/lab/with-values.ts';
import { makePlan } from '../../../src/lib/plan/make-plan.ts';
import { site } from '../bundle/rack-bundle.ts';
import { check, fence, part } from '../fixture-posts.ts';
import { checkWith, labworksWithValues } from './labworks.ts';

const labworks = labworksWithValues();
const compiledOf = (guides: (typeof labworks)[number]['guides']) => {
  const compiled = compileLabwork(check(...guides));
  if (!compiled) throw new Error('The fixture is not compiled.');
  return compiled;
};
const filesOf = (bundle: ReturnType<typeof makeBundle>) =>
  Object.fromEntries(bundle!.files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));

describe('a compiled labwork', () => {
  it.each(labworks)('is JSON that says all that was compiled: $name', ({ guides }) => {
    const compiled = compiledOf(guides);
    const read = readCompiled(JSON.stringify(compiled));
    expect(read).toEqual(JSON.parse(JSON.stringify(compiled)));
  });

  it('is of one format, and of nothing else', () => {
    const compiled = compiledOf(labworks[0]!.guides);
    expect(() => readCompiled(JSON.stringify({ ...compiled, compiled: 2 }))).toThrow();
    expect(() => readCompiled(JSON.stringify({ ...compiled, more: 1 }))).toThrow();
  });

  const cases = labworks.flatMap(({ name, guides, sets }) =>
    sets.map((values) => ({ name, guides, values, shown: JSON.stringify(values) })),
  );

  it.each(cases)('has the plan and the files of the whole check: $name with $shown', ({ guides, values }) => {
    const json = JSON.stringify(compiledOf(guides));
    const { labwork, problems } = runCompiled(readCompiled(json), values);
    expect(problems).toEqual([]);
    const whole = checkWith(guides, values);
    expect(makePlan(labwork!)).toEqual(makePlan(whole));
    const [made, wanted] = [makeBundle(labwork!, { site })!, makeBundle(whole, { site })!];
    expect(filesOf(made)).toEqual(filesOf(wanted));
    expect(made.sha256).toBe(wanted.sha256);
  });

  it.each<[ReaderValues, string]>([
    [{ nothing: '1' }, 'The lab has no value “nothing” that can be set.'],
    [{ 'networks.lm.mask': '255.0.0.0' }, 'The lab has no value “networks.lm.mask” that can be set.'],
    [{ 'networks.lm.vlan': '4095' }, 'a VLAN is a number from 1 to 4094'],
    [{ 'networks.lm.vlan': '015' }, 'a VLAN is a number from 1 to 4094'],
    [{ vswitch: 'a\nb' }, 'has a line break or control character in it'],
    [{ 'networks.lm.hosts.srv1': '10.0.0.1' }, '10.0.0.1 is not a host address of 192.168.15.0/24.'],
    [{ 'networks.lm.name': 'Live Migration' }, 'cannot be written at its place without changing the command'],
    // Commands take it for a pattern.
    [{ vswitch: 'a`b' }, 'srv1 does not do'],
    [{ channel: '60' }, 'sw1 does not do `channel-group` as in the guide'],
    [{ 'networks.lm.vlan': '1003' }, 'as in the guide with these values'],
  ])('refuses %j', (values, message) => {
    const { labwork, problems } = runCompiled(compiledOf(labworks[1]!.guides), values);
    expect(labwork).toBeUndefined();
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });

  it('is not made of posts with errors', () => {
    const broken = part(`## 9:1 A step\n\n${fence('powershell on=srv1', 'Get-VMSwitch -Nmae x')}`);
    expect(compileLabwork(check(broken))).toBeUndefined();
  });

  it('is not made where a value could be read as something else than a value', () => {
    const inCode = part(
      `## 9:1 A step\n\n${fence('powershell on=srv1', "foreach ($n in 1..{{channel}}) { Get-VMSwitch -Name 'x' }")}`,
    );
    expect(check(inCode).guides.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(compileLabwork(check(inCode))).toBeUndefined();
  });
});
