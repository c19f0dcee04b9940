import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../../src/lib/check/corpus.ts';
import { checkCorpus } from '../../../src/lib/check/check-corpus.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { readLab } from '../../../src/lib/lab/read-lab.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const labText = readFileSync(join(import.meta.dirname, '../../fixtures/workshop/labs/workshop.yaml'), 'utf8');
const lab = readLab(createSourceFile('labs/workshop.yaml', labText)).value!;
const around: Omit<Corpus, 'guides'> = {
  labs: new Map([[lab.id, lab]]),
  comparisons: new Set(['tunnels']),
  figures: new Set(['rack']),
};

/** Each diagnostic as `path:line rule “marked text”: message`. */
function problems(posts: Readonly<Record<string, string>>): string[] {
  const guides = Object.entries(posts).map(([path, text]) => readGuide(createSourceFile(path, text)));
  for (const { diagnostics } of guides) expect(diagnostics).toEqual([]);
  return checkCorpus({ ...around, guides }).map(({ file, rule, range, message, hint }) => {
    expect(hint).toMatch(/\S/);
    const marked = posts[file]!.slice(range.start.offset, range.end.offset);
    return `${file}:${range.start.line} ${rule} “${marked}”: ${message}`;
  });
}

const tunnel = (body: string, fields = '') =>
  `---\ntitle: A tunnel\ndate: 2014-04-08\nsummary: A review of the port.\n${fields}---\n\n${body}\n`;

