import { textsOf } from '../binding/arguments.ts';
import type { ArgumentBinding } from '../binding/binding.ts';

/** An LBFO team as far as the command that makes it tells. */
export interface Team {
  /** Of its network adapter, which is the team's own unless another is given. */
  readonly name: string;
  readonly members: readonly string[] | undefined;
  /** The switch it is plugged into has a part in it: LACP or a static channel. */
  readonly needsSwitch: boolean;
}

/** The team that `New-NetLbfoTeam` makes with these arguments; undefined where its name is only known when it runs. */
export function teamOf(all: readonly ArgumentBinding[]): Team | undefined {
  const texts = (name: string) => textsOf(all.find(({ parameter }) => parameter?.name === name)?.value);
  const name = texts('TeamNicName')?.[0] ?? texts('Name')?.[0];
  if (name === undefined) return undefined;
  return {
    name,
    members: texts('TeamMembers'),
    needsSwitch: /^(?:Lacp|Static)$/i.test(texts('TeamingMode')?.[0] ?? ''),
  };
}
