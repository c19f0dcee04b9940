import type { Dialect, Language } from '../dialects/dialect.ts';
import type { Assistance } from '../dialects/assistance.ts';
import { createIosAssistance } from '../dialects/ios/assistance/ios-assistance.ts';
import { createIos, iosLanguage } from '../dialects/ios/ios.ts';
import { describePowerShell } from '../dialects/powershell/assistance/describe.ts';
import { suggestPowerShell } from '../dialects/powershell/assistance/suggest.ts';
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

/** What helps with writing in each of them. */
export function createAssistances(catalogue: Catalogue): Readonly<Record<DialectId, Assistance>> {
  return {
    powershell: {
      suggest: (offset, place) => suggestPowerShell(offset, place, catalogue),
      describe: (command, offset, place) => describePowerShell(command, offset, place, catalogue),
    },
    ios: createIosAssistance(),
  };
}
