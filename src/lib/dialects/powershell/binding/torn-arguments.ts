import type { Edit } from '../../../diagnostics/diagnostic.ts';
import type { CommandCall } from '../lint/command-call.ts';
import type { CommandHere } from '../catalogue/command-here.ts';
import type { BindingProblem } from './binding.ts';
import { unexpectedRule, unknownParameterRule } from './bind-problems.ts';
import { findParameter } from './find-parameter.ts';

type WrittenElement = CommandCall['elements'][number];

/**
 * What is wrong with a command because a parameter and its value are parted by another sign than a blank, or by none; `problems` is what
 * else is told of it, and `text` what is checked. Where PowerShell takes a quote that touches a name, it is a warning.
 */
export function tornArgument(
  { resolution, elements }: CommandCall,
  problems: readonly BindingProblem[],
  text: string,
): BindingProblem | undefined {
  if (resolution.kind !== 'command') return undefined;
  const here = resolution.command;
  const isRefused = problems.some(({ severity = 'error' }) => severity === 'error');
  const touching = elements.flatMap((element) => touchingQuote(element, here, text) ?? [])[0];
  if (touching) return isRefused ? touching : { ...touching, severity: 'warning' };
  return isRefused ? equalsSigns(elements, here) : undefined;
}

/** `-VMName'srv01'`: after a quote PowerShell reads on, and what begins with a dash is text like any other. */
function touchingQuote(element: WrittenElement, here: CommandHere, text: string): BindingProblem | undefined {
  if (element.kind !== 'text' || element.quote !== 'bare') return undefined;
  const written = text.slice(element.start, element.end);
  const name = /^-([A-Za-z]\w*)['"]/.exec(written)?.[1];
  if (name === undefined || findParameter(name, here).kind !== 'one') return undefined;
  const at = element.start + 1 + name.length;
  return {
    rule: unexpectedRule,
    start: element.start,
    end: element.end,
    message: `\`${written}\` is one text for PowerShell, in which -${name} is no parameter.`,
    hint: `Put a blank between -${name} and its value.`,
    repair: { title: 'Put a blank between them', edits: [{ start: at, end: at, text: ' ' }] },
  };
}

const withoutSign = 'Put a blank between a parameter and its value, and no `=`.';

/** `-Name = a`, `Name = a`, `-Name=a`: all such places of a command are one mistake. */
function equalsSigns(elements: readonly WrittenElement[], here: CommandHere): BindingProblem | undefined {
  let first: BindingProblem | undefined;
  const edits: Edit[] = [];
  for (const [index, element] of elements.entries()) {
    if (index === 0) continue;
    const found = joined(element, here) ?? parted(element, elements[index + 1], elements[index + 2], here);
    if (!found) continue;
    first ??= found.problem;
    for (const edit of found.edits) edits.push(edit);
  }
  if (!first || edits.length === 0) return first;
  return { ...first, repair: { title: 'Write blanks in their place', edits } };
}

interface FoundSign {
  readonly problem: BindingProblem;
  readonly edits: readonly Edit[];
}

function joined(element: WrittenElement, here: CommandHere): FoundSign | undefined {
  if (element.kind !== 'parameter' || element.value) return undefined;
  const at = element.name.indexOf('=');
  if (at <= 0 || !isParameter(element.name.slice(0, at), here)) return undefined;
  const sign = element.start + 1 + at;
  const problem: BindingProblem = {
    rule: unknownParameterRule,
    start: element.start,
    end: element.nameEnd,
    message: `\`-${element.name}\` is the name of a parameter for PowerShell, as a whole.`,
    hint: withoutSign,
    actual: `-${element.name}`,
  };
  return { problem, edits: [{ start: sign, end: sign + 1, text: ' ' }] };
}

function parted(
  element: WrittenElement,
  sign: WrittenElement | undefined,
  value: WrittenElement | undefined,
  here: CommandHere,
): FoundSign | undefined {
  if (sign?.kind !== 'text' || sign.quote !== 'bare' || sign.value !== '=' || !value) return undefined;
  const isNamed = element.kind === 'parameter' && !element.value;
  const name = isNamed ? element.name : bareWord(element);
  if (name === undefined || !isParameter(name, here)) return undefined;
  const problem: BindingProblem = {
    rule: unexpectedRule,
    start: sign.start,
    end: sign.end,
    message: `\`=\` stands between ${isNamed ? '-' : ''}${name} and its value, and PowerShell takes it for a value itself.`,
    hint: isNamed ? withoutSign : `Write -${name}, and a blank in place of the \`=\`.`,
  };
  const dash = isNamed ? [] : [{ start: element.start, end: element.start, text: '-' }];
  return { problem, edits: [...dash, { start: sign.start, end: value.start, text: '' }] };
}

function bareWord(element: WrittenElement): string | undefined {
  return element.kind === 'text' && element.quote === 'bare' && element.parts.length === 0
    ? element.value
    : undefined;
}

function isParameter(name: string, here: CommandHere): boolean {
  const found = findParameter(name, here);
  return found.kind === 'one' && found.how !== 'prefix' && found.parameter.type !== 'SwitchParameter';
}
