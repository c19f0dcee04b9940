import type { Diagnostic } from '../../src/lib/diagnostics/diagnostic.ts';
import type { RuleId } from '../../src/lib/diagnostics/rules.ts';
import type { Verdict } from './records.ts';

const conversions = [
  'ParameterArgumentTransformationError',
  'ParameterArgumentValidationError',
  'CannotConvertArgument',
  'CannotConvertArgumentNoMessage',
];

/**
 * What the engine calls that which a rule finds. A rule that is not here finds what the engine, over stand-ins, has no opinion
 * on: characters, style, what a cmdlet itself refuses.
 */
const causes: Partial<Record<RuleId, readonly string[] | 'any'>> = {
  'powershell/unknown-command': ['CommandNotFoundException'],
  'powershell/wrong-platform': ['CommandNotFoundException', 'NamedParameterNotFound'],
  'powershell/unknown-parameter': ['NamedParameterNotFound'],
  'powershell/split-parameter': 'any',
  'powershell/ambiguous-parameter': ['AmbiguousParameter'],
  'powershell/missing-value': ['MissingArgument'],
  'powershell/duplicate-parameter': ['ParameterAlreadyBound'],
  'powershell/unexpected-argument': ['PositionalParameterNotFound'],
  'powershell/parameter-set-conflict': ['AmbiguousParameterSet'],
  'powershell/missing-mandatory': ['MissingMandatoryParameter', 'AmbiguousParameterSet'],
  'powershell/bad-enum': conversions,
  'powershell/bad-type': conversions,
  'powershell/out-of-range': conversions,
  // The line is read as arguments of the first command, and often enough binds.
  'powershell/two-commands-on-one-line': 'any',
};

/** How our check and the engine stand to each other on one text. */
export type Agreement =
  /** Both accept it, or both refuse it for the same reason. */
  | 'same'
  /** Both refuse it, for different reasons. */
  | 'other reason'
  /** We report an error, and the engine has none. */
  | 'false error'
  /** The engine refuses it, and we report nothing. */
  | 'missed';

/** Holds our diagnostics of a text, parsing and binding alone, against the engine's verdict on it. */
export function agreementOf(diagnostics: readonly Diagnostic[], { parses, errors }: Verdict): Agreement {
  // A fact that is not certain is told as a warning; where the engine refuses it, it was told all the same.
  const telling = diagnostics.filter(({ rule }) => rule === 'powershell/syntax' || rule in causes);
  const own = telling.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return own.some(({ rule }) => causes[rule] !== 'any') ? 'false error' : 'same';
  if (telling.length === 0) return 'missed';
  const isSame = telling.some(({ rule }) =>
    parses ? isCause(rule, first.id) : rule === 'powershell/syntax' || causes[rule] === 'any',
  );
  return isSame ? 'same' : 'other reason';
}

function isCause(rule: RuleId, id: string): boolean {
  const known = causes[rule];
  return known === 'any' || (known?.includes(id) ?? false);
}
