import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Corpus } from './corpus.ts';
import { nearestAddress } from './nearest-address.ts';
import { diagnose } from './rules.ts';
import { addressesOf } from './site-addresses.ts';

/**
 * That every address which was once published still leads somewhere, by the list of them that lies beside the content. Without such a list
 * nobody knows what was there.
 */
export function checkLostAddresses(corpus: Corpus): Diagnostic[] {
  const { published: file, site } = corpus;
  if (!file) return [];
  const { pages, aliases, unpublished } = addressesOf(corpus, site?.addresses ?? new Set());
  return [...file.text.matchAll(/^\/\S*/gm)].flatMap(({ 0: address, index }): Diagnostic[] => {
    if (pages.has(address) || aliases.has(address)) return [];
    const near = nearestAddress(address, pages.keys(), (path) => pages.get(path)?.guide !== undefined);
    const isWaiting = unpublished.has(address);
    return [
      diagnose({
        rule: 'content/lost-address',
        file,
        range: rangeAt(file, index, index + address.length),
        message: isWaiting
          ? `${address} was published, and is a draft or waits for its day now.`
          : `${address} was published, and nothing is there any more.`,
        hint: isWaiting
          ? 'Publish it, or take this line out if readers shall find nothing there.'
          : `Write \`aliases: [${address}]\` in the post that took its place${near ? `, perhaps ${near.name}` : ''}, or take this line out if readers shall find nothing there.`,
      }),
    ];
  });
}
