import { describe, expect, it } from 'vitest';
import { bodyHtml, readBody, readPart, told } from '../read-fixture.ts';

const lines = (body: string) => {
  const post = readBody(body);
  return post.diagnostics.map((diagnostic) => told(post, diagnostic));
};
const tabs = (...contents: readonly string[]) =>
  `<SyncTabs>\n${contents.map((content, index) => `<Tab label="T${index + 1}">\n\n${content}\n\n</Tab>`).join('\n')}\n</SyncTabs>`;

describe('tabs', () => {
  it('are calls that know their group and which is shown first', () => {
    const body = `${tabs('a', '- b')}\n\n${tabs('c', 'd')}`;
    expect(lines(body)).toEqual([]);
    expect(bodyHtml(body)).toBe(
      '[SyncTabs labels="T1, T2": [Tab label="T1" group="tabs-1" first=true: <p>a</p>]' +
        '[Tab label="T2" group="tabs-1" first=false: <ul>\n<li>b</li>\n</ul>]]\n' +
        '[SyncTabs labels="T1, T2": [Tab label="T1" group="tabs-2" first=true: <p>c</p>]' +
        '[Tab label="T2" group="tabs-2" first=false: <p>d</p>]]',
    );
  });

  it('may be written on single lines, with comments between', () => {
    const body = '<SyncTabs>\n<Tab label="A">a</Tab>\n\n{/* b */}\n\n<Tab label="B">*c*</Tab>\n</SyncTabs>';
    expect(lines(body)).toEqual([]);
    expect(bodyHtml(body)).toContain('[Tab label="B" group="tabs-1" first=false: <p><em>c</em></p>]');
  });

  it('have their commands read as all others', () => {
    const { blocks, outputs } = readBody(
      tabs(
        '```powershell on=smb1\nGet-VM\n```\n\n```output captured="here"\nx\n```',
        '```ios on=sw1\nshow vlan\n```',
      ),
    );
    expect(blocks.map(({ id, on, code }) => [id, on, code.text])).toEqual([
      ['block-1', 'smb1', 'Get-VM'],
      ['block-2', 'sw1', 'show vlan'],
    ]);
    expect(outputs.map(({ block }) => block)).toEqual(['block-1']);
  });

  it.each([
    ['<Tab label="A">\na\n</Tab>', '<Tab> stands in no <SyncTabs>.'],
    [tabs('a'), '<SyncTabs> has one tab only.'],
    [tabs('a', 'b').replace('T2', 'T1'), 'Two tabs have the label “T1”.'],
    [
      tabs('a', 'b').replace('</SyncTabs>', '\nc\n\n</SyncTabs>'),
      '<SyncTabs> holds something that is in no tab.',
    ],
    [tabs('a', 'b').replace(' label="T2"', ''), '<Tab> has no “label”.'],
  ])('are told where they are none: %j', (body, message) => {
    expect(readBody(body).diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
  });

  it.each([
    ['Tabs', 'Write <SyncTabs>, with a <Tab label="…"> for each alternative.'],
    ['Admonition', 'Write <Aside kind="note">, or `:::note`.'],
  ])('and what others call %s has its name here in the hint', (name, hint) => {
    expect(readBody(`<${name}>\na\n</${name}>`).diagnostics.map((diagnostic) => diagnostic.hint)).toEqual([
      hint,
    ]);
  });
});

describe('commands in two tabs for one device', () => {
  const part = (first: string, second: string) =>
    readPart(
      '2:1-2:1',
      `## 2:1 One\n\n${tabs(`\`\`\`ios ${first}\nvlan 5\n\`\`\``, `\`\`\`ios ${second}\nvlan 6\n\`\`\``)}`,
    );

  it('are told, for a bundle would run both', () => {
    const post = part('on=sw1', 'on=sw1');
    expect(post.diagnostics.map((diagnostic) => told(post, diagnostic))).toEqual([
      'guide/tab-alternatives “ios on=sw1”: This block and one of the tab “T1” are for the same device, and the bundle would run both.',
    ]);
  });

  it.each(['on=sw2', 'on=sw1 platform=sg300', 'on=sw1 verify', 'on=sw1 example because="x"'])(
    'are alternatives where the second is %s',
    (second) => expect(part('on=sw1', second).diagnostics).toEqual([]),
  );

  it('are only shown in a post that makes no bundle', () => {
    expect(lines(tabs('```ios\nvlan 5\n```', '```ios\nvlan 6\n```'))).toEqual([]);
  });
});
