import type { Diagnostic } from '../../src/lib/diagnostics/diagnostic.ts';
import type { BoundCommand as Ours, Command } from '../../src/lib/dialects/dialect.ts';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { Catalogue } from '../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { layoutOf } from '../../src/lib/dialects/powershell/binding/set-layout.ts';
import type { BoundCommand as Theirs } from './engine.ts';
import type { Verdict } from './records.ts';

const conversions = [
  'ParameterArgumentTransformationError',
  'ParameterArgumentValidationError',
  'CannotConvertArgument',
  'CannotConvertArgumentNoMessage',
];

/**
 * What the engine calls that which a rule finds. A rule of PowerShell that is not here finds what the engine, over stand-ins, has
 * no opinion on: style, and what a cmdlet itself refuses.
 */
const causes: Partial<Record<string, readonly string[]>> = {
  'powershell/unknown-command': ['CommandNotFoundException'],
  'powershell/wrong-platform': ['CommandNotFoundException', 'NamedParameterNotFound'],
  'powershell/unknown-parameter': ['NamedParameterNotFound'],
  'powershell/ambiguous-parameter': ['AmbiguousParameter'],
  'powershell/missing-value': ['MissingArgument'],
  'powershell/duplicate-parameter': ['ParameterAlreadyBound'],
  'powershell/unexpected-argument': ['PositionalParameterNotFound'],
  'powershell/parameter-set-conflict': ['AmbiguousParameterSet'],
  'powershell/missing-mandatory': ['MissingMandatoryParameter', 'AmbiguousParameterSet'],
  // Over stand-ins nobody can be asked.
  'powershell/will-ask': ['MissingMandatoryParameter', 'AmbiguousParameterSet'],
  'powershell/bad-enum': conversions,
  'powershell/bad-type': conversions,
  'powershell/out-of-range': conversions,
};

/** Rules of what should not stand there at all: the engine refuses it for any reason, or takes it for something else and binds it. */
function isOfTheText(rule: string): boolean {
  return (
    rule.startsWith('hygiene/') ||
    [
      'powershell/two-commands-on-one-line',
      'powershell/split-parameter',
      'powershell/broken-continuation',
      'powershell/not-splatted',
      'powershell/unquoted-argument',
    ].includes(rule)
  );
}

/** How our check and the engine stand to each other on one text. */
export type Agreement =
  /** Both accept it, or both refuse it for the same reason. */
  | 'same'
  /** Both refuse it, for different reasons. */
  | 'other reason'
  /** We report an error, and the engine has none. */
  | 'false error'
  /** The engine refuses it, and we report nothing. */
  | 'missed'
  /**
   * The engine's verdict is one on the stand-in and not on the command: its default set, by which sets are chosen, is not known, or what
   * one of its sets takes; or it is one on a value or object that only running brings.
   */
  | 'not judged';

/** Whether the engine, too, has an opinion on what a diagnostic finds. */
export function isTelling({ rule }: Diagnostic): boolean {
  return rule === 'powershell/syntax' || rule in causes;
}

/**
 * Whether the facts name the default set of every command, and list what each set takes; otherwise the engine may choose over stand-ins
 * as it would not over the commands.
 */
export function areSetsKnown(
  commands: readonly Command[],
  catalogue: Catalogue,
  platform: PowerShellPlatform,
): boolean {
  return commands.every(({ name }) => {
    const command = catalogue.command(name, platform);
    if (!command) return true;
    const { defaultUnknown, hasBareSet, bareDefault } = layoutOf(command);
    return !defaultUnknown && !hasBareSet && bareDefault === 0;
  });
}

/**
 * Holds our diagnostics of a text, parsing and binding alone, against the engine's verdict on it. `setsKnown`: of every command
 * in it.
 */
export function agreementOf(
  diagnostics: readonly Diagnostic[],
  { parses, errors }: Verdict,
  text: string,
  setsKnown: boolean,
): Agreement {
  // A fact that is not certain is told as a warning; where the engine refuses it, it was told all the same.
  const telling = diagnostics.filter((one) => isTelling(one) || isOfTheText(one.rule));
  const [first] = errors;
  if (!first) {
    const isFalse = telling.some(({ rule, severity }) => severity === 'error' && !isOfTheText(rule));
    return isFalse ? 'false error' : 'same';
  }
  const isSame = telling.some(
    ({ rule }) =>
      isOfTheText(rule) || (parses ? causes[rule]?.includes(first.id) : rule === 'powershell/syntax'),
  );
  if (isSame) return 'same';
  if (/^(?:AmbiguousParameterSet|MissingMandatoryParameter)$/.test(first.id) && !setsKnown)
    return 'not judged';
  if (isOfObjects(first, text) || isOfRunning(first, text)) return 'not judged';
  return telling.length === 0 ? 'missed' : 'other reason';
}

/** A refusal of an object that came down the pipeline, or of all sets because of it; it stands at the command and at no argument. */
function isOfObjects({ id, column }: Verdict['errors'][number], text: string): boolean {
  const isAtCommand = column !== undefined && /\|\s*$/.test(text.slice(0, column - 1));
  return (
    id.startsWith('InputObject') ||
    (id === 'AmbiguousParameterSet' && text.includes('|')) ||
    (conversions.includes(id) && isAtCommand)
  );
}

/** A conversion of a value that only running tells: a variable, or text with one in it. */
function isOfRunning({ id, column }: Verdict['errors'][number], text: string): boolean {
  if (!conversions.includes(id) || column === undefined || text.includes('\n')) return false;
  const value =
    /^(?:@\(.*?\)|"[^"]*"|'[^']*'|[^\s,]+(?:\s*,\s*[^\s,]+)*)/.exec(text.slice(column - 1))?.[0] ?? '';
  return !value.startsWith("'") && /\$(?!(?:true|false|null)\b)\w/i.test(value);
}

/**
 * Whether a command bound alike: the same parameters (the engine may have more, from the pipeline), and the same set where we name
 * one.
 */
export function isBoundAlike(ours: Ours, theirs: Theirs, piped: boolean): boolean {
  // Of a value that may be one parameter's or another's we claim nothing.
  const own = new Set(ours.arguments.flatMap(({ parameter }) => parameter?.toLowerCase() ?? []));
  const open = ours.arguments.filter(({ parameter }) => parameter === undefined).length;
  const known = new Set(theirs.parameters.map((name) => name.toLowerCase()));
  const sets = [ours.parameterSet, theirs.set].map((set) => set?.toLowerCase());
  const isSetKnown = ours.parameterSet !== undefined && !/^(?:__AllParameterSets$|#)/.test(theirs.set);
  if (isSetKnown && sets[0] !== sets[1]) return false;
  if (![...own].every((name) => known.has(name))) return false;
  return piped || own.size + open === known.size;
}
