import { rulePath } from '../lib/engine.ts';
import { siteUrl } from '../workspace/identity.ts';

let address: string | undefined;

/** The page about a rule, as a full address. */
export function docsUrl(rule: string): string {
  return (address ??= siteUrl()) + rulePath(rule);
}
