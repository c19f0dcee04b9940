import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { allegoryHead, readBody } from './read-fixture.ts';

const rules = (body: string) => readBody(body).diagnostics.map(({ rule }) => rule);
const mended = (body: string) => {
  const { file, diagnostics } = readBody(body);
  return applyFixes(file.text, diagnostics).text.slice(allegoryHead.length).trim();
};
const block = (fence: string, ...lines: readonly string[]) => ['```' + fence, ...lines, '```'].join('\n');

describe('comments that mark lines of code in other programs', () => {
  it.each([
    [
      block('javascript', 'a // [!code ++]', 'b // [!code --]', 'c // [!code highlight]', 'd'),
      block('javascript ins={1} del={2} {3}', 'a', 'b', 'c', 'd').replace(
        'ins={1} del={2} {3}',
        '{3} ins={1} del={2}',
      ),
    ],
    [
      block(
        'yaml title="a.yaml"',
        'a: 1',
        '# highlight-next-line',
        'b: 2',
        '# highlight-start',
        'c: 3',
        'd: 4',
        '# highlight-end',
        'e: 5',
      ),
      block('yaml title="a.yaml" {2-4}', 'a: 1', 'b: 2', 'c: 3', 'd: 4', 'e: 5'),
    ],
    [
      block('html', '<!-- [!code highlight:2] -->', '<a>', '<b>', '<c> <!-- [!code focus] -->'),
      block('html {1-3}', '<a>', '<b>', '<c>'),
    ],
    [block('css', 'a {} /* [!code ++:2] */', 'b {}', 'c {}'), block('css ins={1-2}', 'a {}', 'b {}', 'c {}')],
    [
      block('powershell', 'Get-VM # [!code hl]', 'Get-Item C:'),
      block('powershell {1}', 'Get-VM', 'Get-Item C:'),
    ],
    [`- a\n\n  \`\`\`ini\n  a=1 ; [!code ++]\n  \`\`\``, `- a\n\n  \`\`\`ini ins={1}\n  a=1\n  \`\`\``],
    [block('js', 'a // highlight-line'), block('javascript {1}', 'a')],
  ])('become words of the fence: %j', (body, expected) => {
    expect(rules(body)).toContain('guide/foreign-meta');
    let fixed = mended(body);
    if (rules(fixed).length > 0) fixed = mended(fixed);
    expect(fixed).toBe(expected);
    expect(rules(fixed)).toEqual([]);
  });

  it.each([
    block('javascript ins={1}', 'a', 'b // [!code ++]'),
    block('powershell', 'Get-VM # [!code --]'),
    block('javascript', 'a // [!code word:a]'),
    block('javascript', 'a // [!code nothing]'),
  ])('are left to the author where that is not certain: %j', (body) => {
    expect(rules(body)).toEqual(['guide/foreign-meta']);
    expect(mended(body)).toBe(body);
  });

  it.each([
    block('javascript', 'const highlight = "[!code ++]";', '// a note on highlight-start of it'),
    block('text', 'Write `// [!code ++]` behind a line.', 'highlight-next-line'),
    '`// [!code ++]`',
  ])('are text elsewhere: %j', (body) => {
    expect(rules(body)).toEqual([]);
  });
});
