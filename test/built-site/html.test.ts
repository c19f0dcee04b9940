import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../src/layouts/content-security-policy.ts';
import { builtPages, readBuilt } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Style of source, not validity; the build writes it.
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    'no-inline-style': 'error',
    // Long titles are the author's choice.
    'long-title': 'off',
    // Scrollable regions are focusable by intent (WCAG 2.1.1).
    'no-redundant-role': 'error',
  },
});

describe('the built HTML', () => {
  it.each(builtPages())('of %s is valid', async (page) => {
    const report = await validator.validateString(readBuilt(page).toString('utf8'), page);
    const messages = report.results.flatMap(({ messages: found }) =>
      found.map(({ ruleId, message, line, selector }) => `${line}: ${ruleId}: ${message} (${selector})`),
    );
    expect(messages).toEqual([]);
  });

  it.each(builtPages())(
    'of %s says first what it may load, and has no script or style of its own',
    (page) => {
      const html = readBuilt(page).toString('utf8');
      const [, policy] =
        /<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]*)">/.exec(
          html,
        ) ?? [];
      expect(policy).toBe(contentSecurityPolicy);
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      // Data about the page is no script to a browser.
      expect(scripts.filter((tag) => !/ src="\/|type="application\/ld\+json"/.test(tag))).toEqual([]);
      expect(html).not.toMatch(/<style\b|<[a-z][^<>]* (?:style|on[a-z]+)="/);
    },
  );
});
