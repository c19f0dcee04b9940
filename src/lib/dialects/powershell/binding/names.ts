import { distance } from 'fastest-levenshtein';
import { isFlatWord } from './arguments.ts';
import type { PowerShellPlatform } from '../platforms.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CommandHere } from '../catalogue/command-here.ts';
import { platformBit } from '../catalogue/versions.ts';
import { withApprovedVerb, withMissingWord } from './meant-names.ts';
import type { CommandNode } from '../syntax/tree.ts';
import type { Known } from './session.ts';

/** What the name of a command leads to. */
export type Resolution =
  | {
      readonly kind: 'command';
      readonly command: CommandHere;
      readonly alias: string | undefined;
      /** PowerShell found it by putting `Get-` before the name. */
      readonly implied?: true;
    }
  /** A function of this session or of every session. */
  | { readonly kind: 'defined'; readonly name: string; readonly alias: string | undefined }
  /** A program of Windows: what it takes is its own. */
  | { readonly kind: 'program'; readonly name: string }
  /** Exists on other versions only: `mask`. */
  | { readonly kind: 'elsewhere'; readonly name: string; readonly module: string; readonly mask: number }
  /** Nearly the name of a known command. */
  | {
      readonly kind: 'misspelt';
      readonly name: string;
      readonly meant: string;
      readonly sure: boolean;
      /** By what it means and not by its letters: the arguments tell whether it was meant. */
      readonly by?: 'verb' | 'noun';
    }
  | { readonly kind: 'unknown'; readonly name: string };

/** The name of a command as text; undefined where it is only known when it runs. */
export function nameOf(command: CommandNode): string | undefined {
  const [name] = command.elements;
  if (name?.kind !== 'text' || name.parts.length > 0) return undefined;
  // Without `&` or `.` a quoted string is a value, never the name of a command.
  return name.value;
}

/** What may still be spent on names that lead nowhere. */
export interface NameBudget {
  /** Names that are compared with all known ones; behind them a name that leads nowhere is not known, and nothing is claimed of it. */
  comparedNames: number;
}

/** Alias, function, command, then program, in PowerShell's order; without regard to case. */
export function resolveName(
  written: string,
  catalogue: Catalogue,
  platform: PowerShellPlatform,
  known: Known,
  budget: NameBudget,
): Resolution {
  return follow(written, catalogue, platform, known, budget, undefined, 0);
}

function follow(
  written: string,
  catalogue: Catalogue,
  platform: PowerShellPlatform,
  known: Known,
  budget: NameBudget,
  alias: string | undefined,
  depth: number,
): Resolution {
  const lower = written.toLowerCase();
  const own = known.aliases.get(lower);
  if (own === undefined && known.aliases.has(lower)) return { kind: 'unknown', name: written };
  if (own !== undefined && own.toLowerCase() !== lower && depth < 5)
    return follow(own, catalogue, platform, known, budget, alias ?? written, depth + 1);
  if (known.functions.has(lower)) return { kind: 'defined', name: known.functions.get(lower)!, alias };
  const target = catalogue.alias(written, platform);
  if (target !== undefined && target.toLowerCase() !== lower && depth < 5)
    return follow(target, catalogue, platform, known, budget, alias ?? written, depth + 1);
  const [, module, name = written] = /^([\w.-]+)\\([^\\]+)$/.exec(written) ?? [];
  if (module !== undefined && !catalogue.hasModule(module)) return { kind: 'unknown', name: written };
  const command = catalogue.command(name, platform, module);
  if (command && module === undefined && known.shadowed.has(command.module.toLowerCase()))
    return { kind: 'unknown', name: command.name };
  if (command) return { kind: 'command', command, alias };
  if (catalogue.isFunction(written)) return { kind: 'defined', name: written, alias };
  const places = catalogue
    .find(name)
    .filter((place) => module === undefined || place.module.toLowerCase() === module.toLowerCase());
  const [place] = places;
  // A script or module of the reader's own may have brought what the version lacks. Which commands PowerShell 7 has depends on
  // the machine it runs on, and the catalogue does not say.
  const bit = platformBit(platform);
  // Where no source dates it, a page that is missing for a version proves nothing.
  if (place && (known.foreign || !places.every(({ missing }) => missing & bit)))
    return { kind: 'unknown', name: place.name };
  if (place) {
    const mask = places.reduce((all, one) => all | one.mask, 0);
    return { kind: 'elsewhere', name: place.name, module: place.module, mask };
  }
  if (catalogue.isProgram(written)) return { kind: 'program', name: written };
  if (!isFlatWord(written)) return { kind: 'unknown', name: written };
  const fromGallery = catalogue.gallery(name);
  if (fromGallery) return { kind: 'unknown', name: fromGallery.name };
  // `Service` runs Get-Service, where nothing else has that name.
  if (!name.includes('-') && module === undefined) {
    const getter = catalogue.command(`Get-${name}`, platform);
    if (getter) return { kind: 'command', command: getter, alias: written, implied: true };
    const torn = known.foreign ? undefined : misplacedDash(written, catalogue, platform);
    return torn ?? { kind: 'unknown', name: written };
  }
  const near =
    known.foreign || !platformBit(platform)
      ? undefined
      : nearMiss(written, name, catalogue, platform, budget);
  // Of what PowerShell 7 does not bring itself, the facts are silent: whatever it is near to, it may be a module's.
  const isSilent = near?.kind === 'misspelt' && !near.sure && platform === 'powershell-7';
  return near && !isSilent ? near : { kind: 'unknown', name: written };
}