const debugFile = (fields: Readonly<Record<string, string>> = {}) => {
  const all = {
    title: 'What the tunnel is made of, and its port',
    date: '2014-04-22',
    summary: 'The encapsulation and the port of field-notes/a-tunnel were wrong.',
    corrects: '{ post: field-notes/a-tunnel, revision: 2 }',
    class: 'correction',
    severity: 'factual',
    reportedBy: '{ name: A reader }',
    entry: 'The encapsulation, and the port.',
    changes:
      '\n  - id: encapsulation\n    was: the port\n    now: the encapsulation\n  - id: port\n    was: port 1\n    now: port 2',
    ...fields,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\n`);
  return `---\n${lines.join('')}---\n\nThe port.\n`;
};

const marks =
  '<Correction of="nvgre" id="encapsulation">the encapsulation</Correction> and <Correction of="nvgre" id="port">port 2</Correction>';

describe('a correction', () => {
  it('is whole where post and Debug File have both halves of each change', () => {
    expect(problems({ 'field-notes/a-tunnel.mdx': tunnel(marks), 'debug/nvgre.mdx': debugFile() })).toEqual(
      [],
    );
  });

  it('is marked at the very change that the post does not mark', () => {
    const [first, second] = marks.split(' and ');
    const changesAt = debugFile().split('\n').indexOf('  - id: encapsulation') + 1;
    expect(problems({ 'field-notes/a-tunnel.mdx': tunnel(second!), 'debug/nvgre.mdx': debugFile() })).toEqual(
      [
        `debug/nvgre.mdx:${changesAt} correction/unknown-passage “encapsulation”: field-notes/a-tunnel does not mark the change “encapsulation”.`,
      ],
    );
    expect(problems({ 'field-notes/a-tunnel.mdx': tunnel(first!), 'debug/nvgre.mdx': debugFile() })).toEqual([
      `debug/nvgre.mdx:${changesAt + 3} correction/unknown-passage “port”: field-notes/a-tunnel does not mark the change “port”.`,
    ]);
  });

  it('is of a post that is there, which is looked for where the Debug File names it', () => {
    expect(problems({ 'field-notes/another.mdx': tunnel('x'), 'debug/nvgre.mdx': debugFile() })).toEqual([
      'debug/nvgre.mdx:5 guide/unknown-reference “field-notes/a-tunnel”: There is no post “field-notes/a-tunnel”.',
    ]);
  });

  it.each([
    [
      '<Correction of="nvgr" id="port">port 2</Correction>',
      'field-notes/a-tunnel.mdx:7 correction/unknown-passage “<Correction of="nvgr" id="port">port 2</Correction>”: There is no Debug File “nvgr”.',
    ],
    [
      '<Correction of="nvgre" id="ports">port 2</Correction>',
      'field-notes/a-tunnel.mdx:7 correction/unknown-passage “<Correction of="nvgre" id="ports">port 2</Correction>”: The Debug File “nvgre” has no change “ports”.',
    ],
    [
      '<Correction of="nvgre" id="port">port  3</Correction>',
      'field-notes/a-tunnel.mdx:7 correction/passage-differs “<Correction of="nvgre" id="port">port  3</Correction>”: The passage reads “port 3”, and the Debug File “nvgre” says “port 2”.',
    ],
  ])('needs its record, with the same words: %s', (mark, line) => {
    const all = problems({
      'field-notes/a-tunnel.mdx': tunnel(`${marks}\n\nand`).replace('\n\nand', ` and ${mark}`),
      'debug/nvgre.mdx': debugFile(),
    });
    // A second mark of one change is told as such as well.
    expect(all.filter((other) => !other.includes('content/same-address'))).toEqual([line]);
  });

  it('stands in the post that the Debug File names', () => {
    const other = tunnel('<Correction of="nvgre" id="port">port 2</Correction>');
    expect(
      problems({
        'field-notes/a-tunnel.mdx': tunnel(marks),
        'field-notes/other.mdx': other,
        'debug/nvgre.mdx': debugFile(),
      }),
    ).toEqual([
      'field-notes/other.mdx:7 correction/unknown-passage “<Correction of="nvgre" id="port">port 2</Correction>”: The Debug File “nvgre” corrects field-notes/a-tunnel, not this post.',
    ]);
  });
});

describe('the passage of a correction', () => {
  /** A post whose one passage is `body`, and its record; what is said of the passage, with both sides of code. */
  const said = (body: string, now: string, was = 'was: other') => {
    const record = debugFile({ changes: `\n  - id: it\n    ${was}\n    now: ${now}` });
    const post = tunnel(`<Correction of="nvgre" id="it">\n\n${body}\n\n</Correction>`, 'lab: workshop\n');
    const guides = Object.entries({ 'field-notes/a-tunnel.mdx': post, 'debug/nvgre.mdx': record }).map(
      ([path, text]) => readGuide(createSourceFile(path, text)),
    );
    for (const { diagnostics } of guides) expect(diagnostics).toEqual([]);
    return checkCorpus({ ...around, guides }).map(({ rule, message, actual, expected }) =>
      [rule, message, ...(actual === undefined ? [] : [actual, expected])].join('\n'),
    );
  };
  const block = '|-\n      interface gi0/1\n       switchport mode trunk';
  const code = (...lines: string[]) => ['```ios on=sw1', ...lines, '```'].join('\n');

  it('of code is its lines, letter by letter, blank lines aside', () => {
    expect(said(code('interface gi0/1', ' switchport mode trunk'), block)).toEqual([]);
    expect(said(code('interface gi0/1', '', ' switchport mode trunk   '), block)).toEqual([]);
    expect(said(code('interface gi0/1', '  switchport mode trunk'), block)).toEqual([
      'correction/passage-differs\nThe code of this passage is other than what the Debug File “nvgre” says stands here now.\ninterface gi0/1\n  switchport mode trunk\ninterface gi0/1\n switchport mode trunk',
    ]);
  });

  it('of code and words is both, each paragraph as a line', () => {
    const now = '|-\n      Type this.\n      vlan 10\n      vlan 20';
    expect(said(`Type\nthis.\n\n${code('vlan 10')}\n\n${code('vlan 20')}`, now)).toEqual([]);
  });

  it('has the values of the lab in it', () => {
    const vlan = lab.networks[0]!;
    expect(said(code(`vlan {{networks.${vlan.id}.vlan}}`), `vlan ${vlan.vlan}`)).toEqual([]);
    expect(said(`It is <Value of="networks.${vlan.id}.vlan" />.`, `It is ${vlan.vlan}.`)).toEqual([]);
    expect(said(`It is <Value of="networks.${vlan.id}.vlan" />.`, 'It is 4000.')).toEqual([
      `correction/passage-differs\nThe passage reads “It is ${vlan.vlan}.”, and the Debug File “nvgre” says “It is 4000.”.`,
    ]);
  });

  it('of a picture is what is seen in it, its caption, or its file', () => {
    const figure = '<Figure src="rack" alt="A rack" caption="At night" />';
    expect(said(figure, 'A rack')).toEqual([]);
    expect(said(figure, '|-\n      At night\n      rack')).toEqual([]);
    expect(said(figure, 'Two racks')).toEqual([
      'correction/passage-differs\nThe picture of this passage is “A rack”, and the Debug File “nvgre” says “Two racks”.',
    ]);
  });

  it('is empty where nothing stands there any more', () => {
    const mark = '<Correction of="nvgre" id="it"></Correction>';
    const gone = debugFile({ changes: '\n  - id: it\n    was: It is safe.' });
    expect(
      problems({ 'field-notes/a-tunnel.mdx': tunnel(`It is.${mark}`), 'debug/nvgre.mdx': gone }),
    ).toEqual([]);
    expect(
      problems({
        'field-notes/a-tunnel.mdx': tunnel(mark.replace('></', '>It is safe.</')),
        'debug/nvgre.mdx': gone,
      }).join(),
    ).toContain(
      'The passage reads “It is safe.”, and the Debug File “nvgre” says that nothing stands here any more.',
    );
    expect(
      problems({
        'field-notes/a-tunnel.mdx': tunnel(`It is.${mark}`),
        'debug/nvgre.mdx': debugFile({ changes: '\n  - id: it\n    now: It is safe.' }),
      }).join(),
    ).toContain('The passage is empty, and the Debug File “nvgre” says “It is safe.”.');
  });

  it('is none where the title, the summary or a line of a form was corrected', () => {
    const title = debugFile({ changes: '\n  - id: title\n    was: A bridge\n    now: A tunnel' });
    expect(problems({ 'field-notes/a-tunnel.mdx': tunnel('x'), 'debug/nvgre.mdx': title })).toEqual([]);
  });

  it('is marked by the last correction of it', () => {
    const first = debugFile({ changes: '\n  - id: it\n    was: port 1\n    now: port 2' });
    const second = debugFile({
      date: '2014-04-24',
      corrects: '{ post: field-notes/a-tunnel, revision: 3 }',
      changes: '\n  - id: again\n    was: port 2\n    now: port 3',
    });
    const posts = {
      'field-notes/a-tunnel.mdx': tunnel('<Correction of="port" id="again">port 3</Correction>'),
      'debug/nvgre.mdx': first,
      'debug/port.mdx': second,
    };
    expect(problems(posts)).toEqual([]);
    expect(
      problems({ ...posts, 'debug/port.mdx': second.replace('was: port 2', 'was: port 4') }).join(),
    ).toContain('field-notes/a-tunnel does not mark the change “it”.');
  });

  it('has been something, or is', () => {
    const text = debugFile({ changes: '\n  - id: it' });
    expect(readGuide(createSourceFile('debug/nvgre.mdx', text)).diagnostics).toMatchObject([
      { rule: 'guide/front-matter' },
    ]);
  });
});

describe('a name in the front matter', () => {
  it('is marked in its own field, without quotes', () => {
    expect(
      problems({
        'field-notes/x.mdx': tunnel('x', 'tags: [port, rak]\ncover: "rak"\ncomparisons: [tunnels, tags]\n'),
      }),
    ).toEqual([
      'field-notes/x.mdx:6 guide/unknown-reference “rak”: There is no figure “rak”.',
      'field-notes/x.mdx:7 guide/unknown-reference “tags”: There is no comparison “tags”.',
    ]);
    expect(problems({ 'field-notes/x.mdx': tunnel('x', 'cover: rack\ncomparisons: [tunnels]\n') })).toEqual(
      [],
    );
  });
});

describe('a name in a component', () => {
  const known = `<Value of="vswitch" />\n\n<Figure src="rack" alt="x" />\n\n<Comparison id="tunnels" />`;

  it('is there, in the lab or in the content', () => {
    expect(problems({ 'field-notes/x.mdx': tunnel(known, 'lab: workshop\n') })).toEqual([]);
  });

  it.each([
    ['<Value of="vswich" />', 'guide/unknown-value “vswich”: The lab “workshop” has no value “vswich”.'],
    ['<PortMap device="sw9" />', 'guide/unknown-device “sw9”: The lab “workshop” has no device “sw9”.'],
    [
      '<NetworkTable networks="lm lmm" />',
      'guide/unknown-reference “lmm”: The lab “workshop” has no network “lmm”.',
    ],
    ['<Figure src="rak" alt="rak" />', 'guide/unknown-reference “rak”: There is no figure “rak”.'],
    ['<Comparison id="tunnel" />', 'guide/unknown-reference “tunnel”: There is no comparison “tunnel”.'],
  ])('is told by its kind: %s', (body, line) => {
    expect(problems({ 'field-notes/x.mdx': tunnel(body, 'lab: workshop\n') })).toEqual([
      `field-notes/x.mdx:8 ${line}`,
    ]);
  });

  it('needs a lab, which is told elsewhere where it is unknown', () => {
    expect(problems({ 'field-notes/x.mdx': tunnel('<PortMap device="sw1" />') })).toEqual([
      'field-notes/x.mdx:7 guide/unknown-reference “sw1”: “sw1” is meant to be a device of the lab, but this post has no lab.',
    ]);
    expect(problems({ 'field-notes/x.mdx': tunnel(known, 'lab: other\n') })).toEqual([]);
  });
});

describe('the parts of a labwork', () => {
  const part = (fields: Readonly<Record<string, string>>) => {
    const all = {
      title: 'A part',
      date: '2014-04-08',
      summary: 'The series of part 1 in the lab workshop.',
      series: 'Build it',
      lab: 'workshop',
      labwork: '2',
      part: '1',
      steps: '2:1-2:1',
      release: '1.0.0',
      requires: '{ platforms: [sg300] }',
      ...fields,
    };
    return `---\n${Object.entries(all)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join('')}---\n\n## 2:1 A step\n`;
  };

  it.each([
    [
      { part: '1 # series: again' },
      '8 guide/step-number “1”: Labwork 2 has a part 1 already: labworks/a.mdx.',
    ],
    [
      { part: '2', series: '"Build it again"' },
      '5 guide/front-matter “"Build it again"”: The series is called “Build it again” here and “Build it” in labworks/a.mdx.',
    ],
    [
      { part: '2', lab: 'other' },
      '6 guide/front-matter “other”: This part is written for the lab “other”, and labworks/a.mdx for “workshop”.',
    ],
    // The first thing that does not go together is told.
    [
      { series: 'x', lab: 'other' },
      '8 guide/step-number “1”: Labwork 2 has a part 1 already: labworks/a.mdx.',
    ],
  ])('go together with those before: %j', (fields, line) => {
    expect(problems({ 'labworks/a.mdx': part({}), 'labworks/b.mdx': part(fields) })).toEqual([
      `labworks/b.mdx:${line}`,
    ]);
  });

  it('may differ from those of another labwork', () => {
    const other = part({ labwork: '3', series: 'x', lab: 'other', steps: '3:1-3:1' }).replace(
      '## 2:1',
      '## 3:1',
    );
    expect(problems({ 'labworks/a.mdx': part({}), 'labworks/b.mdx': other })).toEqual([]);
  });
});
