import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CheckedGuide, CheckedLabwork } from '../check/labwork.ts';
import { canonicalJson } from '../writing/json.ts';

/**
 * SHA-256 of what each post of a labwork gives to the bundle, by its reference `labworks/<slug>`: what its author wrote, and no word of the
 * program's. So a change of a post is told apart from one of the program that writes bundles, whatever either of them does.
 */
export function partDigests({ guides }: CheckedLabwork): Readonly<Record<string, string>> {
  return Object.fromEntries(
    guides.flatMap((part) => {
      const given = givenBy(part);
      return given ? [[given.post, bytesToHex(sha256(utf8ToBytes(canonicalJson(given))))]] : [];
    }),
  );
}

function givenBy({ guide, blocks }: CheckedGuide) {
  const { data, steps } = guide;
  if (data?.kind !== 'labworks') return undefined;
  return {
    post: `labworks/${data.slug}`,
    number: data.labwork,
    part: data.part,
    series: data.series,
    title: data.title,
    date: data.date,
    range: data.steps,
    requires: data.requires,
    steps: steps.map(({ id, title }) => ({ id, title })),
    blocks: blocks.map(({ block, devices, platform, resolved, values, allowed }) => ({
      step: block.step,
      role: block.role,
      platform,
      devices: devices.map(({ name, title }) => ({ name, title })),
      text: resolved.text,
      because: block.because,
      cannotUndo: block.cannotUndo,
      ...(allowed.length > 0 && { allowed }),
      values: values.map(({ value: { path, title, type } }) => ({ path, title, type })),
    })),
  };
}
