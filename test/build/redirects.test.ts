import { describe, expect, it } from 'vitest';
import { redirectRules } from '../../src/build/redirects.ts';
import { redirectsOf } from '../../src/site/redirects.ts';
import { allegory, failFile, postOf } from '../site/fixtures.ts';

describe('the old addresses of posts', () => {
  const redirects = redirectsOf([
    postOf(failFile('san-down'), { aliases: ['/2014/san/', '/käse/'] }),
    postOf(allegory('rain'), { aliases: ['/2013/rain/'] }),
    postOf(allegory('snow')),
  ]);

  it('lead to the posts, in a steady order', () => {
    expect(redirects.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '/2013/rain/ /allegories/rain/',
      '/2014/san/ /fail-files/san-down/',
      '/käse/ /fail-files/san-down/',
    ]);
  });

  it('are rules for hosts, behind those that are there already', () => {
    const rules = redirectRules(redirects.slice(1), '/mine /about/ 302');
    expect(rules).toBe(
      '/mine /about/ 302\n/2014/san /fail-files/san-down/ 301\n/2014/san/ /fail-files/san-down/ 301\n' +
        '/k%C3%A4se /fail-files/san-down/ 301\n/k%C3%A4se/ /fail-files/san-down/ 301\n',
    );
    expect(redirectRules([], '')).toBe('');
  });
});
