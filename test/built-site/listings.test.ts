import { describe, expect, it } from 'vitest';
import { readRulePages } from '../rule-pages.ts';
import { builtPages, readBuilt } from './pages.ts';

/** A listing that is no command block of a lab: its language, and the HTML of its code. */
const listing = /<figure class="listing[^"]*" data-lang="([^"]*)"[^>]*>[^]*?<pre[^>]*>([\s\S]*?)<\/pre>/g;

function listingsOf(
  url: string,
): { readonly language: string; readonly html: string; readonly text: string }[] {
  return [...readBuilt(url).toString('utf8').matchAll(listing)].map(([, language = '', html = '']) => ({
    language,
    html,
    text: html
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
  }));
}

describe('a listing on a rule’s page', () => {
  it.each(readRulePages())('of $rule shows the example as it was written', ({ rule, given, examples }) => {
    const written = [...given, ...examples].map(({ language, code }) => ({ language, code }));
    const shown = listingsOf(`/rules/${rule}/`).map(({ language, text }) => ({ language, code: text }));
    for (const example of written) expect(shown).toContainEqual(example);
  });

  it('is coloured where its language is commands', () => {
    const commands = builtPages()
      .filter((url) => url.startsWith('/rules/'))
      .flatMap(listingsOf)
      .filter(({ language }) => language === 'powershell' || language === 'ios');
    expect(commands.length).toBeGreaterThan(40);
    for (const { html, text } of commands) expect(html, text).toContain('class="tk-');
  });
});
