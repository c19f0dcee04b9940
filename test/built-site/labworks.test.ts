import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { builtFiles, builtPages, readBuilt } from './pages.ts';

const bundles = builtFiles().filter((file) => file.endsWith('.zip'));
const pages = builtPages().filter((page) => /^\/labworks\/\d+\/$/.test(page));

/** What a person reads: tags away, entities resolved, white space alike. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(x?)([0-9a-f]+)|(amp|lt|gt|quot));/gi, (_whole, hex, code: string, name: string) =>
      name
        ? { amp: '&', lt: '<', gt: '>', quot: '"' }[name]!
        : String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
    )
    .replace(/\s+/g, ' ');
}

describe.skipIf(pages.length === 0)('the page of a labwork', () => {
  it.each(pages)('%s says how its bundle is run as the README in it does', (page) => {
    const html = readBuilt(page).toString('utf8');
    // The one that is offered stands before those that were.
    const placeOf = (file: string) => html.indexOf(`href="/${file}"`);
    const [name] = bundles.filter((file) => placeOf(file) >= 0).sort((a, b) => placeOf(a) - placeOf(b));
    const readme = new TextDecoder().decode(unzipSync(readBuilt(`/${name}`))['README.md']);
    const words = wordsOf(html);
    const headings = ['Order', 'Running them', 'Going back'];
    for (const heading of headings) {
      expect(readme).toContain(`## ${heading}\r\n`);
      expect(html).toMatch(new RegExp(`<h3 id="[^"]*">${heading}</h3>`));
    }
    const running = /## Running them\r\n([^]*?)\r\n## /.exec(readme)![1]!;
    const typed = [...running.matchAll(/^ {4}(.*)\r$/gm)].map(([, line]) => line!);
    expect(typed.length).toBeGreaterThan(0);
    expect(typed.filter((line) => !words.includes(line))).toEqual([]);
  });
});
