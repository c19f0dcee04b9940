import type { Argument } from './advice/use.ts';
import { argumentsOf, textsOf } from './advice/use.ts';
import type { CommandHere } from './catalogue.ts';
import type { Command } from './tree.ts';

/** An LBFO team as far as the command that makes it tells. */
export interface Team {
  /** Of its network adapter, which is the team's own unless another is given. */
  readonly name: string;
  readonly members: readonly string[] | undefined;
  /** The switch it is plugged into has a part in it: LACP or a static channel. */
  readonly needsSwitch: boolean;
}

/** The team that `New-NetLbfoTeam …` makes; undefined where its name is only known when it runs. */
export function teamOf(command: Command, here: CommandHere): Team | undefined {
  const all = argumentsOf(command.elements, here);
  const positional = all.filter(({ element }) => !element);
  const value = (name: string, position: number): Argument['value'] =>
    all.find(({ parameter }) => parameter?.name === name)?.value ?? positional[position]?.value;
  const name = textsOf(value('TeamNicName', 2))?.[0] ?? textsOf(value('Name', 0))?.[0];
  if (name === undefined) return undefined;
  return {
    name,
    members: textsOf(value('TeamMembers', 1)),
    needsSwitch: /^(?:Lacp|Static)$/i.test(textsOf(value('TeamingMode', 3))?.[0] ?? ''),
  };
}
