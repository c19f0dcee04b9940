import { describe, expect, it } from 'vitest';
import {
  commandElsewhere,
  parameterElsewhere,
} from '../../../../src/lib/dialects/powershell/binding/wrong-platform.ts';
import type { CommandHere } from '../../../../src/lib/dialects/powershell/catalogue/command-here.ts';

/** Versions as the catalogue's masks have them. */
const [server2012r2, server2019] = [2, 8];

describe('a command of other versions', () => {
  const messageOf = (mask: number) =>
    commandElsewhere(
      { name: 'Get-Bench', module: 'Bench', mask },
      { start: 0, end: 9 },
      'windows-server-2016',
    ).message;

  it('came later, or exists on what its module was on before', () => {
    expect(messageOf(server2019)).toBe(
      'Get-Bench does not exist on Windows Server 2016; it came with Windows Server 2019 (module Bench).',
    );
    expect(messageOf(server2012r2)).toMatch(/; it exists on Windows Server 2012 R2 \(module Bench\)\.$/);
    expect(messageOf(server2012r2 | server2019)).toMatch(/; it exists on Windows Server 2012 R2 and 2019 /);
  });
});

describe('a parameter of other versions', () => {
  const severityOf = (surelyLacks: boolean) =>
    parameterElsewhere(
      { kind: 'parameter', name: 'Level', start: 10, end: 18, nameEnd: 16, value: undefined },
      server2019,
      {
        here: commandHere(surelyLacks),
        platform: 'Windows Server 2016',
        isCommandName: () => false,
        piped: false,
        hashtable: () => undefined,
      },
    ).severity;

  it('is an error where a source shows that it is missing, and only likely where documentation does not have it', () => {
    expect(severityOf(true)).toBeUndefined();
    expect(severityOf(false)).toBe('warning');
  });

  function commandHere(surelyLacks: boolean): CommandHere {
    return {
      name: 'Get-Bench',
      module: 'Bench',
      parameters: new Map(),
      byName: new Map(),
      sets: [],
      unproven: false,
      complete: true,
      outdated: false,
      hasFacts: true,
      parameterVersions: () => server2019,
      surelyLacks: () => surelyLacks,
    };
  }
});
