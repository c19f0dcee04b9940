import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { allegoryHead } from './read-fixture.ts';

const read = (body: string, ending = 'mdx') =>
  readGuide(createSourceFile(`allegories/a-rack/index.${ending}`, allegoryHead + body));
const mended = (body: string) => {
  const { file, diagnostics } = read(body);
  return applyFixes(file.text, diagnostics).text.slice(allegoryHead.length);
};
const rules = (body: string) => read(body).diagnostics.map(({ rule }) => rule);

describe('what MDX of other programs has', () => {
  it.each([
    ['See <Link to="/a/">it</Link>.', 'See [it](/a/).'],
    [
      '<Tabs groupId="os">\n<TabItem value="win" label="Windows" default>\n\nA\n\n</TabItem>\n<TabItem value="Linux">\n\nB\n\n</TabItem>\n</Tabs>',
      '<SyncTabs>\n<Tab label="Windows">\n\nA\n\n</Tab>\n<Tab label="Linux">\n\nB\n\n</Tab>\n</SyncTabs>',
    ],
    [
      '<Admonition type="danger" title="Mind">\n\nA\n\n</Admonition>',
      '<Aside kind="caution" title="Mind">\n\nA\n\n</Aside>',
    ],
    ['<Tip>\n\nA\n\n</Tip>', '<Aside kind="tip">\n\nA\n\n</Aside>'],
    ['<Steps>\n\n1. A\n\n</Steps>', '\n\n1. A\n\n'],
    ["<img src={require('./a.png').default} alt='A' />", '<img src="./a.png" alt=\'A\' />'],
    ['<img src={useBaseUrl("/img/a.png")} alt="A" />', '<img src="/img/a.png" alt="A" />'],
    ['import Rack from \'./a.png\';\n\n<Figure src={Rack} alt="A" />', '<Figure src="./a.png" alt="A" />'],
    ["import a from '@theme/Tabs';\nimport { b } from 'c'\n\nA", 'A'],
    ["A <span style={{color: 'red'}}>b</span>", 'A <span>b</span>'],
    ['A <b className={styles.x} onClick={() => go()}>b</b>', 'A <b>b</b>'],
  ])('is written in our words: %s', (body, expected) => {
    expect(rules(body).length).toBeGreaterThan(0);
    expect(mended(body)).toBe(expected);
    expect(rules(expected)).toEqual([]);
  });

  it.each([
    '<Link to="/a/" />',
    '<Link>it</Link>',
    '<Tabs values={[{a: 1}]}>\n\nA\n\n</Tabs>',
    '<TabItem>\n\nA\n\n</TabItem>',
    '<Admonition type="fun">\n\nA\n\n</Admonition>',
    '<Card title="a">\n\nA\n\n</Card>',
    'export const a = 1;\n\nA',
    'A <time dateTime={now()}>b</time>',
  ])('is left to the author where that is not certain: %s', (body) => {
    expect(rules(body).length).toBeGreaterThan(0);
    expect(mended(body)).toBe(body);
  });

  it('is told once for a picture that a program names', () => {
    expect(rules('<img src={picture()} />')).toEqual(['guide/component-props']);
    expect(rules('<img src={require(\'./a.png\').default} alt="A" />')).toEqual(['guide/component-props']);
  });

  it('is a component in Markdown as well, and no HTML', () => {
    const told = (body: string) =>
      read(body, 'md').diagnostics.map(({ message, hint }) => `${message} ${hint}`);
    expect(told('See <Link to="/a/">it</Link>.')[0]).toMatch(
      /^<Link> is a component, .* Write `\[text\]\(address\)`\.$/,
    );
    expect(told('<Terminal a>\n\nA\n\n</Terminal>')[0]).toMatch(/^<Terminal> is a component, .* \.mdx\.$/);
    expect(told('<Figure src="a" />')[0]).toMatch(/^<Figure> is a component, .* \.mdx\.$/);
    expect(told('<Note>\n\nA\n\n</Note>')[0]).toMatch(/^<Note> is a component, .* Write `:::note`\.$/);
    // What is to be written in its place is a component, too.
    expect(told('<Tabs>\n\nA\n\n</Tabs>')[0]).toMatch(/Write <SyncTabs>, .* file end in \.mdx\.$/);
    expect(told('<Math>a</Math>')[0]).toMatch(/^<Math> is a component/);
    expect(told('<Center>A</Center>')[0]).toMatch(/^<center> has no effect/);
    expect(told('<SCRIPT>A</SCRIPT>')[0]).toMatch(/^<script> is not shown/);
  });
});
