import type { PlatformId } from './platforms.ts';
import { isPlatformId, platformIds, platforms } from './platforms.ts';

/** Words that makers and readers put before what tells one platform from another. */
const common =
  /microsoft|cisco|windows|server|catalyst|cat|switch|small|business|series|core|version|win|ws|c(?=\d{4})/g;

/** By what is left of its id or its title without those words: a platform; undefined where it is that of several. */
const bySign = new Map<string, PlatformId | undefined>();
for (const id of platformIds) {
  for (const sign of new Set([signOf(id), signOf(platforms[id].title), signOf(platforms[id].shell)]))
    bySign.set(sign, bySign.has(sign) && bySign.get(sign) !== id ? undefined : id);
}

/**
 * The platform that a text is another way of writing for, and can be for no other one: `Windows Server 2022`, `cisco-2960s`, `2960S`.
 */
export function platformNamed(text: string): PlatformId | undefined {
  const sign = signOf(text);
  return sign === '' ? undefined : bySign.get(sign);
}

/** The same among the choices of a schema, where these are platforms. */
export function platformChoice(text: string, choices: readonly string[]): string | undefined {
  const named = choices.every(isPlatformId) ? platformNamed(text) : undefined;
  return named !== undefined && choices.includes(named) ? named : undefined;
}

function signOf(text: string): string {
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const left = letters.replace(common, '');
  return left === '' ? letters : left;
}
