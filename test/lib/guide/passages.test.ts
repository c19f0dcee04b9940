import { describe, expect, it } from 'vitest';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import type { Guide, Segment } from '../../../src/lib/guide/guide.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { fence, part } from '../fixture-posts.ts';

const front = '---\ntitle: A note\ndate: 2014-04-10\nsummary: A note.\n---\n\n';

function read(body: string, path = 'field-notes/a-note.mdx'): Guide {
  const guide = readGuide(createSourceFile(path, front + body));
  expect(guide.diagnostics).toEqual([]);
  return guide;
}

const said = (guide: Guide) => guide.passages.map(({ kind, text, names }) => ({ kind, text, names }));

/** Components and the HTML between them, without what is in a listing. */
function outline(segments: readonly Segment[]): string {
  return segments
    .map((segment) => {
      if (typeof segment === 'string') return segment;
      const { component, props, children } = segment;
      const given = Object.entries(props).map(([name, value]) => ` ${name}=${String(value).split('\n')[0]}`);
      return `<${component}${given.join('')}>${outline(children)}</${component}>`;
    })
    .join('')
    .replace(/\n+/g, '');
}

const on = '<Correction of="bug" id="one">';
const off = '</Correction>';

describe.each(['field-notes/a-note.mdx', 'field-notes/a-note.md'])('a correction in %s', (path) => {
  it('spans words of a paragraph, of an item of a list and of a cell of a table', () => {
    const guide = read(
      [
        `It is ${on}not **NVGRE**${off} at all.`,
        `- one\n- ${on}two \`items\`${off}`,
        `| Host | Time |\n| --- | --- |\n| smb1 | ${on}14 s${off} |`,
      ].join('\n\n'),
      path,
    );
    expect(said(guide)).toEqual([
      { kind: 'words', text: 'not NVGRE', names: [] },
      { kind: 'words', text: 'two items', names: [] },
      { kind: 'words', text: '14 s', names: [] },
    ]);
    expect(
      guide.body.filter((segment) => typeof segment !== 'string' && segment.component === 'Correction'),
    ).toHaveLength(2);
    expect(outline(guide.body)).toContain('<td><Correction of=bug id=one block=false>14 s</Correction></td>');
  });

  it('spans a list, with its items', () => {
    const guide = read(`${on}\n\n- one\n- two\n\n${off}`, path);
    expect(said(guide)).toEqual([{ kind: 'words', text: 'one two', names: [] }]);
    expect(outline(guide.body)).toMatch(/^<Correction of=bug id=one block=true><ul>.*<\/ul><\/Correction>$/);
  });

  it('spans a block of commands, line by line', () => {
    const guide = read(
      `${on}\n\n${fence('ios platform=sg300', 'interface gi1', ' channel-group 1 mode on')}\n${off}`,
      path,
    );
    expect(said(guide)).toEqual([
      { kind: 'code', text: 'interface gi1\n channel-group 1 mode on', names: [] },
    ]);
    expect(guide.blocks.map(({ code }) => code.text)).toEqual(['interface gi1\n channel-group 1 mode on']);
    expect(outline(guide.body)).toBe(
      '<Correction of=bug id=one block=true code=true comment=!><CommandBlock block=block-1></CommandBlock></Correction>',
    );
  });

  it('spans a listing in a language that is none of commands', () => {
    const guide = read(`${on}\n\n${fence('json', '{', '  "a": 1', '}')}\n${off}`, path);
    expect(said(guide)).toEqual([{ kind: 'code', text: '{\n  "a": 1\n}', names: [] }]);
    expect(outline(guide.body)).toContain('<Correction of=bug id=one block=true code=true>');
  });

  it('spans what a device prints, which is shown and marked with its commands', () => {
    const commands = fence('powershell platform=windows-server-2012-r2', 'Get-NetLbfoTeam');
    const guide = read(
      `${commands}\n${on}\n\n${fence('output captured="SMB1"', 'Name : Team')}\n${off}\n\nAfter it.`,
      path,
    );
    expect(said(guide)).toEqual([{ kind: 'code', text: 'Name : Team', names: [] }]);
    expect(guide.outputs.map(({ block }) => block)).toEqual(['block-1']);
    expect(outline(guide.body)).toBe(
      '<CommandBlock block=block-1 outputOf=bug outputId=one></CommandBlock><p>After it.</p>',
    );
    expect(guide.anchors).toContain('correction-one');
  });

  it('spans commands alone, and the output behind it is theirs', () => {
    const commands = fence('powershell platform=windows-server-2012-r2', 'Get-NetLbfoTeam');
    const guide = read(
      `${on}\n\n${commands}\n${off}\n\n${fence('output captured="SMB1"', 'Name : Team')}`,
      path,
    );
    expect(guide.outputs.map(({ block }) => block)).toEqual(['block-1']);
    expect(guide.body).toHaveLength(1);
  });

  it('spans a picture, which may be called by what is seen in it, by its caption and by its file', () => {
    const guide = read(`${on}\n\n![A rack](../figures/rack.png "The rack at night")\n\n${off}`, path);
    expect(said(guide)).toEqual([
      {
        kind: 'picture',
        text: 'A rack',
        names: ['A rack', 'The rack at night', '../figures/rack.png', 'rack.png'],
      },
    ]);
    expect(outline(guide.body)).toMatch(/^<Correction [^>]*block=true><Figure /);
  });

  it('is empty where something was taken away', () => {
    expect(said(read(`It is gone.${on}${off}`, path))).toEqual([{ kind: 'words', text: '', names: [] }]);
  });
});

