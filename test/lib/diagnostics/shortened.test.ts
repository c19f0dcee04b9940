import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/lib/diagnostics/diagnostic.ts';
import { shortened, shortSentences, withShortQuotes } from '../../../src/lib/diagnostics/shortened.ts';
import { createEngine, readSite, sliceOf, createSourceFile } from '../../../src/lib/engine.ts';
import { readFigure } from '../../../src/lib/figure/read-figure.ts';
import type { PlatformId } from '../../../src/lib/platforms/platforms.ts';
import { loadCatalogue } from '../../../src/workspace/facts.ts';

const long = 'a'.repeat(4000);

describe('what a message quotes', () => {
  it('is its beginning where it is long, and the sentence goes on', () => {
    expect(shortSentences(`There is no “${long}” here.`)).toBe(`There is no “${'a'.repeat(99)}…” here.`);
    expect(shortSentences(`Write \`${'b '.repeat(400)}\`, or nothing.`)).toMatch(
      /^Write `(?:b ){49}b…`, or nothing\.$/,
    );
    expect(shortSentences(`It is ${'1'.repeat(5000)}.`)).toBe(`It is ${'1'.repeat(100)}….`);
    expect(shortSentences(`“${'c '.repeat(300_000)}” is not known.`)).toMatch(
      /^“(?:c ){49}c…” is not known\.$/,
    );
  });

  it('is as it is where it is short, and so are the sentences around it', () => {
    const text = `Write \`a\`, ${'and more of it, '.repeat(40)}or \`b\`.`;
    expect(shortSentences(text)).toBe(text);
    expect(withShortQuotes({ message: 'A.', hint: 'B.' })).toEqual({ message: 'A.', hint: 'B.' });
  });

  it('is never cut within a character', () => {
    expect(shortened('😀'.repeat(40), 61).isWellFormed()).toBe(true);
    expect(shortSentences(`x“${'😀'.repeat(200)}”`).isWellFormed()).toBe(true);
  });

  it('comes to an end of all that is said', () => {
    expect(shortSentences('a '.repeat(400_000)).length).toBeLessThanOrEqual(1501);
    expect(shortSentences('“`'.repeat(400_000)).length).toBeLessThanOrEqual(1501);
  });
});

describe('what is told of a text that is long', () => {
  const engine = createEngine({ catalogue: loadCatalogue() });
  const file = (path: string, text: string) => createSourceFile(path, text);
  const script = (text: string, platform: PlatformId) =>
    engine.checkScript(sliceOf(file('a', text)), platform).diagnostics;
  const guide = (text: string, path = 'src/content/field-notes/a.mdx') => {
    const read = engine.readGuide(
      file(path, `---\ntitle: A\ndate: 2024-01-01\nsummary: S\ntags: [a]\n---\n\n${text}`),
    );
    return engine.checkLabwork([read], new Map()).guides.flatMap(({ diagnostics }) => diagnostics);
  };
  const digits = '1'.repeat(4000);
  const lab = (line: string) =>
    engine.readLab(
      file('labs/a.yaml', `title: A\ndevices: []\nnetworks:\n  - id: lm\n    name: LM\n    ${line}\n`),
    ).diagnostics;
  const cases: readonly (readonly [string, () => readonly Diagnostic[]])[] = [
    ['a parameter', () => script(`Get-VM -${long} x`, 'windows-server-2012-r2')],
    ['words behind a value', () => script('${a}'.repeat(2000), 'windows-server-2012-r2')],
    [
      'a value of a parameter',
      () => script(`New-NetLbfoTeam -Name a -TeamMembers b -TeamingMode ${long}`, 'windows-server-2012-r2'),
    ],
    ['a number', () => script(`Set-VM -Name a -ProcessorCount ${digits}`, 'windows-server-2012-r2')],
    ['a VLAN', () => script(`configure terminal\nvlan ${digits}`, 'catalyst-2960s')],
    ['a port', () => script(`configure terminal\ninterface gi1/0/${digits}`, 'catalyst-2960s')],
    ['a VLAN of a lab', () => lab(`vlan: ${digits}`)],
    ['a subnet of a lab', () => lab(`subnet: ${long}`)],
    ['a key of a lab', () => lab(`${long}: 1`)],
    ['a language', () => guide(`\`\`\`${long}\nx\n\`\`\``)],
    ['a word of a fence', () => guide(`\`\`\`powershell ${long}=1\nGet-VM\n\`\`\``)],
    ['a component', () => guide(`<X${long} />`)],
    ['a prop', () => guide(`<Figure ${long}="1" />`)],
    ['a directive', () => guide(`:::${long}\nx\n:::`)],
    ['an element', () => guide(`<${long}>x</${long}>`, 'src/content/field-notes/a.md')],
    ['a picture', () => guide(`![x](./${long}.png)`)],
    ['a platform', () => guide(`\`\`\`powershell platform=${long}\nGet-VM\n\`\`\``)],
    ['a key of the site', () => readSite(file('src/site.yaml', `${long}: 1\n`)).diagnostics],
    [
      'an attribute of a figure',
      () =>
        readFigure(file('a.svg', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" ${long}="1"/>`))
          .diagnostics,
    ],
  ];

  it.each(cases)('is short: %s', (_name, check) => {
    const found = check();
    expect(found.length).toBeGreaterThan(0);
    for (const { message, hint = '', why = '', label = '' } of found)
      for (const text of [message, hint, why, label])
        expect(text.length, text.slice(0, 300)).toBeLessThan(900);
  });
});
