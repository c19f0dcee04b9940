import type { ParameterHere } from '../catalogue/parameter-here.ts';
import { computerName, computerNames, longestNetBiosName } from '../catalogue/overrides/computer-names.ts';
import type { ValueProblem } from './value-problem.ts';
import { concerns } from './value-types.ts';

/** What is wrong with the new name of a computer; undefined for every other parameter. */
export function checkComputerName(
  command: string,
  parameter: ParameterHere,
  text: string,
  bad: (what: string, hint: string) => ValueProblem,
): ValueProblem | undefined {
  if (!computerNames.some((one) => concerns(one, command, parameter))) return undefined;
  const what = 'the name of a computer';
  if (!computerName.test(text))
    return bad(what, 'Write letters, digits and hyphens, not digits alone, at most 63 of them.');
  if (text.length <= longestNetBiosName) return undefined;
  return {
    ...bad(
      what,
      `Shorten it to ${longestNetBiosName} characters, or add -Force where the shorter name is free.`,
    ),
    severity: 'warning',
    message: `“${text}” has ${text.length} characters: ${command} asks first, and NetBIOS knows the computer as “${text.slice(0, longestNetBiosName)}”.`,
    expected: `at most ${longestNetBiosName} characters`,
  };
}
