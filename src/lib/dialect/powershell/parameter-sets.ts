import { isSplat, literalOf } from './arguments.ts';
import type { Problem } from './bind.ts';
import type { CommandHere, ParameterHere } from './catalogue.ts';
import { promptingCommands, takesRest } from './supplement.ts';
import type { CommandParameter, Expression } from './tree.ts';
import { checkValue } from './values.ts';

/** What was given by name, in order, and what without. */
export interface Given {
  readonly named: readonly { readonly parameter: ParameterHere; readonly element: CommandParameter }[];
  readonly positional: readonly Expression[];
  /** Objects come in from the command before. */
  readonly piped: boolean;
  /** Offsets of the command's name, for what is missing. */
  readonly start: number;
  readonly end: number;
}

/**
 * The first thing that keeps every parameter set from fitting: parameters that exclude each other, a value too many, a positional
 * value of the wrong kind, a mandatory parameter that is missing. Undefined where one fits, or where only running tells.
 */
export function checkSets(here: CommandHere, given: Given): Problem | undefined {
  if (here.sets.length === 0) return undefined;
  let possible = here.sets.map((_, index) => index);
  const before: ParameterHere[] = [];
  for (const { parameter, element } of given.named) {
    const left = possible.filter((set) => parameter.places.has(set));
    if (left.length === 0) return conflict(here, parameter, element, before);
    possible = left;
    if (!parameter.common) before.push(parameter);
  }
  const bound = new Set(given.named.map(({ parameter }) => parameter));
  const splat = given.positional.some(isSplat);
  if (splat) return undefined;
  const slots = possible.map((set) => slotsOf(here, set, bound));
  return (
    tooMany(here, given, slots) ??
    wrongKind(here, given, slots) ??
    missing(here, given, possible, slots, bound)
  );
}

interface Slots {
  /** Parameters that take a value by its position, in order. */
  readonly inOrder: readonly ParameterHere[];
  readonly takesRest: boolean;
}

function slotsOf(here: CommandHere, set: number, bound: ReadonlySet<ParameterHere>): Slots {
  const placed: { parameter: ParameterHere; position: number }[] = [];
  let rest = takesRest.has(here.name.toLowerCase());
  for (const parameter of here.parameters.values()) {
    const place = parameter.places.get(set);
    if (!place) continue;
    if (place.remaining) rest = true;
    if (place.position !== undefined && !bound.has(parameter))
      placed.push({ parameter, position: place.position });
  }
  placed.sort((a, b) => a.position - b.position);
  return { inOrder: placed.map(({ parameter }) => parameter), takesRest: rest };
}

function conflict(
  here: CommandHere,
  parameter: ParameterHere,
  element: CommandParameter,
  before: readonly ParameterHere[],
): Problem {
  // The nearest of those before that shares no set with it, else all of them together.
  const other = [...before]
    .reverse()
    .find((one) => ![...one.places.keys()].some((set) => parameter.places.has(set)));
  const names = other ? `-${other.name}` : before.map(({ name }) => `-${name}`).join(', ');
  return {
    rule: 'powershell/parameter-set-conflict',
    start: element.start,
    end: element.nameEnd,
    message: `-${parameter.name} of ${here.name} cannot be used together with ${names}.`,
    hint: `Remove one of them; see the ways to call it with \`Get-Command ${here.name} -Syntax\`.`,
  };
}

function tooMany(
  here: CommandHere,
  { positional, named }: Given,
  slots: readonly Slots[],
): Problem | undefined {
  if (slots.some((one) => one.takesRest)) return undefined;
  const most = Math.max(...slots.map(({ inOrder }) => inOrder.length));
  const extra = positional[most];
  if (!extra) return undefined;
  const literal = literalOf(extra);
  const shown =
    literal?.kind === 'text'
      ? `“${literal.value}”`
      : literal?.kind === 'number'
        ? literal.written
        : 'This value';
  const afterSwitch = literal?.kind === 'boolean' ? switchBefore(extra, named) : undefined;
  const takes =
    most === 0
      ? 'takes no value without the name of its parameter here'
      : `takes ${most === 1 ? 'one value' : `${most} values`} at most without the names of their parameters here`;
  return {
    rule: 'powershell/unexpected-argument',
    start: extra.start,
    end: extra.end,
    message: `${shown} is one too many: ${here.name} ${takes}.`,
    hint: afterSwitch
      ? `-${afterSwitch.name} is a switch: write it alone, or with a colon and no blank (-${afterSwitch.name}:$true).`
      : 'Write the parameter before it, put a comma between the values of a list, or put text with blanks in quotes.',
  };
}

/** The switch just before a `$true` that was meant for it. */
function switchBefore(value: Expression, named: Given['named']): ParameterHere | undefined {
  const before = named.filter(({ element }) => element.end <= value.start).at(-1);
  return before?.parameter.type === 'SwitchParameter' ? before.parameter : undefined;
}

/** A value is held against its parameter where every set that fits has the same one at its place. */
function wrongKind(here: CommandHere, { positional }: Given, slots: readonly Slots[]): Problem | undefined {
  const [first] = slots;
  if (!first) return undefined;
  for (const [index, value] of positional.entries()) {
    const parameter = first.inOrder[index];
    if (!parameter || !slots.every(({ inOrder }) => inOrder[index] === parameter)) return undefined;
    const problem = checkValue(here.name, parameter, value);
    if (problem) return problem;
  }
  return undefined;
}

function missing(
  here: CommandHere,
  given: Given,
  possible: readonly number[],
  slots: readonly Slots[],
  bound: ReadonlySet<ParameterHere>,
): Problem | undefined {
  if (promptingCommands.has(here.name.toLowerCase())) return undefined;
  let least: ParameterHere[] | undefined;
  for (const [index, set] of possible.entries()) {
    const filled = new Set(slots[index]!.inOrder.slice(0, given.positional.length));
    const lacking = [...here.parameters.values()].filter((parameter) => {
      const place = parameter.places.get(set);
      if (!place?.mandatory || bound.has(parameter) || filled.has(parameter)) return false;
      return !(given.piped && (place.fromPipeline || place.byPropertyName));
    });
    if (lacking.length === 0) return undefined;
    const isBetter =
      !least ||
      lacking.length < least.length ||
      (lacking.length === least.length && here.sets[set]!.isDefault);
    if (isBetter) least = lacking;
  }
  if (!least) return undefined;
  const names = least.map(({ name }) => `-${name}`);
  const list =
    names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]!}`;
  return {
    rule: 'powershell/missing-mandatory',
    start: given.start,
    end: given.end,
    message: `${here.name} needs ${list} here: a console would ask for ${names.length === 1 ? 'it' : 'them'}, and a script stops.`,
    hint: `Add ${list}.`,
    expected: names.join(' '),
  };
}
