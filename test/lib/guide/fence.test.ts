import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import type { Diagnostic } from '../../../src/lib/diagnostics/diagnostic.ts';
import type { Fence } from '../../../src/lib/guide/read-fence.ts';
import { commandLanguages, isKnownLanguage } from '../../../src/lib/guide/fence-language.ts';
import { drawnElsewhere, staticLanguages } from '../../../src/lib/guide/listing-languages.ts';
import { plainListing } from '../../../src/lib/guide/listing.ts';
import { readFence } from '../../../src/lib/guide/read-fence.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { createChance, pick } from '../../chance.ts';

const before = 'Text.\n\n';

function read(
  line: string,
  lines = 1,
): {
  fence: Fence;
  problems: string[];
  fixed: string;
  textAt: (range: Fence['range']) => string;
} {
  const text = `${before}${line}\nx\n\`\`\`\n`;
  const diagnostics: Diagnostic[] = [];
  const fence = readFence(createSourceFile('labworks/x.mdx', text), before.length, lines, (diagnostic) =>
    diagnostics.push(diagnostic),
  );
  const textAt = ({ start, end }: Fence['range']) => text.slice(start.offset, end.offset);
  return {
    fence,
    textAt,
    fixed: applyFixes(text, diagnostics).text.slice(before.length).split('\n')[0]!,
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
  allow: undefined,
  captured: undefined,
  after: undefined,
  partner: undefined,
  listing: plainListing,
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
      'guide/unknown-meta “colour=red”: A block of ios has no word “colour”. Known here: on=…, platform=…, verify, undo, example, because=…, cannot-undo=…, allow=…, title=…, {2,4-5}, ins={2,4-5}, numbers.',
    ],
    [
      '```ios captured="x"',
      'guide/unknown-meta “captured="x"”: A block of ios has no word “captured”. `captured` belongs to the output block.',
    ],
    [
      '```output verify',
      'guide/unknown-meta “verify”: A block of output has no word “verify”. Known here: captured=…, after=…, partner=….',
    ],
    [
      '```text on=a',
      'guide/unknown-meta “on=a”: A block of text has no word “on”. Known here: title=…, {2,4-5}, ins={2,4-5}, del={2,4-5}, numbers.',
    ],
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

  it('names no language where its first word has a value', () => {
    for (const line of ['``` title="a b.conf"', '```title="a.conf" linenums="1"', '```js title="a"'])
      expect(read(line).problems).toEqual([
        expect.stringMatching(
          line.includes('js') ? /“js” is no language/ : /“```”: The code block does not name its language\./,
        ),
      ]);
  });

  it('takes all others with it where its quote is not closed', () => {
    const { fence } = read('```ios on=a verify because="x undo');
    expect(fence).toMatchObject({ ...nothing, meta: {} });
  });

  it('gives its reason or lacks it once, not also as an example without one', () => {
    expect(read('```ios example because=""').problems).toHaveLength(1);
  });
});

describe('a fence of code that is shown', () => {
  it('has all languages of Shiki, and knows their other names', async () => {
    const { bundledLanguagesInfo } = await import('shiki/langs');
    const own = new Map([['shellscript', 'bash']]);
    for (const { id, aliases = [] } of bundledLanguagesInfo) {
      const word = own.get(id) ?? id;
      if (!drawnElsewhere.has(word)) expect(isKnownLanguage(word), word).toBe(true);
      for (const alias of aliases.filter((name) => name !== word && !drawnElsewhere.has(name)))
        expect(read(`\`\`\`${alias}`).problems.join(), alias).toContain(`Did you mean “${word}”?`);
    }
    const ids = new Set(bundledLanguagesInfo.map(({ id }) => own.get(id) ?? id));
    expect(staticLanguages.filter((language) => !ids.has(language))).toEqual(['text']);
  });

  it.each([
    ['```sh', 'sh', 'bash'],
    ['``` .sh', '.sh', 'bash'],
    ['```yml title="a.yaml"', 'yml', 'yaml'],
    ['```YAML', 'YAML', 'yaml'],
    ['```shell-session', 'shell-session', 'shellsession'],
    ['```dos', 'dos', 'bat'],
    ['```PowerShell', 'PowerShell', 'powershell'],
    ['```ps1 on=smb1', 'ps1', 'powershell'],
    ['```pwsh', 'pwsh', 'powershell'],
    ['```cisco', 'cisco', 'ios'],
    ['```dockerfile', 'dockerfile', 'docker'],
  ])('is told what its language is called, and mended: %s', (line, word, language) => {
    const { problems, fixed } = read(line);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(
      `guide/unknown-language “${word}”: “${word}” is no language of code blocks here. Did you mean “${language}”?`,
    );
    expect(fixed).toBe(line.replace(word, language));
  });

  it('that is certainly meant does not hide what else is wrong in the fence', () => {
    const { fence, problems, fixed } = read('```yml showLineNumbers filename="a.yml" {9}', 3);
    expect(problems.map((problem) => problem.replace(/:.*/s, ''))).toEqual([
      'guide/unknown-language “yml”',
      'guide/foreign-meta “showLineNumbers”',
      'guide/foreign-meta “filename="a.yml"”',
      'guide/line-range “9”',
    ]);
    expect(fixed).toBe('```yaml numbers title="a.yml" {9}');
    expect(fence).toMatchObject({ language: 'yml', meta: {}, listing: plainListing });
  });

  it.each(['```console', '```powershel', '```pyhton', '```'])('is not mended by a guess: %s', (line) => {
    const { problems, fixed } = read(line);
    expect(problems).toHaveLength(1);
    expect(fixed).toBe(line);
  });

  it('is told where another site would draw it', () => {
    expect(read('```mermaid').problems).toEqual([
      'guide/unknown-language “mermaid”: No drawing is made of a block of mermaid here: it would be printed as it is written. Export the drawing as SVG and show it with `<Figure src="./drawing.svg" alt="…" />`; to show its source, write `text`.',
    ]);
  });

  it.each([
    ['```yaml title="a b.yaml"', { title: 'a b.yaml' }],
    ["```yaml title='a “b”.yaml'", { title: 'a “b”.yaml' }],
    ['```yaml {2,4-5}', { marks: { mark: '2,4-5' } }],
    ['```yaml{ 2, 4 - 5 }', { marks: { mark: '2,4-5' } }],
    ['```yaml mark={2} ins={3} del={4}', { marks: { mark: '2', ins: '3', del: '4' } }],
    ['```yaml numbers', { numbers: 1 }],
    ['```yaml numbers=10', { numbers: 10 }],
    ['```diff lang=yaml title=x', { title: 'x', lang: 'yaml' }],
    [
      '```powershell {2} ins={3} numbers title=a.ps1',
      { title: 'a.ps1', numbers: 1, marks: { mark: '2', ins: '3' } },
    ],
  ])('says how it is shown: %s', (line, listing) => {
    const { fence, problems } = read(line, 5);
    expect(problems).toEqual([]);
    expect(fence.listing).toEqual({ ...plainListing, ...listing });
  });

  it.each([
    ['```yaml {0}', '“0”: Lines are counted from 1; there is no line 0.'],
    ['```yaml {1,7-9}', '“7-9”: The block has 5 lines, and there is no line 9 in it.'],
    ['```yaml ins={5-2}', '“5-2”: The lines 5-2 go backwards.'],
    ['```yaml {one}', '“one”: “one” names no lines.'],
    ['```yaml del={1,"a":2}', '“"a":2”: “"a":2” names no lines.'],
  ])('is told of lines that are not in it: %s', (line, problem) => {
    const { problems } = read(line, 5);
    expect(problems).toEqual([expect.stringContaining(`guide/line-range ${problem}`)]);
  });

  it.each([
    ['```yaml {}', 'guide/unknown-meta “{}”: “mark” needs a value.'],
    ['```yaml {2', 'guide/unknown-meta “{2”: The brace of “mark” is not closed.'],
    ['```yaml ins="x"', 'guide/unknown-meta “ins="x"”: “ins” names no lines in braces.'],
    ['```yaml numbers=x', 'guide/unknown-meta “numbers=x”: “numbers” is followed by what is no number.'],
    ['```powershell del={1}', 'guide/unknown-meta “del={1}”: A block of powershell has no word “del”.'],
    ['```diff lang=yml', 'guide/unknown-language “yml”: “yml” is no language of code blocks here.'],
  ])('is told of a word that is not written as it is: %s', (line, problem) => {
    const { problems } = read(line, 5);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    ['```yaml filename="a.yaml"', '```yaml title="a.yaml"'],
    ['```jsx src/App.js {2}', '```jsx title="src/App.js" {2}'],
    ['```yaml showLineNumbers', '```yaml numbers'],
    ['```yaml showLineNumbers startLineNumber=5', '```yaml numbers=5'],
    ['```yaml showLineNumbers=false frame="none"', '```yaml'],
    ['```yaml wrap copy {1}', '```yaml {1}'],
    ['```yaml hl_lines="2 4-5"', '```yaml {2,4-5}'],
    ['```yaml {linenos=table,hl_lines=[2,"4-5"],linenostart=199}', '```yaml {2,4-5} numbers=199'],
    ['```yaml{linenos=inline}', '```yaml numbers'],
    ['```yaml {hl_lines=[1], title="a b"}', '```yaml {1} title="a b"'],
    ['```js:line-numbers {1}', '```javascript numbers {1}'],
    ['```js:a/b.js', '```javascript title="a/b.js"'],
    ['```{.python .numberLines startFrom="10"}', '```python numbers=10'],
    ['```{python}', '```python'],
    ['```powershell filename=a.ps1 on=smb1', '```powershell title="a.ps1" on=smb1'],
  ])('is told in our words what another program’s mean, and mended: %s', (line, mended) => {
    const { problems, fixed } = read(line, 5);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/^guide\/foreign-meta/);
    expect(fixed).toBe(mended);
    expect(read(fixed, 5).problems).toEqual([]);
  });

  it.each(['```js "word"', '```js /a b/', '```js {foo=bar}', '```yaml filename'])(
    'is told of what has no counterpart, and left as it is: %s',
    (line) => {
      const { problems, fixed } = read(line, 5);
      expect(problems.length).toBeGreaterThan(0);
      expect(fixed).toContain(line.slice(line.indexOf(' ')));
    },
  );
});

it.each([
  [`'<slot name="header" />'`],
  ["'/tags/${tag}'"],
  ['/{ (paginate) }/'],
  [String.raw`/a\/b {2}/`],
  ['[[1, 5, "/main.js"], [2, 2, "{", 15]]'],
])('what another program marks within lines is one word, and nothing in it another: %s', (word) => {
  const hint = 'Single words cannot be marked. Mark whole lines, `{2,4-5}`, or say it in the text.';
  expect(read(`\`\`\`html title="a b" ${word} {1}`).problems).toEqual([
    `guide/foreign-meta “${word}”: “${word}” is a word of another program’s code blocks. ${hint}`,
  ]);
});

it.each([
  ['nocode', '```text'],
  ['VBScript', '```vb'],
  ['language-bash', '```bash'],
  ['lang-yaml', '```yaml'],
])('a language is known by the name that others give it: %s', (word, line) => {
  expect(read(`\`\`\`${word}`).fixed).toBe(line);
});

it.each(['dns', 'zone', 'powershell-console', 'eval_rst', 'xy'])(
  'nothing is near to every word: %s',
  (word) => {
    expect(read(`\`\`\`${word}`).problems[0]).toContain('Commands are powershell or ios');
  },
);

it.each([
  ['```', '```text'],
  ['```{2}', '```text {2}'],
  ['``` {2}', '```text {2}'],
  ['~~~~{tip}', '~~~~text {tip}'],
])('a fence without a language gets one right behind its marks: %s', (line, written) => {
  const file = createSourceFile('labworks/x.mdx', `${line}\nx\n`);
  const found: Diagnostic[] = [];
  readFence(file, 0, 1, (diagnostic) => found.push(diagnostic));
  expect(found.map(({ rule }) => rule)).toEqual(['guide/unknown-language']);
  expect(applyFixes(file.text, found, () => true).text).toBe(`${written}\nx\n`);
});