/** No command has a longer name. */
const longestName = 100;

/**
 * A near miss is evidence enough for an error where one letter is wrong, or two have changed places. A long noun with two slips,
 * or one that only lacks or has a plural s, may as well be a function defined elsewhere: that is not sure.
 */
function nearMiss(
  written: string,
  name: string,
  catalogue: Catalogue,
  platform: PowerShellPlatform,
  budget: NameBudget,
): Resolution | undefined {
  const torn = misplacedDash(written, catalogue, platform);
  if (torn) return torn;
  const [, verb = '', noun = ''] = /^([A-Za-z]+)-([A-Za-z]\w+)$/.exec(name) ?? [];
  if (noun === '' || name.length > longestName || --budget.comparedNames < 0) return undefined;
  const isShort = noun.length < 5;
  const bit = platformBit(platform);
  const lower = name.toLowerCase();
  let best: { name: string; edits: number; here: boolean } | undefined;
  for (const candidate of catalogue.names) {
    if (Math.abs(candidate.length - name.length) > 2) continue;
    const other = candidate.toLowerCase();
    const sameVerb = noun.length > 1 && other.startsWith(`${verb.toLowerCase()}-`);
    // A slip in the verb is reported where the noun is right, and the verb is none.
    if (!sameVerb && (!other.endsWith(`-${noun.toLowerCase()}`) || isVerb(verb, catalogue))) continue;
    let edits = distance(lower, other);
    if (edits === 2 && swapped(lower, other)) edits = 1;
    if (edits > (noun.length >= 14 ? 2 : 1)) continue;
    const here = catalogue.find(candidate).some(({ mask }) => mask & bit);
    if (!best || edits < best.edits || (edits === best.edits && here && !best.here))
      best = { name: candidate, edits, here };
  }
  if (!best) return byMeaning(written, name, usesOf(verb, catalogue) >= approvedUses, catalogue, platform);
  // A name of a few letters is soon near another one: where the verb is right, it may well be one's own.
  const isOwn = isShort && best.name.toLowerCase().startsWith(`${verb.toLowerCase()}-`);
  const plural = `${lower}s` === best.name.toLowerCase() || lower === `${best.name.toLowerCase()}s`;
  return {
    kind: 'misspelt',
    name: written,
    meant: best.name,
    sure: !plural && !isOwn && best.here && best.edits === 1,
  };
}

function byMeaning(
  written: string,
  name: string,
  isApproved: boolean,
  catalogue: Catalogue,
  platform: PowerShellPlatform,
): Resolution | undefined {
  const by = isApproved ? 'noun' : 'verb';
  const meant = (isApproved ? withMissingWord : withApprovedVerb)(name, catalogue, platform);
  return meant === undefined ? undefined : { kind: 'misspelt', name: written, meant, sure: false, by };
}

/** The letters of a known command with the dash at another place, twice, lost, or another sign in its place. */
function misplacedDash(
  written: string,
  catalogue: Catalogue,
  platform: PowerShellPlatform,
): Resolution | undefined {
  if (written.length > longestName) return undefined;
  const letters = written.replaceAll('-', '').toLowerCase();
  if (letters.length < 5 || !platformBit(platform)) return undefined;
  // Of a few letters without a dash a program may be the name.
  if (letters.length < 8 && !written.includes('-')) return undefined;
  let known = dashless.get(catalogue);
  if (!known) {
    known = new Map(catalogue.names.map((name) => [name.replace('-', '').toLowerCase(), name]));
    dashless.set(catalogue, known);
  }
  let meant = known.get(letters);
  for (let at = 2; at < letters.length - 3 && meant === undefined && !written.includes('-'); at++) {
    const other = known.get(letters.slice(0, at) + letters.slice(at + 1));
    if (other?.indexOf('-') === at) meant = other;
  }
  if (!meant?.includes('-')) return undefined;
  const isHere = catalogue.find(meant).some(({ mask }) => mask & platformBit(platform));
  return { kind: 'misspelt', name: written, meant, sure: isHere };
}

const dashless = new WeakMap<Catalogue, Map<string, string>>();

/** Whether two neighbouring letters have changed places. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** A verb that any catalogued command has, so that another verb was hardly meant. */
function isVerb(verb: string, catalogue: Catalogue): boolean {
  return usesOf(verb, catalogue) > 0;
}

/** Commands that an approved verb has at least; a few of Windows' own have a verb that is not approved. */
const approvedUses = 3;

function usesOf(verb: string, catalogue: Catalogue): number {
  let verbs = verbsOf.get(catalogue);
  if (!verbs) {
    verbs = new Map();
    for (const name of catalogue.names) {
      const own = name.slice(0, name.indexOf('-')).toLowerCase();
      verbs.set(own, (verbs.get(own) ?? 0) + 1);
    }
    verbsOf.set(catalogue, verbs);
  }
  return verbs.get(verb.toLowerCase()) ?? 0;
}

const verbsOf = new WeakMap<Catalogue, Map<string, number>>();
