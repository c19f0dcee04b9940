import type { Dialect, Language } from '../dialects/dialect.ts';
import { createIos, iosLanguage } from '../dialects/ios/ios.ts';
import type { Catalogue } from '../dialects/powershell/catalogue/catalogue.ts';
import { createPowerShell, powershellLanguage } from '../dialects/powershell/powershell.ts';

/** The languages that command blocks are written in, by the words of their fences. */
export const languages = {
  powershell: powershellLanguage,
  ios: iosLanguage,
} as const satisfies Record<string, Language>;

export type DialectId = keyof typeof languages;

export const dialectIds = Object.keys(languages) as DialectId[];

export function isDialectId(text: string): text is DialectId {
  return Object.hasOwn(languages, text);
}

/** The languages with what is known of their commands. `optional`: the optional rules that are to be reported. */
export function createDialects(catalogue: Catalogue, optional: ReadonlySet<string> | undefined) {
  return {
    powershell: createPowerShell(catalogue, optional),
    ios: createIos(),
  } as const satisfies Readonly<Record<DialectId, Dialect>>;
}
