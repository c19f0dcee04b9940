import type { CodeToCompile } from '../../compiled-code.ts';
import type { PowerShellArgument, PowerShellCommand } from '../command.ts';
import { splattedFrom } from '../binding/arguments.ts';
import { parse } from '../syntax/parse.ts';
import type { ScriptTree } from '../syntax/parse.ts';
import { surroundingsIn } from '../syntax/quote.ts';
import type { Expression, Node } from '../syntax/tree.ts';
import type { CompiledArgument, CompiledCommand, CompiledScript, CompiledValue } from './compiled-script.ts';
import { anySign, mostPlaces, nodesOf, signOf } from './compiled-script.ts';
import { restoreTree } from './restore-tree.ts';

/**
 * Compiles the blocks of one device, in their order. Undefined for one that a value can change more of than a text, a number or a word: what
 * parses with a sign in the place of each value must be what parses with the values.
 */
export function compileScripts(
  blocks: readonly CodeToCompile[],
  version: number,
): readonly (CompiledScript | undefined)[] {
  const places = new Map<Node, readonly [block: number, node: number]>();
  // What another block than those that last has defined, nobody refers to behind it.
  let lasting = 0;
  return blocks.map((block) => {
    const index = block.lasts ? lasting++ : lasting;
    nodesOf(block.syntax as ScriptTree).forEach((node, number) => places.set(node, [index, number]));
    return compileScript(block, version, (node) => {
      const place = places.get(node);
      return place && [index - place[0], place[1]];
    });
  });
}

type FindNode = (node: Node) => readonly [before: number, node: number] | undefined;

function compileScript(block: CodeToCompile, version: number, find: FindNode): CompiledScript | undefined {
  const { code, places, values, commands, syntax } = block;
  if (places.length > mostPlaces || values.length < places.length || anySign.test(code.text))
    return undefined;
  const { text, signs } = withSigns(code.text, places);
  const script = parse(text, version);
  const read = syntax as ScriptTree;
  if (script.problems.length > 0 || read.problems.length > 0) return undefined;
  const { tokens: _, ...tree } = script;
  const toSigns = offsetsWithSigns(block, signs);
  const restored = restoreTree(tree, values);
  const { tokens: __, ...own } = read;
  if (JSON.stringify(restored) !== JSON.stringify(own)) return undefined;
  const around = surroundingsIn(
    script,
    signs.map((start) => ({ start, end: start + 1 })),
  );
  const listed = (commands as readonly PowerShellCommand[]).map((command) =>
    compileCommand(command, commands, { find, toSigns }),
  );
  if (!listed.every((command) => command !== undefined)) return undefined;
  return { tree, around: around.map((one) => one ?? null), commands: listed };
}

interface CompileContext {
  readonly find: FindNode;
  /** The offset with signs of one with values; undefined within a value. */
  readonly toSigns: (offset: number) => number | undefined;
}

function compileCommand(
  command: PowerShellCommand,
  all: readonly unknown[],
  { find, toSigns }: CompileContext,
): CompiledCommand | undefined {
  const { name, line, support, binds, piped, goesTo, isChanged, node, upstream } = command;
  const [start, end] = [toSigns(command.start), toSigns(command.end)];
  const list = command.arguments.map((argument) => compileArgument(argument, { find, toSigns }));
  const at = node && find(node);
  if (start === undefined || end === undefined || (node && at?.[0] !== 0)) return undefined;
  if (!list.every((argument) => argument !== undefined)) return undefined;
  return {
    name,
    line,
    start,
    end,
    support,
    binds,
    piped,
    goesTo,
    isChanged,
    node: at ? at[1] : null,
    upstream: upstream ? all.indexOf(upstream) : null,
    arguments: list,
  };
}

function compileArgument(
  { name, start, end, nameStart, nameEnd, value }: PowerShellArgument,
  { find, toSigns }: CompileContext,
): CompiledArgument | undefined {
  const offsets = [start, end, nameStart, nameEnd].map(toSigns);
  const at = value && compileValue(value, find);
  if (!offsets.every((offset) => offset !== undefined) || (value && !at)) return undefined;
  const [from, to, nameFrom, nameTo] = offsets as [number, number, number, number];
  return {
    name: name ?? null,
    start: from,
    end: to,
    nameStart: nameFrom,
    nameEnd: nameTo,
    value: at ?? null,
  };
}

function compileValue(value: Expression, find: FindNode): CompiledValue | undefined {
  if (value.kind === 'broken') return { before: 0, node: null, splatted: true };
  const from = splattedFrom(value);
  const at = find(from ?? value);
  return at && { before: at[0], node: at[1], splatted: from !== undefined };
}

/** The code with a sign at each place, and where the signs are. */
function withSigns(text: string, places: CodeToCompile['places']) {
  const signs: number[] = [];
  let signed = '';
  let done = 0;
  places.forEach(({ start, end }, index) => {
    signed += text.slice(done, start);
    signs.push(signed.length);
    signed += signOf(index);
    done = end;
  });
  return { text: signed + text.slice(done), signs };
}

/** The offset with signs of an offset with values; undefined within a value. */
function offsetsWithSigns({ values }: CodeToCompile, signs: readonly number[]) {
  return (offset: number): number | undefined => {
    let moved = 0;
    for (const [index, { start, end }] of values.entries()) {
      if (offset <= start) break;
      if (offset < end) return undefined;
      moved = end - (signs[index]! + 1);
    }
    return offset - moved;
  };
}
