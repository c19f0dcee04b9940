import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/lib/diagnostics/diagnostic.ts';
import type { Fence } from '../../../src/lib/guide/read-fence.ts';
import { commandLanguages, readFence, staticLanguages } from '../../../src/lib/guide/read-fence.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { createChance, pick } from '../../chance.ts';

const before = 'Text.\n\n';

function read(line: string): { fence: Fence; problems: string[]; textAt: (range: Fence['range']) => string } {
  const text = `${before}${line}\nx\n\`\`\`\n`;
  const diagnostics: Diagnostic[] = [];
  const fence = readFence(createSourceFile('labworks/x.mdx', text), before.length, (diagnostic) =>
    diagnostics.push(diagnostic),
  );
  const textAt = ({ start, end }: Fence['range']) => text.slice(start.offset, end.offset);
  return {
    fence,
    textAt,
    problems: diagnostics.map(
      ({ rule, range, message, hint }) => `${rule} “${textAt(range)}”: ${message} ${hint}`,
    ),
  };
}

const nothing = {
  role: 'apply',
  on: undefined,
  platform: undefined,
  because: undefined,
  cannotUndo: undefined,
  captured: undefined,
  after: undefined,
  partner: undefined,
};

describe('a fence', () => {
  it.each([...commandLanguages, ...staticLanguages, 'output'])(
    'may name its language alone: %s',
    (language) => {
      for (const line of [`\`\`\`${language}`, `~~~~ ${language}  `, `\`\`\`\t${language}\t`]) {
        const { fence, problems, textAt } = read(line);
        expect(problems).toEqual([]);
        expect(textAt(fence.range)).toBe(language);
        expect(fence).toEqual({ ...nothing, language, meta: {}, range: fence.range });
      }
    },
  );

  it.each([
    ['```powershell on=smb1', { on: 'smb1' }],
    ['```powershell on=hv1,hv2', { on: 'hv1,hv2' }],
    ['```powershell on="smb1"', { on: 'smb1' }],
    ['```ios platform=sg300 verify', { platform: 'sg300', role: 'verify' }],
    ['```ios undo', { role: 'undo' }],
    ['```ios example because="  why not "', { role: 'example', because: 'why not' }],
    ['```ios cannot-undo="a = b, c"', { cannotUndo: 'a = b, c' }],
    ['```output captured="here, 2014"', { captured: 'here, 2014' }],
    ['```output after=reload partner=silent', { after: 'reload', partner: 'silent' }],
  ])('says by words what its block is for: %s', (line, said) => {
    const { fence, problems } = read(line);
    expect(problems).toEqual([]);
    const { meta, range, language, ...rest } = fence;
    expect(rest).toEqual({ ...nothing, ...said });
  });

  it('keeps the place of each word', () => {
    const { fence, textAt } = read('```ios   on=sw1  example because="a b" \t');
    expect(textAt(fence.range)).toBe('ios   on=sw1  example because="a b"');
    expect(Object.entries(fence.meta).map(([name, range]) => [name, textAt(range)])).toEqual([
      ['on', 'on=sw1'],
      ['example', 'example'],
      ['because', 'because="a b"'],
    ]);
  });

  it('says the same in any order of its words', () => {
    const words = ['on=sw1', 'platform=sg300', 'example', 'because="a verify b"'];
    const chance = createChance(6);
    const fences = Array.from({ length: 24 }, () => {
      const left = [...words];
      const order = words.map(() => left.splice(Math.floor(chance() * left.length), 1)[0]!);
      const { fence, problems, textAt } = read(`\`\`\`ios ${order.join(' ')}`);
      expect(problems).toEqual([]);
      const { meta, range, ...said } = fence;
      return { said, meta: Object.fromEntries(Object.entries(meta).map(([name, at]) => [name, textAt(at)])) };
    });
    for (const fence of fences) expect(fence).toEqual(fences[0]);
  });

  it('never throws, and every place is in its line', () => {
    const pieces = [
      'on',
      '=',
      '"',
      'sw1',
      ' ',
      ' ',
      'verify',
      'undo',
      'example',
      'because',
      'after',
      'reload',
      '``',
      '\t',
      ',',
    ];
    const chance = createChance(9);
    for (let round = 0; round < 500; round++) {
      const meta = Array.from({ length: Math.floor(chance() * 9) }, () => pick(chance, pieces)).join('');
      const { fence, textAt } = read(`\`\`\`${pick(chance, ['ios', 'output', 'text'])} ${meta}`);
      expect(textAt(fence.range)).not.toMatch(/\n/);
      for (const [name, range] of Object.entries(fence.meta)) expect(textAt(range)).toContain(name);
    }
  });

  it('is looked at no further than 4,000 characters', () => {
    const { fence } = read(`\`\`\`ios on=${'x'.repeat(5000)}`);
    expect(fence.on).toHaveLength(4000 - '```ios on='.length);
  });
});

