import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../src/lib/dialects/dialect.ts';
import { createIos } from '../../../src/lib/dialects/ios/ios.ts';
import { tokensOf as iosTokens } from '../../../src/lib/dialects/ios/reading/tokens.ts';
import type { PlatformId } from '../../../src/lib/platforms/platforms.ts';
import { createCatalogue } from '../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { createPowerShell } from '../../../src/lib/dialects/powershell/powershell.ts';
import { tokensOf as powershellTokens } from '../../../src/lib/dialects/powershell/syntax/tokens.ts';
import { byPosition, checkCode } from '../../../src/lib/check/check-code.ts';
import type { Diagnostic } from '../../../src/lib/diagnostics/diagnostic.ts';
import { sliceOf } from '../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { loadCatalogue } from '../../../src/workspace/facts.ts';

const powershell = createPowerShell(createCatalogue(loadCatalogue()));

function check<Session>(text: string, dialect: Dialect<Session>, platform: PlatformId) {
  const slice = sliceOf(createSourceFile('block', text));
  return checkCode(slice, dialect, dialect.start({ name: 'x', platform }), 'shown');
}

describe('The tokens of checked code', () => {
  it('are those that a reading for them alone finds', () => {
    const script = 'clean { }\n"a $($b.C)" | % { Get-VM -Name @a } # note\n$x = @{ a = 1 }';
    expect(check(script, powershell, 'windows-server-2016').tokens()).toEqual(powershellTokens(script, 5));
    expect(check(script, powershell, 'powershell-7').tokens()).toEqual(powershellTokens(script, 7));
    const lines =
      'conf t\n! note\nint gi1/0/20\n description a  b\n no sw tr al vl 1,11\n\nnonsense here\nend\nsh run | i vlan';
    expect(check(lines, createIos(), 'generic-ios').tokens()).toEqual(iosTokens(lines));
  });

  it('are of the text as it stands where it was read as it would be repaired', () => {
    // Either repair moves what stands behind it.
    for (const text of ['Get-VM\u200B -Name a # b', 'PS C:\\> Get-VM -Name a']) {
      const { diagnostics, tokens } = check(text, powershell, 'windows-server-2016');
      expect(diagnostics).toHaveLength(1);
      expect(tokens()).toEqual(powershellTokens(text, 5));
    }
    const typed = 'sw1#show vlan';
    expect(check(typed, createIos(), 'generic-ios').tokens()).toEqual(iosTokens(typed));
  });
});

describe('The text checks before the dialect', () => {
  const reported = (text: string) =>
    check(text, powershell, 'windows-server-2016').diagnostics.map(
      ({ rule, range: { start } }) => `${String(start.line)}:${String(start.column)} ${rule}`,
    );
  const readText = (text: string) => check(text, powershell, 'windows-server-2016').read.text;

  it('hand on what they would repair, so that the rest of the line is still judged', () => {
    const text = 'Get-VM -Name ‘a’ -Nmae b';
    expect(readText(text)).toBe("Get-VM -Name 'a' -Nmae b");
    expect(reported(text)).toEqual(['1:14 hygiene/curly-quote', '1:18 powershell/unknown-parameter']);
  });

  it('put several repairs on one line at their places', () => {
    expect(readText('PS C:\\> Get-VM\u00a0-Name ‘a’ –ComputerName ‘b’')).toBe(
      "Get-VM -Name 'a' -ComputerName 'b'",
    );
  });

  it('speak alone of a line whose repair is not certain, which is read as it may have been meant', () => {
    // The apostrophe opens a string that nothing on the line closes; that the parameter is wrong as well is not reported.
    const text = 'Get-VM -Nmae ’a';
    expect(reported(text)).toEqual(['1:14 hygiene/curly-quote']);
    expect(readText(text)).not.toContain('’');
  });

  it('leave alone what is only a warning', () => {
    const text = 'Get-VM -Name a–b';
    expect(reported(text)).toEqual(['1:15 hygiene/long-dash']);
    expect(readText(text)).toBe(text);
  });

  it('and the dialect report in the order of the text; at one place the shorter range first, then by rule', () => {
    const at = (start: number, end: number, rule: string) =>
      ({ rule, range: { start: { offset: start }, end: { offset: end } } }) as Diagnostic;
    const list = [at(5, 9, 'b/x'), at(5, 9, 'a/x'), at(5, 7, 'z/x'), at(0, 20, 'c/x'), at(5, 9, 'a/x')];
    expect(list.sort(byPosition).map(({ rule, range }) => `${String(range.end.offset)} ${rule}`)).toEqual([
      '20 c/x',
      '7 z/x',
      '9 a/x',
      '9 a/x',
      '9 b/x',
    ]);
  });
});
