import { describe, expect, it } from 'vitest';
import { labUrl, labworkUrl, ruleUrl, tagUrl } from '../../src/site/urls.ts';

describe('addresses', () => {
  it('of labs, labworks, rules and tags end in a slash', () => {
    expect([labUrl('closet'), labworkUrl(7), ruleUrl('ios/not-saved'), tagUrl('größe')]).toEqual([
      '/labs/closet/',
      '/labworks/7/',
      '/rules/ios/not-saved/',
      '/tags/größe/',
    ]);
  });
});
