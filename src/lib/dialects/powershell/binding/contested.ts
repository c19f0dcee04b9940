import { contestedFacts } from '../catalogue/overrides/contested-facts.ts';
import type { Binding, BindingProblem } from './binding.ts';

const byCommand = new Map(
  Object.entries(contestedFacts).map(([command, facts]) => [
    command.toLowerCase(),
    new Set(facts.toLowerCase().split(' ')),
  ]),
);

/**
 * The binding of a command without what speaks against it by facts that are contested: nothing is wrong where the sources
 * contradict each other, and what is left is not known.
 */
export function withoutContested(command: string, binding: Binding): Binding {
  const contested = byCommand.get(command.toLowerCase());
  if (!contested || binding.problems.length === 0) return binding;
  const problems = binding.problems.filter((problem) => {
    const facts = factsOf(problem, argumentAt(problem, binding));
    return facts.length === 0 || !facts.every((fact) => contested.has(fact.toLowerCase()));
  });
  return problems.length === binding.problems.length ? binding : { ...binding, problems, known: false };
}

/** What a problem says of which argument: enough to know the facts that it stands on. */
export interface Contestable {
  readonly rule: string;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
}

/** The facts that a problem stands on, as the list of what is contested has them; `parameter` is the one whose value it is about. */
export function factsOf(
  { rule, expected = '', actual = '' }: Contestable,
  parameter: string | undefined,
): readonly string[] {
  switch (rule.replace('powershell/', '')) {
    case 'missing-mandatory':
      return expected.split(' ').map((name) => name.replace('-', '!'));
    case 'unknown-parameter':
    case 'wrong-platform':
      return actual.startsWith('-') ? actual.split(' ') : [];
    case 'parameter-set-conflict':
      return [`*${parameter ?? ''}`];
    case 'duplicate-parameter':
      return parameter === undefined ? [] : [`&${parameter}`];
    case 'unexpected-argument':
      return ['+'];
    case 'bad-enum':
    case 'bad-type':
      return parameter === undefined ? [] : [`=${parameter}`];
    default:
      return [];
  }
}

function argumentAt({ start, end }: BindingProblem, { arguments: given }: Binding): string | undefined {
  return given.find((one) => one.start <= start && end <= one.end)?.parameter?.name;
}
