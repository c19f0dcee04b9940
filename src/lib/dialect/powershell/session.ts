import type { PlatformId } from '../platform.ts';
import type { Node } from './tree.ts';
import { walk } from './walk.ts';

/** What commands defined so far on a device, by lower-case name. */
export interface Known {
  readonly functions: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, string>;
}

/** What a block leaves behind for the next one on the same device. */
export interface PowerShellSession extends Known {
  readonly platform: PlatformId;
}

export function startSession(platform: PlatformId): PowerShellSession {
  return { platform, functions: new Map(), aliases: new Map() };
}

/** The session with what `roots` define: functions, filters, workflows, configurations, and aliases set with plain words. */
export function define(session: PowerShellSession, roots: readonly Node[]): PowerShellSession {
  const functions = new Map(session.functions);
  const aliases = new Map(session.aliases);
  for (const root of roots) {
    walk(root, (node) => {
      if (node.kind === 'function' && node.keyword !== 'method') {
        // `function global:Name` defines Name.
        const name = node.name.replace(/^(?:global|script|local|private):/i, '');
        functions.set(name.toLowerCase(), name);
      } else if (node.kind === 'block' && node.keyword === 'configuration') {
        functions.set(node.name.toLowerCase(), node.name);
      } else if (node.kind === 'command') {
        const alias = definedAlias(node);
        if (alias) aliases.set(alias.name.toLowerCase(), alias.target);
      }
      return true;
    });
  }
  return { ...session, functions, aliases };
}

function definedAlias(command: Extract<Node, { kind: 'command' }>): { name: string; target: string } | undefined {
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
