import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../src/lib/dialects/dialect.ts';
import { createIos } from '../../../src/lib/dialects/ios/ios.ts';
import { tokensOf as iosTokens } from '../../../src/lib/dialects/ios/reading/tokens.ts';
import type { PlatformId } from '../../../src/lib/platforms/platforms.ts';
import { createCatalogue } from '../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { createPowerShell } from '../../../src/lib/dialects/powershell/powershell.ts';
import { tokensOf as powershellTokens } from '../../../src/lib/dialects/powershell/syntax/tokens.ts';
import { checkCode } from '../../../src/lib/check/check-code.ts';
import { sliceOf } from '../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { loadCatalogue } from '../../../src/workspace/facts.ts';

const powershell = createPowerShell(createCatalogue(loadCatalogue()));

function check<Session>(text: string, dialect: Dialect<Session>, platform: PlatformId) {
  const slice = sliceOf(createSourceFile('block', text));
  return checkCode(slice, dialect, dialect.start({ name: 'x', platform }));
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
