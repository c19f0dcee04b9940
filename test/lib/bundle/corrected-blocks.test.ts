import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { check, fence, part } from '../fixture-posts.ts';

const bundleOf = (before: string, after: string) =>
  makeBundle(
    check(
      part(
        [
          '## 9:1 VLANs',
          before,
          fence('ios on=sw1', 'configure terminal', 'vlan 12', ' name lm', ' end'),
          after,
          fence('ios on=sw1 verify', 'show vlan'),
        ].join('\n\n'),
      ),
    ),
    { site: 'https://blog.example' },
  )!;

it('a block that was corrected is bundled as any other, and its mark changes no byte', () => {
  const marked = bundleOf('<Correction of="bug" id="vlan">', '</Correction>');
  const plain = bundleOf('', '');
  const scripts = ({ zip }: typeof plain) =>
    Object.entries(unzipSync(zip))
      .filter(([path]) => path.endsWith('.ios'))
      .map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
  expect(scripts(marked)).toEqual(scripts(plain));
  expect(scripts(marked).length).toBeGreaterThan(1);
});
