import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/lib/engine.ts';
import { loadCatalogue } from '../../src/workspace/facts.ts';
import { findMistakes } from '../../tools/measure-guides/find-mistakes.ts';
import { furtherMistakes } from '../../tools/measure-guides/further-mistakes.ts';
import { reportedMistakes } from '../../tools/measure-guides/reported-mistakes.ts';

describe('mistakes in guides that were reported', () => {
  const engine = createEngine({ catalogue: loadCatalogue() });
  const missed = (mistakes: typeof reportedMistakes) =>
    findMistakes(mistakes, engine)
      .filter(({ isNamed }) => !isNamed)
      .map(({ mistake }) => mistake.source);

  it('are thirty and thirty more, each from a report of its own', () => {
    const sources = [...reportedMistakes, ...furtherMistakes].map(({ source }) => source);
    expect([reportedMistakes.length, furtherMistakes.length, new Set(sources).size]).toEqual([30, 30, 60]);
  });

  it('are told with the cause that was reported, but for these', () => {
    // A noun that is another's word for word but one; two commands of a module that has no facts.
    expect(missed(reportedMistakes)).toEqual([
      'djdallmann/GamingPCSetup#27',
      'MicrosoftDocs/dynamics-365-unified-operations-public#2558',
    ]);
    // An alias that the facts date nowhere; sets of pages that stood still; a command that is only on Windows; what a console asks for,
    // which is no more than a note; a parameter that the page of 2019 has.
    expect(missed(furtherMistakes)).toEqual([
      'MicrosoftDocs/azure-stack-docs#949',
      'MicrosoftDocs/windowsserverdocs#1914',
      'PowerShell/PowerShell#16274',
      'immense/immybot-documentation#16',
      'MicrosoftDocs/windows-powershell-docs#2006',
    ]);
  });

  it.each([
    ['a backtick that goes on rightly', 'Get-Disk `\n  -Number 0 Get-Volume', 'Begin a new line'],
    ['a backtick that joins', 'Get-Disk -Number 0 `\nGet-Volume', 'Remove the backtick'],
    ['a key with a dash', '$a = @{\n  b = 1\n  -Name = 2\n}', 'write `Name = value`'],
    ['a table with both signs', "$a = @{ Name = 'b' }\nGet-VM @$a", 'without the dollar sign'],
  ])('are told what to do about: %s', (_, code, hint) => {
    const mistake = { source: 'a', platform: 'windows-server-2022', code, cause: '', rule: '', names: '' };
    const [{ diagnostics } = { diagnostics: [] }] = findMistakes(
      [{ ...mistake, platform: 'windows-server-2022' }],
      engine,
    );
    expect(diagnostics.map((one) => one.hint).join('\n')).toContain(hint);
  });

  it('say nothing of text with a sign before a variable that holds no table', () => {
    const mistake = { source: 'a', code: 'Get-VM @$name', cause: '', rule: '', names: '' };
    expect(findMistakes([{ ...mistake, platform: 'windows-server-2022' }], engine)[0]!.diagnostics).toEqual(
      [],
    );
  });
});
