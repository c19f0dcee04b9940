import { describe, expect, it } from 'vitest';
import { createChance, pick } from '../../chance.ts';
import { check, fence, findings, found, marked, note, part } from '../fixture-posts.ts';

const post = (...lines: readonly string[]) =>
  part(`## 9:1 A step\n\n${fence('powershell on=srv1', ...lines)}`);

/** The one block as it is to run, and what of it a reader may change. */
function resolvedOf(...lines: readonly string[]) {
  const { resolved, values } = check(post(...lines)).guides[0]!.blocks[0]!;
  return {
    text: resolved.text,
    values: values.map(({ value, start, end }) => [value.path, resolved.text.slice(start, end)]),
  };
}

describe('the values in a block', () => {
  it('stand where they are marked, though those before them are longer or shorter than their marks', () => {
    // `T1` is shorter than `{{team}}`, `Converged-Of-The-Rack` longer than `{{vswitch}}`.
    expect(
      resolvedOf("New-VMSwitch -Name '{{team}}' -NetAdapterName '{{vswitch}}' -Notes '{{team}}'"),
    ).toEqual({
      text: "New-VMSwitch -Name 'T1' -NetAdapterName 'Converged-Of-The-Rack' -Notes 'T1'",
      values: [
        ['team', 'T1'],
        ['vswitch', 'Converged-Of-The-Rack'],
        ['team', 'T1'],
      ],
    });
  });

  it('stand where they are marked after one that could not be resolved', () => {
    expect(resolvedOf("Get-VMSwitch -Name '{{nothing}}'", "Get-VMSwitch -Name '{{vswitch}}'")).toEqual({
      text: "Get-VMSwitch -Name '{{nothing}}'\nGet-VMSwitch -Name 'Converged-Of-The-Rack'",
      values: [['vswitch', 'Converged-Of-The-Rack']],
    });
  });

  it('are found again at their places in any block', () => {
    const chance = createChance(11);
    const paths = ['team', 'vswitch', 'channel', 'note', 'networks.lm.vlan', 'networks.lm.subnet', 'nothing'];
    for (let round = 0; round < 40; round++) {
      const lines = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => {
        const words = Array.from(
          { length: 1 + Math.floor(chance() * 3) },
          () => `'{{${pick(chance, paths)}}}'`,
        );
        return `Write-Output ${words.join(', ')}`;
      });
      const { resolved, values } = check(post(...lines)).guides[0]!.blocks[0]!;
      const wanted = [...lines.join('\n').matchAll(/\{\{([^}]+)\}\}/g)].map(([, path]) => path!);
      expect(values.map(({ value }) => value.path)).toEqual(wanted.filter((path) => path !== 'nothing'));
      for (const { value, start, end } of values) expect(resolved.text.slice(start, end)).toBe(value.text);
    }
  });

  it('may have a blank on either side in their braces, and only one', () => {
    expect(resolvedOf("Write-Output '{{ team }}'").text).toBe("Write-Output 'T1'");
    expect(resolvedOf("Write-Output '{{  team }}'").text).toBe("Write-Output '{{  team }}'");
  });

  it('are quoted for the place they stand at', () => {
    expect(resolvedOf("Write-Output '{{note}}'").text).toBe("Write-Output 'two words'");
    expect(resolvedOf('Write-Output "a {{note}} b"').text).toBe('Write-Output "a two words b"');
    expect(found(post('Write-Output {{note}}'))).toEqual(['guide/value-type “{{note}}”']);
  });

  it('may not split a line of a switch in more words than it had', () => {
    const guide = part(
      `## 9:1 A step\n\n${fence('ios on=sw1', 'configure terminal', 'hostname {{note}}', 'end')}`,
    );
    const [said] = findings(guide);
    expect(marked(guide, [said!])).toEqual(['guide/value-type “{{note}}”']);
    expect(said!.hint).toBe('Use a value without blanks here.');
  });

  it('are told with what was probably meant where the lab has none of that name', () => {
    const guide = post("Get-VMSwitch -Name '{{vswitsch}}'", "Get-VMSwitch -Name '{{zzzzzzzz}}'");
    expect(findings(guide).map(({ message, hint }) => [message, hint])).toEqual([
      ['The lab “rack” has no value “vswitsch”.', 'Did you mean `{{vswitch}}`?'],
      [
        'The lab “rack” has no value “zzzzzzzz”.',
        expect.stringMatching(
          /^Add it to the lab’s `values`; known are team, vswitch, channel, note, .* and \d+ more\.$/,
        ),
      ],
    ]);
  });

  it('need a lab', () => {
    const guide = note(
      fence('powershell platform=windows-server-2016', "Get-VMSwitch -Name '{{vswitch}}'"),
      '',
    );
    const said = findings(guide);
    expect(marked(guide, said)).toEqual(['guide/unknown-value “{{vswitch}}”']);
    expect(said[0]!.hint).toContain('lab: …');
  });

  it.each([
    ['Write-Output \u00B4{{note}}\u00B4', 'hygiene/curly-quote'],
    ['Write-Output \u201E{{note}}\u201C', 'hygiene/curly-quote'],
    ['Write-Output &quot;{{note}}&quot;', 'hygiene/html-entity'],
    ['Write-Output \u00AB{{note}}\u00BB', 'guide/value-type'],
  ])('that find no place for a broken quote are told as the broken quote: %s', (line, rule) => {
    expect(findings(post(line)).map((said) => said.rule)).toEqual([rule]);
  });

  it('that find no place are told beside an unknown one, where a quote is broken too', () => {
    const rules = findings(post('Write-Output \u00B4{{note}}\u00B4', "Write-Output '{{nothing}}'")).map(
      ({ rule }) => rule,
    );
    expect(rules).toEqual(['hygiene/curly-quote', 'guide/unknown-value']);
  });
});
