import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { readLab } from '../../../src/lib/lab/read-lab.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { platformNamed } from '../../../src/lib/platforms/platform-named.ts';

function read(fields: string) {
  const file = createSourceFile('allegories/a.mdx', `---\n${fields}\n---\n\ntext\n`);
  const { diagnostics } = readGuide(file);
  return {
    told: diagnostics.map(({ message, hint }) => `${message} ${hint}`),
    fixed: applyFixes(file.text, diagnostics).text.split('---\n')[1]!.trim(),
  };
}

describe('a field in another program’s word', () => {
  it.each([
    ['description: B', 'summary: B'],
    ['excerpt: B', 'summary: B'],
  ])('is told and mended: %s', (written, mended) => {
    const { told, fixed } = read(`title: A\ndate: 2024-03-03\n${written}`);
    expect(told).toEqual([`There is no “${written.split(':')[0]}” here. Did you mean “summary”?`]);
    expect(fixed).toBe(`title: A\ndate: 2024-03-03\n${mended}`);
  });

  it.each([
    ['pubDate: 2024-03-03', 'date: 2024-03-03'],
    ['published: 2024-03-03', 'date: 2024-03-03'],
    ['publish_date: 2024-03-03', 'date: 2024-03-03'],
  ])('may be a date: %s', (written, mended) => {
    const { told, fixed } = read(`title: A\nsummary: B\n${written}`);
    expect(told).toHaveLength(1);
    expect(fixed).toBe(`title: A\nsummary: B\n${mended}`);
  });

  it.each([
    ['categories: [x]', 'Did you mean “tags”?', 'tags: [x]'],
    ['keywords: [x]', 'Did you mean “tags”?', 'tags: [x]'],
    ['lastmod: 2024-03-03', 'told by its corrections', undefined],
    ['author: Me', 'src/site.yaml', undefined],
    ['layout: post', 'the folder it lies in', undefined],
    ['published: false', 'draft: true', undefined],
    ['sumary: x', 'Did you mean “summary”?', undefined],
  ])('is told with what to write: %s', (written, hint, mended) => {
    const head = 'title: A\ndate: 2024-03-03\nsummary: B';
    const { told, fixed } = read(`${head}\n${written}`);
    expect(told).toEqual([expect.stringContaining(hint)]);
    expect(fixed).toBe(`${head}\n${mended ?? written}`);
  });

  it('is not mended where ours is there as well', () => {
    const fields = 'title: A\ndate: 2024-03-03\nsummary: B\ntags: [x]\ncategories: [y]';
    const { told, fixed } = read(fields);
    expect(told).toEqual(['There is no “categories” here. Did you mean “tags”?']);
    expect(fixed).toBe(fields);
  });
});

describe('a date of a post', () => {
  it.each([
    ['March 3, 2024', 'Write 2024-03-03.', '2024-03-03'],
    ['"2024-03-03T10:00:00Z"', 'Write 2024-03-03.', '2024-03-03'],
    ['03/04/2024', 'Write 2024-03-04 or 2024-04-03, whichever is meant.', '03/04/2024'],
    ['soon', 'Write the day so.', 'soon'],
  ])('is told once, with the form, and mended where it is one: %s', (written, hint, mended) => {
    const { told, fixed } = read(`title: A\nsummary: B\ndate: ${written}`);
    expect(told).toEqual([
      `“date” is “${written.replaceAll('"', '')}”, and a day is written as year, month and day here: 2024-03-31. ${hint}`,
    ]);
    expect(fixed).toBe(`title: A\nsummary: B\ndate: ${mended}`);
  });
});

it('is told of a day that no calendar has', () => {
  expect(read('title: A\nsummary: B\ndate: 2023-02-29').told).toEqual([
    '“date” is “2023-02-29”, and there is no such day. Write a day of the calendar.',
  ]);
});

describe('a platform in other words', () => {
  it.each([
    ['Windows Server 2022', 'windows-server-2022'],
    ['windows-2022', 'windows-server-2022'],
    ['Server 2012 R2', 'windows-server-2012-r2'],
    ['2012r2', 'windows-server-2012-r2'],
    ['ws2019', 'windows-server-2019'],
    ['cisco-2960s', 'catalyst-2960s'],
    ['2960S', 'catalyst-2960s'],
    ['Catalyst 2960-S', 'catalyst-2960s'],
    ['SG-300', 'sg300'],
    ['Cisco SG300', 'sg300'],
  ])('is certain: %s', (text, id) => {
    expect(platformNamed(text)).toBe(id);
  });

  it.each(['sg30', 'zx81', 'windows', 'PowerShell 5.1'])('is not %s', (text) => {
    expect(platformNamed(text)).toBeUndefined();
  });

  it('is mended in a fence, in front matter and in a lab', () => {
    const fence = createSourceFile(
      'allegories/a.mdx',
      '---\ntitle: A\ndate: 2024-03-03\nsummary: B\n---\n\n```powershell platform="Windows Server 2022"\nGet-Date\n```\n',
    );
    expect(applyFixes(fence.text, readGuide(fence).diagnostics).text).toContain(
      '```powershell platform=windows-server-2022\n',
    );
    const part = createSourceFile(
      'labworks/a.mdx',
      '---\nrequires:\n  platforms: [Windows Server 2012 R2, 2960S, sg30]\n---\n',
    );
    const { diagnostics } = readGuide(part);
    expect(applyFixes(part.text, diagnostics).text).toContain(
      'platforms: [windows-server-2012-r2, catalyst-2960s, sg30]',
    );
    expect(diagnostics.map(({ hint }) => hint)).toContain('Did you mean “sg300”?');
    const lab = createSourceFile('labs/a.yaml', 'devices:\n  - platform: Windows Server 2022\n');
    expect(applyFixes(lab.text, readLab(lab).diagnostics).text).toContain('platform: windows-server-2022');
  });
});
