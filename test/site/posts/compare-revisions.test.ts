import { describe, expect, it } from 'vitest';
import { compareRevisions } from '../../../src/site/posts/compare-revisions.ts';
import { hostileTexts } from '../../hostile-texts.ts';

const revision = (number: number, ...lines: readonly string[]) => ({ number, lines });
const pairs = (count: number) =>
  compareRevisions(Array.from({ length: count }, (_, index) => revision(index + 1, `state ${index}`))).map(
    ({ from, to }) => `${from}..${to}`,
  );

describe('the comparison of revisions', () => {
  it('is of any two while they are few, and of each with its neighbours and the newest where they are many', () => {
    expect(pairs(1)).toEqual([]);
    expect(pairs(3)).toEqual(['1..2', '1..3', '2..3']);
    expect(pairs(8)).toHaveLength(28);
    expect(pairs(9)).toEqual([
      ...['1..2', '1..9', '2..3', '2..9', '3..4', '3..9', '4..5', '4..9', '5..6', '5..9', '6..7', '6..9'],
      ...['7..8', '7..9', '8..9'],
    ]);
  });

  it('says in words what was taken away and what was added, beside how it looks', () => {
    const [comparison] = compareRevisions([
      revision(1, 'one', 'two', '## Ports', 'three', 'It is mode active here.', '```ios', 'vlan 10', '```'),
      revision(
        2,
        'one',
        'two',
        '## Ports',
        'three',
        'It is mode on here.',
        '```ios',
        'vlan 20',
        '```',
        'New.',
      ),
    ]);
    expect(comparison).toMatchObject({ from: 1, to: 2, changes: 3 });
    expect(comparison!.html).toBe(
      '<p class="stayed">3 lines stayed, Ports</p><p>three</p>' +
        '<p class="reworded">It is mode <del><span class="unseen">[removed: </span>active<span class="unseen">]</span></del>' +
        '<ins><span class="unseen">[added: </span>on<span class="unseen">]</span></ins> here.</p>' +
        '<p class="code">&#96;&#96;&#96;ios</p>'.replaceAll('&#96;', '`') +
        '<p class="reworded code">vlan <del><span class="unseen">[removed: </span>10<span class="unseen">]</span></del>' +
        '<ins><span class="unseen">[added: </span>20<span class="unseen">]</span></ins></p><p class="code">```</p>' +
        '<p class="new"><ins><span class="unseen">[added: </span>New.<span class="unseen">]</span></ins></p>',
    );
  });

  it('shows any text as text', () => {
    for (const text of hostileTexts(200)) {
      const [comparison] = compareRevisions([revision(1, text, 'same'), revision(2, `${text}!`, 'same')]);
      const tags = comparison!.html.match(/<[^>]*>/g) ?? [];
      for (const tag of tags) expect(tag).toMatch(/^<\/?(?:p|del|ins|span)(?: class="[a-z ]+")?>$/);
    }
  });
});
