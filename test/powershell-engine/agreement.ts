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
 * What the engine calls that which a rule finds. A rule of PowerShell that is not here finds what the engine, over stand-ins, has
 * no opinion on: style, and what a cmdlet itself refuses.
 */
const causes: Partial<Record<RuleId, readonly string[]>> = {
  'powershell/unknown-command': ['CommandNotFoundException'],
  'powershell/wrong-platform': ['CommandNotFoundException', 'NamedParameterNotFound'],
  'powershell/unknown-parameter': ['NamedParameterNotFound'],
  'powershell/ambiguous-parameter': ['AmbiguousParameter'],
  'powershell/missing-value': ['MissingArgument'],
  'powershell/duplicate-parameter': ['ParameterAlreadyBound'],
  'powershell/unexpected-argument': ['PositionalParameterNotFound'],
  'powershell/parameter-set-conflict': ['AmbiguousParameterSet'],
  'powershell/missing-mandatory': ['MissingMandatoryParameter', 'AmbiguousParameterSet'],
  'powershell/bad-enum': conversions,
  'powershell/bad-type': conversions,
  'powershell/out-of-range': conversions,
};

/** Rules of what should not stand there at all: the engine refuses it for any reason, or takes it for something else and binds it. */
function isOfTheText(rule: RuleId): boolean {
  return (
    rule.startsWith('hygiene/') ||
    rule === 'powershell/two-commands-on-one-line' ||
    rule === 'powershell/split-parameter'
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
  | 'missed';

/** Holds our diagnostics of a text, parsing and binding alone, against the engine's verdict on it. */
export function agreementOf(diagnostics: readonly Diagnostic[], { parses, errors }: Verdict): Agreement {
  // A fact that is not certain is told as a warning; where the engine refuses it, it was told all the same.
  const telling = diagnostics.filter(
    ({ rule }) => rule === 'powershell/syntax' || rule in causes || isOfTheText(rule),
  );
  const [first] = errors;
  if (!first) {
    const isFalse = telling.some(({ rule, severity }) => severity === 'error' && !isOfTheText(rule));
    return isFalse ? 'false error' : 'same';
  }
  if (telling.length === 0) return 'missed';
  const isSame = telling.some(
    ({ rule }) =>
      isOfTheText(rule) || (parses ? causes[rule]?.includes(first.id) : rule === 'powershell/syntax'),
  );
  return isSame ? 'same' : 'other reason';
}