describe('a correction', () => {
  it('names a value of the lab by its path, in words and in code', () => {
    const guide = part(
      [
        '## 9:1 VLANs',
        `${on}It is <Value of="networks.lm.vlan" />.${off}`,
        `<Correction of="bug" id="two">\n\n${fence('ios on=sw1', 'vlan {{networks.lm.vlan}}')}\n${off}`,
      ].join('\n\n'),
    );
    expect(said(guide).map(({ text }) => text)).toEqual([
      'It is {{networks.lm.vlan}}.',
      'vlan {{networks.lm.vlan}}',
    ]);
  });

  it('spans a figure that is called by its name', () => {
    const guide = read(`${on}\n\n<Figure src="overlay" alt="Two hosts" caption="The overlay" />\n\n${off}`);
    expect(said(guide)).toEqual([
      { kind: 'picture', text: 'Two hosts', names: ['Two hosts', 'The overlay', 'overlay'] },
    ]);
  });

  it('spans a listing that is written in HTML', () => {
    const guide = read(`${on}\n\n<pre><code>a  b\nc\n</code></pre>\n\n${off}`, 'field-notes/a-note.md');
    expect(said(guide)).toEqual([{ kind: 'code', text: 'a  b\nc', names: [] }]);
  });

  it('leaves the blocks in it what they are without it: their step, role, device and bytes', () => {
    const body = (before: string, after: string) =>
      [
        '## 9:1 VLANs',
        'Words.',
        '## 9:2 Ports',
        before,
        fence('ios on=sw1', 'vlan {{networks.lm.vlan}}', ' name {{networks.lm.name}}'),
        fence('ios on=sw1 verify', 'show vlan'),
        after,
        fence('ios on=sw1 undo', 'no vlan 12'),
      ].join('\n\n');
    const facts = (guide: Guide) =>
      guide.blocks.map(({ id, step, role, on: device, code }) => [id, step, role, device, code.text]);
    const marked = part(body(on, off));
    expect(facts(marked)).toEqual(facts(part(body('', ''))));
    expect(facts(marked).map(([, step]) => step)).toEqual(['9:2', '9:2', '9:2']);
  });

  it('is told in Markdown where it is not closed, and where a prop is none of its own', () => {
    const guide = (body: string) => readGuide(createSourceFile('field-notes/a-note.md', front + body));
    expect(
      guide(`${on}words, and so on.`).diagnostics.map(({ rule, message }) => `${rule}: ${message}`),
    ).toEqual(['guide/html-structure: <Correction> is not closed.']);
    const [problem, ...others] = guide('<Correction of="bug" name="one">words</Correction>').diagnostics;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rule: 'guide/component-props' });
    expect(front.length + 21).toBe(problem!.range.start.offset);
  });
});
