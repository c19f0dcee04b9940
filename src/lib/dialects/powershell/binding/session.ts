import type { PowerShellPlatform } from '../platforms.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { modulesBroughtBy, shadowedBy, shadowedByCommand } from './imported-modules.ts';
import type { Environment } from '../evaluation/value.ts';
import { noteTable } from './splat-tables.ts';
import type { Hashtable, Node } from '../syntax/tree.ts';
import { walk } from '../syntax/walk.ts';

/** What commands defined so far on a device, by lower-case name. */
export interface Known {
  readonly functions: ReadonlyMap<string, string>;
  /** Undefined where an alias is set to more than one thing. */
  readonly aliases: ReadonlyMap<string, string | undefined>;
  /** A script was dot-sourced or a module of no known name imported: what it defines is not known. */
  readonly foreign: boolean;
  /** Modules of the catalogue, in lower case, whose names another module that is there has as well. */
  readonly shadowed: ReadonlySet<string>;
}

/** What a block leaves behind for the next one on the same device. */
export interface PowerShellSession extends Known {
  readonly platform: PowerShellPlatform;
  /** What is read is a whole file, and no block of a guide, which a line break follows. */
  readonly isFile: boolean;
  /** Variables that hold a hashtable, by lower-case name; undefined where only running tells what they hold. */
  readonly tables: ReadonlyMap<string, Hashtable | undefined>;
  /** What variables hold for certain after the last block. */
  readonly variables: Environment;
}

export function startSession(platform: PowerShellPlatform, isFile = false): PowerShellSession {
  return {
    platform,
    isFile,
    functions: new Map(),
    aliases: new Map(),
    foreign: false,
    shadowed: new Set(),
    tables: new Map(),
    variables: new Map(),
  };
}

/**
 * The session with what `roots` define: functions, filters, workflows, configurations, aliases set with plain words, modules; `required`
 * are the modules that comments ask for.
 */
export function define(
  session: PowerShellSession,
  roots: readonly Node[],
  catalogue: Catalogue,
  required: readonly string[] = [],
): PowerShellSession {
  const shadowed = new Set(session.shadowed);
  const shadow = (module: string | undefined) => {
    if (module !== undefined) shadowed.add(module);
  };
  for (const module of required) shadow(shadowedBy(module));
  const functions = new Map(session.functions);
  const aliases = new Map(session.aliases);
  const tables = new Map(session.tables);
  const assigned = new Set<string>();
  let { foreign } = session;
  for (const root of roots) {
    walk(root, (node) => {
      noteTable(node, tables, assigned);
      for (const module of modulesBroughtBy(node)) shadow(shadowedBy(module));
      if (node.kind === 'function' && node.keyword !== 'method') {
        // `function global:Name` defines Name.
        const name = node.name.replace(/^(?:global|script|local|private):/i, '');
        functions.set(name.toLowerCase(), name);
      } else if (node.kind === 'block' && node.keyword === 'configuration') {
        functions.set(node.name.toLowerCase(), node.name);
      } else if (node.kind === 'command') {
        const alias = definedAlias(node);
        if (alias) setAlias(aliases, alias);
        shadow(shadowedByCommand(node));
        foreign ||= bringsUnknown(node, catalogue.hasModule);
      }
      return true;
    });
  }
  return { ...session, functions, aliases, foreign, shadowed, tables };
}

function setAlias(
  aliases: Map<string, string | undefined>,
  { name, target }: { readonly name: string; readonly target: string },
): void {
  const lower = name.toLowerCase();
  const same = !aliases.has(lower) || aliases.get(lower)?.toLowerCase() === target.toLowerCase();
  aliases.set(lower, same ? target : undefined);
}

/** `. .\helpers.ps1`, `Import-Module .\hns.psm1`, `Import-Module VMware.PowerCLI`. */
function bringsUnknown(
  { invocation, elements }: Extract<Node, { kind: 'command' }>,
  isModule: (name: string) => boolean,
): boolean {
  const [first, ...rest] = elements;
  if (invocation === '.') return first?.kind !== 'script-block';
  if (first?.kind !== 'text' || !/^(?:Import-Module|ipmo)$/i.test(first.value)) return false;
  const names = rest.flatMap((element) =>
    element.kind === 'array' ? element.elements : element.kind === 'parameter' ? [] : [element],
  );
  return (
    names.length === 0 ||
    names.some((name) => name.kind !== 'text' || name.parts.length > 0 || !isModule(name.value))
  );
}

/** The alias that a command defines with plain words. */
export function definedAlias(
  command: Extract<Node, { kind: 'command' }>,
): { name: string; target: string } | undefined {
  const [first, ...rest] = command.elements;
  if (first?.kind !== 'text' || !/^(?:Set-Alias|New-Alias|sal|nal)$/i.test(first.value)) return undefined;
  const words: string[] = [];
  const named = new Map<string, string>();
  for (let at = 0; at < rest.length; at++) {
    const element = rest[at]!;
    if (element.kind === 'parameter') {
      const next = element.value ?? rest[at + 1];
      const isName = /^n(?:a(?:me?)?)?$/i.test(element.name);
      if ((isName || /^v(?:a(?:l(?:ue?)?)?)?$/i.test(element.name)) && next?.kind === 'text') {
        named.set(isName ? 'name' : 'value', next.value);
        if (!element.value) at++;
      }
    } else if (element.kind === 'text') words.push(element.value);
  }
  const name = named.get('name') ?? words.shift();
  const target = named.get('value') ?? words.shift();
  return name !== undefined && target !== undefined ? { name, target } : undefined;
}