describe('a word of a fence', () => {
  it.each([
    [
      '```powershell verfy',
      'guide/unknown-meta “verfy”: A block of powershell has no word “verfy”. Did you mean “verify”?',
    ],
    [
      '```ios colour=red',
      'guide/unknown-meta “colour=red”: A block of ios has no word “colour”. Known here: on=…, platform=…, verify, undo, example, because=…, cannot-undo=….',
    ],
    [
      '```ios captured="x"',
      'guide/unknown-meta “captured="x"”: A block of ios has no word “captured”. `captured` belongs to the output block.',
    ],
    [
      '```output verify',
      'guide/unknown-meta “verify”: A block of output has no word “verify”. Known here: captured=…, after=…, partner=….',
    ],
    ['```text on=a', 'guide/unknown-meta “on=a”: A block of text has no word “on”. Remove it.'],
    [
      '```ios because="x',
      'guide/unknown-meta “because="x”: The quote of “because” is not closed. Write `name="text"`; the text itself can have no `"`.',
    ],
    [
      '```ios on',
      'guide/unknown-meta “on”: “on” needs a value. Write `on=…` without blanks around the sign.',
    ],
    [
      '```output after',
      'guide/unknown-meta “after”: “after” needs a value. Write `after=reload` without blanks around the sign.',
    ],
    [
      '```output partner=',
      'guide/unknown-meta “partner=”: “partner” needs a value. Write `partner=silent` without blanks around the sign.',
    ],
    [
      '```output captured=""',
      'guide/missing-reason “captured=""”: “captured” gives no reason. Say where and when: `captured="…"`.',
    ],
    [
      '```ios cannot-undo',
      'guide/missing-reason “cannot-undo”: “cannot-undo” gives no reason. Say why: `cannot-undo="…"`.',
    ],
    ['```ios undo=yes', 'guide/unknown-meta “undo=yes”: “undo” takes no value. Write only `undo`.'],
    ['```ios verify verify', 'guide/conflicting-meta “verify”: “verify” is there twice. Keep one of them.'],
    [
      '```ios verify undo',
      'guide/conflicting-meta “undo”: A block cannot be both verify and undo. Keep one of them, or make two blocks.',
    ],
    [
      '```ios because="x"',
      'guide/conflicting-meta “because="x"”: “because” belongs to an example. Add `example`, or remove the reason.',
    ],
    [
      '```ios undo cannot-undo="x"',
      'guide/conflicting-meta “cannot-undo="x"”: “cannot-undo” does not go with undo. Write it on the block that changes the device.',
    ],
    [
      '```ios example',
      'guide/missing-reason “example”: The example does not say why it is not part of the bundle. Add `because="…"`; readers see the reason.',
    ],
    [
      '```output after=lunch',
      'guide/unknown-meta “after=lunch”: An output cannot be “after=lunch”. The one thing to assume here is `after=reload`.',
    ],
    [
      '```ios platform=sg30',
      'guide/unknown-meta “platform=sg30”: There is no platform “sg30”. Did you mean `platform=sg300`?',
    ],
    [
      '```powershel',
      'guide/unknown-language “powershel”: “powershel” is no language of code blocks here. Did you mean “powershell”?',
    ],
  ])('is told where it does not fit: %s', (line, problem) => {
    expect(read(line).problems).toEqual([problem]);
  });

  it('is left out where it does not fit, and the others stay', () => {
    const { fence, problems } = read('```ios on=a on=b verify undo=x platform=zx81 colour');
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'guide/conflicting-meta',
      'guide/unknown-meta',
      'guide/unknown-meta',
      'guide/unknown-meta',
    ]);
    expect(fence).toMatchObject({ on: 'a', role: 'verify', platform: undefined });
    expect(read('```output after=lunch partner=silent').fence).toMatchObject({
      after: undefined,
      partner: 'silent',
    });
  });

  it('takes all others with it where its quote is not closed', () => {
    const { fence } = read('```ios on=a verify because="x undo');
    expect(fence).toMatchObject({ ...nothing, meta: {} });
  });

  it('gives its reason or lacks it once, not also as an example without one', () => {
    expect(read('```ios example because=""').problems).toHaveLength(1);
  });
});
