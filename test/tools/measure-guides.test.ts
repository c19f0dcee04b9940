import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/lib/engine.ts';
import { loadCatalogue } from '../../src/workspace/facts.ts';
import { blocksOfGuide, postOfBlocks } from '../../tools/measure-guides/guide-post.ts';
import { measureGuide, unknownKind } from '../../tools/measure-guides/measure-guide.ts';

const guide = `# A guide

\`\`\`PowerShell
function Get-Answer { 42 }
Get-Item C:\\
\`\`\`

1. In a list

    \`\`\`posh
    Get-Answer
    Get-VM -Nonsense
    .\\setup.exe /quiet
    Get-AzVM
    Get-Riddle
    \`\`\`

\`\`\`cmd
ver
\`\`\`
`;

describe('a guide that is measured', () => {
  it('has the blocks that its fences mark as PowerShell, wherever they stand', () => {
    expect(blocksOfGuide('guide.md', guide).map(({ line }) => line)).toEqual([4, 11]);
    expect(blocksOfGuide('guide.md', guide)[1]!.code).toMatch(/^Get-Answer\n/);
  });

  it('is one block where it is a script', () => {
    expect(blocksOfGuide('A.PS1', '```\nGet-Item C:\\')).toEqual([{ code: '```\nGet-Item C:\\', line: 1 }]);
  });

  it('is checked as the post of one machine, and told of at its own lines', () => {
    const engine = createEngine({ catalogue: loadCatalogue() });
    const found = measureGuide(engine, { path: 'guide.md', text: guide, platform: 'windows-server-2022' });
    expect(found).toMatchObject({ blocks: 2, commands: 6 });
    expect(found.errors).toMatchObject([
      { block: 1, line: 12, diagnostic: { rule: 'powershell/unknown-parameter' } },
    ]);
    expect(found.unknown).toEqual([
      { name: '.\\setup.exe', kind: 'file' },
      { name: 'Get-AzVM', kind: 'product' },
      { name: 'Get-Riddle', kind: 'command' },
    ]);
  });

  it('has no more blocks as a post than before, whatever stands in them', () => {
    const code = 'Get-Item `\n````\n```powershell\n';
    const { text, places } = postOfBlocks([{ code, line: 7 }], 'windows-server-2022');
    expect(blocksOfGuide('post.md', text).map((block) => block.code)).toEqual([code]);
    expect([...places.values()].map(({ line }) => line)).toEqual([6, 7, 8, 9, 10]);
  });

  it.each([
    ['C:\\Tools\\New.ps1', 'file'],
    ['setup.cmd', 'file'],
    ['Connect-AzAccount', 'product'],
    ['Get-SCVirtualMachine', 'product'],
    ['Get-Azimuth', 'command'],
    ['certutil', 'command'],
    ['docker', 'product'],
    ['GetNPUsers.py', 'product'],
    ['Get-DomainUser', 'product'],
    ['Get-ADDomain', 'command'],
  ])('sorts the unknown name %s as %s', (name, kind) => {
    expect(unknownKind(name)).toBe(kind);
  });
});
