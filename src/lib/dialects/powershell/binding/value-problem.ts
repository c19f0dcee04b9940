import type { Severity } from '../../../diagnostics/diagnostic.ts';
import type { PowerShellRuleId } from '../rules.ts';
import type { SingleLiteral } from './value-types.ts';

/** Why a value cannot be bound to a parameter. Offsets are those of the value. */
export interface ValueProblem {
  readonly rule: PowerShellRuleId;
  readonly severity?: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
  readonly expected?: string;
}

/** The value is of another type than the parameter. */
export function badType(
  { start, end }: { readonly start: number; readonly end: number },
  finding: Pick<ValueProblem, 'message' | 'hint' | 'expected'>,
): ValueProblem {
  return { rule: 'powershell/bad-type', start, end, ...finding };
}

/** A literal as a message shows it. */
export function shown(literal: SingleLiteral): string {
  switch (literal.kind) {
    case 'text':
      return `“${literal.value}”`;
    case 'number':
      return literal.written;
    case 'hashtable':
      return 'a hashtable';
    case 'script-block':
      return 'a script block';
    case 'some-text':
      return 'text';
    case 'boolean':
      return 'a Boolean';
    default:
      return 'this';
  }
}
