import type { CompiledCode, CompiledDialect, PlacedText, RestoredCode } from '../../compiled-code.ts';
import type { ValuePlace, WrittenValues } from '../../value-places.ts';
import { replacementsOf } from '../../value-places.ts';
import type { Slice } from '../../../source/slice.ts';
import { originRange, replaceInSlice } from '../../../source/slice.ts';
import type { PowerShellArgument, PowerShellCommand } from '../command.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import type { Environment } from '../evaluation/value.ts';
import { quoteValue } from '../syntax/quote-value.ts';
import type { CommandNode, Expression, Node } from '../syntax/tree.ts';
import { quotingHint } from '../powershell-id.ts';
import type { CompiledArgument, CompiledScript, CompiledValue } from './compiled-script.ts';
import { nodesOf } from './compiled-script.ts';
import { placingIn, restoreTree } from './restore-tree.ts';

/** What the blocks before have left behind. */
interface RestoredSession {
  /** What variables hold for certain. */
  readonly variables: Environment;
  /** The nodes of these blocks, the first block first. */
  readonly blocks: readonly (readonly Node[])[];
}

/** PowerShell of compiled blocks: without its catalogue, lexer and parser. */
export const compiledPowerShell: CompiledDialect<RestoredSession, PowerShellCommand> = {
  start: () => ({ variables: new Map(), blocks: [] }),
  restart: (session) => session,
  quotingHint,
  writeValues,
  restore,
};

function writeValues(code: Slice, places: readonly ValuePlace[], compiled: CompiledCode): WrittenValues {
  const { around } = compiled as CompiledScript;
  const written = places.map(({ value }, index) =>
    value === undefined ? undefined : quoteValue(value, around[index] ?? undefined),
  );
  return { slice: replaceInSlice(code, replacementsOf(places, written)), written };
}

function restore(
  code: Slice,
  values: readonly PlacedText[],
  compiled: CompiledCode,
  before: RestoredSession,
): RestoredCode<RestoredSession, PowerShellCommand> {
  const script = compiled as CompiledScript;
  const tree = restoreTree(script.tree, values);
  const blocks = [...before.blocks, nodesOf(tree)];
  const sound = tree.statements.filter(({ trust }) => trust === 'sound').map(({ statement }) => statement);
  const { runs, variables } = evaluate(sound, before.variables);
  const place = placingIn(values);
  const commands: PowerShellCommand[] = [];
  for (const { arguments: list, node, upstream, ...own } of script.commands) {
    const start = place(own.start);
    const end = place(own.end);
    const found = node === null ? undefined : (blocks.at(-1)![node] as CommandNode);
    commands.push({
      ...own,
      start,
      end,
      range: originRange(code, start, end),
      arguments: list.map((argument) => argumentOf(argument, code, { blocks, place })),
      node: found,
      upstream: upstream === null ? undefined : commands[upstream],
      runs: found && runs.get(found.start),
    });
  }
  return { commands, syntax: () => tree, session: { variables, blocks } };
}

function argumentOf(
  { name, value, ...own }: CompiledArgument,
  { text }: Slice,
  {
    blocks,
    place,
  }: { readonly blocks: RestoredSession['blocks']; readonly place: (offset: number) => number },
): PowerShellArgument {
  const start = place(own.start);
  const end = place(own.end);
  return {
    name: name ?? undefined,
    text: text.slice(start, end),
    start,
    end,
    value: value ? valueOf(value, blocks, { start, end }) : undefined,
    nameStart: place(own.nameStart),
    nameEnd: place(own.nameEnd),
  };
}

function valueOf(
  { before, node, splatted }: CompiledValue,
  blocks: RestoredSession['blocks'],
  at: { readonly start: number; readonly end: number },
): Expression {
  if (node === null) return { kind: 'broken', ...at };
  const value = blocks[blocks.length - 1 - before]![node] as Expression;
  return splatted ? { ...value, ...at } : value;
}
