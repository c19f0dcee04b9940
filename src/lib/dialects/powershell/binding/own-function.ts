import { suggest } from '../../../diagnostics/suggest.ts';
import type { CommandNode } from '../syntax/tree.ts';
import type { BindingProblem } from './binding.ts';
import { unknownParameterRule } from './bind-problems.ts';
import { listedWith } from './listed-with.ts';
import type { Known } from './session.ts';

/** Parameters that every advanced function has, of whatever version; with those of SupportsShouldProcess and of transactions. */
const common = (
  'Verbose vb Debug db ErrorAction ea WarningAction wa InformationAction infa ProgressAction proga ErrorVariable ev WarningVariable wv ' +
  'InformationVariable iv OutVariable ov OutBuffer ob PipelineVariable pv WhatIf wi Confirm cf UseTransaction usetx'
).split(' ');

/** Names that a function of the guide's own is given, and that it does not take. */
export function checkOwnFunction(
  command: CommandNode,
  name: string,
  known: Known,
): readonly BindingProblem[] {
  const signature = known.signatures.get(name.toLowerCase());
  if (!signature || known.foreign) return [];
  const { parameters } = signature;
  const all = [...parameters, ...common].map((one) => one.toLowerCase());
  return command.elements.flatMap((element): BindingProblem[] => {
    if (element.kind !== 'parameter' || element.name === '-') return [];
    const written = element.name.toLowerCase();
    if (all.some((one) => one.startsWith(written))) return [];
    const near = suggest(element.name, parameters);
    return [
      {
        rule: unknownParameterRule,
        start: element.start,
        end: element.nameEnd,
        message: `${signature.name}, as it is defined in this guide, has no parameter -${element.name}.`,
        hint:
          near !== undefined
            ? `Did you mean -${near}?`
            : parameters.length > 0
              ? `It takes ${listedWith(
                  parameters.map((one) => `-${one}`),
                  'and',
                )}.`
              : 'It takes none but the common ones.',
        actual: `-${element.name}`,
        ...(near !== undefined
          ? { expected: `-${near}`, replace: { title: `Write -${near}`, text: `-${near}` } }
          : {}),
      },
    ];
  });
}
