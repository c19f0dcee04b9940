import { describe, expect, it } from 'vitest';
import { opensWithInitial } from '../../src/site/opening.ts';

const long = 'One expects a noise. A SAN that goes down ought to go down like a piano. '.repeat(2);

describe('an initial', () => {
  it('begins a post whose first paragraph fills the lines beside it', () => {
    expect(opensWithInitial([`<p>${long}</p>\n<h2>More</h2>`])).toBe(true);
    expect(opensWithInitial([`<p>${long}`, { component: 'Value', props: {}, children: [] }, '</p>'])).toBe(
      true,
    );
  });

  it.each([
    ['is short', `<p>It rained.</p>\n<p>${long}</p>`],
    ['is long by its tags alone', `<p><a href="/${'a'.repeat(200)}/">It rained.</a></p>`],
    ['is another block', `<ul><li>${long}</li></ul>`],
    ['has marks of its own', `<h2 id="rain">${long}</h2>`],
  ])('begins none whose first paragraph %s', (_name, html) => {
    expect(opensWithInitial([html])).toBe(false);
  });

  it('begins none that opens with a component, or is empty', () => {
    expect(opensWithInitial([{ component: 'Figure', props: {}, children: [] }, `<p>${long}</p>`])).toBe(
      false,
    );
    expect(opensWithInitial([])).toBe(false);
  });
});
