import { describe, expect, it } from 'vitest';
import { labelOf, postLink, refOf, urlOf } from '../../src/site/post-link.ts';
import { allegory, debugFile, failFile, fieldNotes, labworksPart, postOf } from './fixtures.ts';

describe('a post in a list', () => {
  it.each([
    [labworksPart(2), 'Labworks 7, part 2', 'Labworks 7'],
    [failFile('x', { number: 12 }), 'Fail File 12', 'Fail File 12'],
    [allegory('x'), 'Allegory', 'Allegory'],
    [debugFile('x', 'allegories/y'), 'Debug File', 'Debug File'],
    [fieldNotes('x'), 'Field notes', 'Field notes'],
  ])('is called after its kind and number', (data, inList, onPage) => {
    expect(postLink(postOf(data)).label).toBe(inList);
    expect(labelOf(data)).toBe(onPage);
  });

  it('lies under its kind', () => {
    const post = postOf(fieldNotes('pertino'));
    expect(refOf(post)).toBe('field-notes/pertino');
    expect(urlOf(post)).toBe('/field-notes/pertino/');
    expect(postLink(post).url).toBe('/field-notes/pertino/');
  });

  it.each([
    [0, 1],
    [100, 1],
    [330, 2],
    [2200, 10],
  ])('of %i words takes %i minutes', (words, minutes) => {
    expect(postLink(postOf(allegory('x'), { words })).minutes).toBe(minutes);
  });

  it('has its excerpt where it has one, without notes and anchors', () => {
    const excerpt = [
      '<p id="a" class="b">Begin<sup class="note-ref"><a href="#note-1">1</a></sup></p>',
      { component: 'Note' as const, props: { id: 'note-1', number: 1 }, children: ['<p>n</p>'] },
      { component: 'Aside' as const, props: {}, children: ['<p>c</p>'] },
    ];
    expect(postLink(postOf(allegory('x'), { excerpt })).excerpt).toEqual([
      '<p class="b">Begin</p>',
      excerpt[2],
    ]);
    expect(postLink(postOf(allegory('x'))).excerpt).toBeUndefined();
  });
});
