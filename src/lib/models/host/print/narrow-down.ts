import type { KnownValue } from '../../../dialects/powershell/evaluation/value.ts';
import { valueOfStatement } from '../../../dialects/powershell/evaluation/value.ts';
import type { PowerShellCommand } from '../../../dialects/powershell/command.ts';
import type { HostCall } from '../call.ts';
import type { HostObject, Listing, ObjectValue } from './host-object.ts';
import { likePattern } from './like.ts';

/** `Where-Object`, with a property and an operator, or with a script block on `$_`. Undefined where it is not known which ones it lets through. */
export function whereObject(
  call: HostCall,
  command: PowerShellCommand,
  listing: Listing,
): Listing | undefined {
  const test = testOf(call, command);
  if (!test) return undefined;
  const isLet = new Map([...listing.objects, ...(listing.perhaps ?? [])].map((one) => [one, test(one)]));
  if ([...isLet.values()].includes(undefined)) return undefined;
  const kept = (objects: readonly HostObject[] = []) => objects.filter((one) => isLet.get(one));
  return { ...listing, objects: kept(listing.objects), perhaps: kept(listing.perhaps) };
}

/** `Sort-Object`. Undefined for texts of which the order depends on the language of Windows, and where it leaves the order open. */
export function sortObject(call: HostCall, listing: Listing): Listing | undefined {
  if (call.given.some((name) => !/^(?:Property|Descending)$/i.test(name))) return undefined;
  const names = call.texts('Property');
  if (!names || (listing.perhaps?.length ?? 0) > 0) return undefined;
  const keyed = listing.objects.map((object) => ({
    object,
    keys: names.map((name) => sortKey(object.get(name.toLowerCase())?.value)),
  }));
  if (keyed.length > 1 && keyed.some(({ keys }) => keys.includes(undefined))) return undefined;
  let isOpen = false;
  const order = (a: (typeof keyed)[number], b: (typeof keyed)[number]): number => {
    for (const at of names.keys()) {
      const found = compare(a.keys[at]!, b.keys[at]!);
      if (found === undefined) isOpen = true;
      if (found !== 0) return found ?? 0;
    }
    // Windows PowerShell does not keep the order of what is equal.
    isOpen ||= a !== b;
    return 0;
  };
  const sorted = [...keyed].sort(order);
  if (isOpen) return undefined;
  if (call.flag('Descending')) sorted.reverse();
  return { ...listing, objects: sorted.map(({ object }) => object), isOrdered: true };
}

/** `Select-Object -First`, `-Last` and `-Skip`: which ones, where their order is known. */
export function selectObject(call: HostCall, listing: Listing): Listing | undefined {
  if (!listing.isOrdered && listing.objects.length > 1) return undefined;
  const count = (name: string) => (call.has(name) ? Number(call.text(name) ?? NaN) : undefined);
  const [first, last, skip] = [count('First'), count('Last'), count('Skip')];
  if ([first, last, skip].some(Number.isNaN) || (listing.perhaps?.length ?? 0) > 0) return undefined;
  const rest = listing.objects.slice(skip ?? 0);
  const objects = first !== undefined ? rest.slice(0, first) : last !== undefined ? rest.slice(-last) : rest;
  return { ...listing, objects };
}

type Key = string | number | undefined;

function sortKey(value: ObjectValue | undefined): Key {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  // A hyphen within a word does not count.
  return typeof value === 'string'
    ? value.toLowerCase().replace(/(?<=[a-z0-9])-(?=[a-z0-9])/g, '')
    : undefined;
}

/** Undefined where the languages of Windows differ: they agree on blanks, parentheses, digits and the letters of English, in this order. */
function compare(one: string | number, other: string | number): number | undefined {
  if (typeof one === 'number' || typeof other === 'number') return Number(one) - Number(other);
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  if (at === one.length || at === other.length) return one.length - other.length;
  const order = ' ()0123456789abcdefghijklmnopqrstuvwxyz';
  const [a, b] = [order.indexOf(one[at]!), order.indexOf(other[at]!)];
  return a < 0 || b < 0 ? undefined : a - b;
}

type Test = (object: HostObject) => boolean | undefined;

function testOf(call: HostCall, command: PowerShellCommand): Test | undefined {
  const property = call.text('Property');
  if (property !== undefined) {
    const [operator, ...others] = call.given.filter((name) => !/^(?:Property|Value)$/i.test(name));
    const value = call.has('Value') ? call.value('Value') : true;
    const compare = operators[operator?.toLowerCase() ?? ''];
    if (!compare || others.length > 0 || value === undefined) return undefined;
    return (object) => compare(object.get(property.toLowerCase())?.value, value);
  }
  const block = command.arguments.find(({ name }) => name?.toLowerCase() === 'filterscript')?.value;
  if (block?.kind !== 'script-block' || block.block.statements.length !== 1) return undefined;
  const [statement] = block.block.statements;
  return (object) => {
    const known = new Map<string, KnownValue>();
    for (const [name, { value }] of object) if (value !== undefined && value !== null) known.set(name, value);
    const env = new Map<string, KnownValue>([
      ['_', known],
      ['psitem', known],
    ]);
    const found = statement && valueOfStatement(statement, env);
    return typeof found === 'boolean' ? found : undefined;
  };
}

const operators: Readonly<
  Record<string, (value: ObjectValue | undefined, other: KnownValue) => boolean | undefined>
> = {
  eq: (value, other) => same(value, other),
  ne: (value, other) => not(same(value, other)),
  like: (value, other) => like(value, other),
  notlike: (value, other) => not(like(value, other)),
};

function same(value: ObjectValue | undefined, other: KnownValue): boolean | undefined {
  if (value === undefined || value === null || typeof value === 'object' || typeof other === 'object')
    return undefined;
  return String(value).toLowerCase() === String(other).toLowerCase();
}

function like(value: ObjectValue | undefined, other: KnownValue): boolean | undefined {
  return typeof value === 'string' && typeof other === 'string' ? likePattern(other)(value) : undefined;
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
