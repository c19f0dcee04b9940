import { describe, expect, it } from 'vitest';
import { readIdentity } from '../../src/workspace/identity.ts';
import { builtPages, readBuilt } from './pages.ts';
import { sourcePosts } from './source-blocks.ts';

const html = readBuilt('/').toString('utf8');
const main = /<main\b[^]*<\/main>/.exec(html)![0];
const linkedAt = (url: string) => main.indexOf(`href="${url}"`);
const isWithdrawn = (page: string) => /aria-label="Withdrawn /.test(readBuilt(page).toString('utf8'));
const allLabworks = builtPages().filter((page) => /^\/labworks\/\d+\/$/.test(page));
/** Nobody is led to build what was taken back. */
const labworks = allLabworks.filter((page) => !isWithdrawn(page));

describe('the front page', () => {
  it('begins with what the site says of itself', () => {
    const text = main
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#38;|&amp;/g, '&')
      .replace(/&#39;/g, "'");
    const said = [readIdentity().value!.tagline, readIdentity().value!.description];
    expect(said.map((words) => text.includes(words))).toEqual([true, true]);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
  });

  it('has its name at its head: two words as one, more as they are written', () => {
    const mark = /<a class="name"[^>]*>([^]*?)<\/a>/
      .exec(html)![1]!
      .replace(/<[^>]+>/g, '')
      .trim();
    const words = readIdentity().value!.name.split(' ');
    const written = words.length === 2 ? words.join('') : words.join(' ');
    expect(mark.replace(/&#38;|&amp;/g, '&').replace(/&#39;/g, "'")).toBe(written);
  });

  it('leads to what a reader can build before it leads to any post', () => {
    const linked = labworks.filter((page) => linkedAt(page) >= 0);
    expect(linked).toHaveLength(Math.min(3, labworks.length));
    if (labworks.length > linked.length) expect(linkedAt('/labworks/')).toBeGreaterThan(0);
    const firstPost = Math.min(
      ...sourcePosts().map(({ url }) => (linkedAt(url) < 0 ? Infinity : linkedAt(url))),
    );
    for (const page of linked) expect(linkedAt(page)).toBeLessThan(firstPost);
    for (const page of allLabworks.filter(isWithdrawn)) expect(linkedAt(page)).toBe(-1);
  });
});
