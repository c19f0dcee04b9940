import type { AstroIntegration } from 'astro';
import { describe, expect, it } from 'vitest';
import { placeholderWarning, siteAddress } from '../../src/build/site-address.ts';

type BuildDone = NonNullable<AstroIntegration['hooks']['astro:build:done']>;

/** What a build under an address logs. */
function warningsOf(address: string): string[] {
  const warnings: string[] = [];
  const logger = { warn: (message: string) => void warnings.push(message) };
  void siteAddress(address).hooks['astro:build:done']!({ logger } as Parameters<BuildDone>[0]);
  return warnings;
}

describe('a build', () => {
  it.each([
    'https://closet.example',
    'https://blog.example.com',
    'https://example.org/blog',
    'http://localhost:4321',
    'https://rack.test',
    'https://rack.invalid',
  ])('says once that %s is nobody’s address', (address) => {
    expect(warningsOf(address)).toEqual([expect.stringContaining(`the placeholder ${address}: feeds`)]);
  });

  it.each(['https://closet.com', 'https://example.co.uk', 'https://notexample.com', 'https://test.de'])(
    'says nothing of %s',
    (address) => {
      expect(warningsOf(address)).toEqual([]);
      expect(placeholderWarning(address)).toBeUndefined();
    },
  );
});
