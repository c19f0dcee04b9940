import { expect, it } from 'vitest';
import { otherReleases } from '../../src/build/release-files.ts';

it('leaves releases of labworks that are not offered out of the site, and nothing else', () => {
  const files = [
    'labworks-2-1.0.0.zip',
    'labworks-2/status.json',
    'labworks-21-1.0.0.zip',
    'labworks-3-1.0.0.manifest.json',
    'readme.txt',
  ];
  expect(otherReleases(files, new Set([2]))).toEqual([
    'labworks-21-1.0.0.zip',
    'labworks-3-1.0.0.manifest.json',
  ]);
  expect(otherReleases(files, new Set([2, 3, 21]))).toEqual([]);
});
