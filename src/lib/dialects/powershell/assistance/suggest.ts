import type { CodePlace, CodeSuggestion, CodeSuggestions } from '../../assistance.ts';
import { firstSuggestions } from '../../assistance.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CommandHere } from '../catalogue/command-here.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';
import { platformBit } from '../catalogue/versions.ts';
import type { PowerShellPlatform } from '../platforms.ts';
import { powershellPlatformIds } from '../platforms.ts';
import type { TypedWords } from './typed-words.ts';
import { wordsBefore } from './typed-words.ts';

/** Commands, parameters and values, as they are on the platform of the block. */
export function suggestPowerShell(
  offset: number,
  { platform, code }: CodePlace,
  catalogue: Catalogue,
): CodeSuggestions | undefined {
  const own = powershellPlatformIds.find((id) => id === platform);
  const words = own && wordsBefore(code.text, offset);
  if (!words) return undefined;
  const [name] = words.before;
  if (name === undefined) return suggestCommands(words, own, catalogue);
  const here = catalogue.command(name, own) ?? catalogue.command(catalogue.alias(name, own) ?? '', own);
  if (!here) return undefined;
  if (words.typed.startsWith('-')) return suggestParameters(words, here);
  const last = words.before.findLast((word) => word.startsWith('-') || !word.endsWith(','));
  const parameter = last?.startsWith('-') ? parameterOf(last, here) : undefined;
  if (parameter && parameter.type !== 'SwitchParameter') return suggestValues(words, parameter);
  return words.typed === '' ? suggestParameters(words, here) : undefined;
}

function suggestCommands(
  { typed, start }: TypedWords,
  platform: PowerShellPlatform,
  catalogue: Catalogue,
): CodeSuggestions | undefined {
  if (!/^[a-z]/i.test(typed)) return undefined;
  const beginning = typed.toLowerCase();
  const bit = platformBit(platform);
  const found = catalogue.names.flatMap((name): CodeSuggestion[] => {
    if (!name.toLowerCase().startsWith(beginning)) return [];
    const place = catalogue.find(name).find(({ mask }) => mask & bit);
    return place ? [{ label: place.name, kind: 'command', detail: place.module, rank: 0 }] : [];
  });
  return firstSuggestions(start, found);
}

function suggestParameters({ before, typed, start }: TypedWords, here: CommandHere): CodeSuggestions {
  const given = new Set(
    before.slice(1).flatMap((word) => (word.startsWith('-') ? (parameterOf(word, here) ?? []) : [])),
  );
  const beginning = typed.slice(1).toLowerCase();
  const sets = here.sets
    .map((_, index) => index)
    .filter((index) => [...given].every(({ common, places }) => common || places.has(index)));
  const found = [...here.parameters.values()].flatMap((parameter): CodeSuggestion[] => {
    const { name, type, common, places } = parameter;
    const fits = common || sets.length === 0 || sets.some((index) => places.has(index));
    if (given.has(parameter) || !fits || !name.toLowerCase().startsWith(beginning)) return [];
    const isMandatory = sets.length > 0 && sets.every((index) => places.get(index)?.mandatory);
    return [
      {
        label: `-${name}`,
        kind: 'parameter',
        detail: isMandatory ? `${type}, mandatory` : type,
        rank: isMandatory ? 0 : common ? 2 : 1,
      },
    ];
  });
  return firstSuggestions(start, found);
}

function suggestValues(
  { typed, start }: TypedWords,
  { type, values }: ParameterHere,
): CodeSuggestions | undefined {
  const names =
    values?.names ?? (/^(?:Boolean|Nullable\[Boolean\])$/.test(type) ? ['$true', '$false'] : undefined);
  if (!names) return undefined;
  // Of a list the last part is being typed.
  const part = typed.slice(typed.lastIndexOf(',') + 1);
  const beginning = part.replace(/^['"]/, '').toLowerCase();
  const found = names
    .filter((name) => name.toLowerCase().startsWith(beginning))
    .map((name, index): CodeSuggestion => ({ label: name, kind: 'value', detail: type, rank: index }));
  const quote = /^['"]/.test(part) ? 1 : 0;
  return firstSuggestions(start + typed.length - part.length + quote, found);
}

/** By its name, an alias or a clear beginning of one. */
function parameterOf(word: string, { byName }: CommandHere): ParameterHere | undefined {
  const name = word.slice(1).replace(/:.*$/s, '').toLowerCase();
  if (name === '') return undefined;
  const exact = byName.get(name);
  if (exact) return exact;
  const meant = new Set([...byName].flatMap(([key, parameter]) => (key.startsWith(name) ? [parameter] : [])));
  return meant.size === 1 ? [...meant][0] : undefined;
}
