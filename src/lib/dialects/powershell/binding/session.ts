import type { PowerShellPlatform } from '../platforms.ts';
import { powershellVersion } from '../catalogue/versions.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FunctionSignature } from './function-signatures.ts';
import { signatureOf } from './function-signatures.ts';
import { modulesBroughtBy, shadowedBy, shadowedByCommand } from './imported-modules.ts';
import type { Environment } from '../evaluation/value.ts';
import { noteTable } from './splat-tables.ts';
import { parse } from '../syntax/parse.ts';
import type { Hashtable, Node } from '../syntax/tree.ts';
import { walk } from '../syntax/walk.ts';
import type { WrittenTexts } from './written-files.ts';
import { filesLoadedBy, noteWritten, textsBroughtBy } from './written-files.ts';

/** What commands defined so far on a device, by lower-case name. */
export interface Known {
  readonly functions: ReadonlyMap<string, string>;
  /** Of those that refuse what they do not name; undefined where one is defined twice, or takes anything. */
  readonly signatures: ReadonlyMap<string, FunctionSignature | undefined>;
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
  /** Script files that blocks have written, and texts that they keep in variables. */
  readonly written: {
    readonly [Kind in keyof WrittenTexts]: ReadonlyMap<
      string,
      WrittenTexts[Kind] extends Map<string, infer V> ? V : never
    >;
  };
}

export function startSession(platform: PowerShellPlatform, isFile = false): PowerShellSession {
  return {
    platform,
    isFile,
    functions: new Map(),
    signatures: new Map(),
    aliases: new Map(),
    foreign: false,
    shadowed: new Set(),
    tables: new Map(),
    variables: new Map(),
    written: { files: new Map(), texts: new Map() },
  };
}

/**
 * The session with what `roots`, read from `text`, define: functions, filters, workflows, configurations, aliases set with plain words, modules, and
 * what is loaded of files that blocks have written; `required` are the modules that comments ask for.
 */
export function define(
  session: PowerShellSession,
  roots: readonly Node[],
  catalogue: Catalogue,
  text: string,
  required: readonly string[] = [],
): PowerShellSession {
  const shadowed = new Set(session.shadowed);
  const shadow = (module: string | undefined) => {
    if (module !== undefined) shadowed.add(module);
  };
  for (const module of required) shadow(shadowedBy(module));
  const functions = new Map(session.functions);
  const signatures = new Map(session.signatures);
  const aliases = new Map(session.aliases);
  const tables = new Map(session.tables);
  const written: WrittenTexts = {
    files: new Map(session.written.files),
    texts: new Map(session.written.texts),
  };
  const assigned = new Set<string>();
  let { foreign } = session;
  const name = (written: string, signature?: FunctionSignature) => {
    // `function global:Name` defines Name.
    const own = written.replace(/^(?:global|script|local|private):/i, '');
    const key = own.toLowerCase();
    signatures.set(key, functions.has(key) ? undefined : signature);
    functions.set(key, own);
  };
  const loadedBefore = new Set<string>();
  const visit = (node: Node, from: string, isOwn: boolean): boolean => {
    if (isOwn) {
      noteTable(node, tables, assigned);
      noteWritten(node, written);
    }
    for (const module of modulesBroughtBy(node)) shadow(shadowedBy(module));
    if (node.kind === 'function' && node.keyword !== 'method') name(node.name, signatureOf(node, from));
    else if (node.kind === 'block' && node.keyword === 'configuration') name(node.name);
    else if (node.kind === 'assignment' && node.target.kind === 'variable') {
      // `$function:Name = { … }`
      const drive = /^function:(.+)$/i.exec(node.target.name)?.[1];
      if (drive !== undefined) name(drive);
    } else if (node.kind === 'command') {
      const alias = definedAlias(node);
      if (alias) setAlias(aliases, alias);
      const item = functionItem(node);
      if (item !== undefined) name(item);
      shadow(shadowedByCommand(node));
    }
    for (const file of filesLoadedBy(node, written) ?? []) {
      const texts = textsBroughtBy(file, written);
      for (const one of texts ?? []) {
        if (loadedBefore.has(one)) continue;
        loadedBefore.add(one);
        for (const { statement } of parse(one, powershellVersion(session.platform)).statements)
          walk(statement, (inner) => visit(inner, one, false));
      }
      // What a file of somebody else's defines is not known.
      if (!texts) foreign ||= isForeign(file, node, catalogue.hasModule);
    }
    if (node.kind === 'command') foreign ||= importsUnknown(node);
    return true;
  };
  for (const root of roots) walk(root, (node) => visit(node, text, true));
  return { ...session, functions, signatures, aliases, foreign, shadowed, tables, written };
}

function setAlias(
  aliases: Map<string, string | undefined>,
  { name, target }: { readonly name: string; readonly target: string },
): void {
  const lower = name.toLowerCase();
  const same = !aliases.has(lower) || aliases.get(lower)?.toLowerCase() === target.toLowerCase();
  aliases.set(lower, same ? target : undefined);
}

/** `. .\helpers.ps1`, `Import-Module .\hns.psm1`, `Import-Module VMware.PowerCLI`, `using module ..\Lab.psd1`. */
function isForeign(file: string, node: Node, isModule: (name: string) => boolean): boolean {
  if (node.kind === 'command' && node.invocation === '.') return true;
  return file === '' || !isModule(file);
}

/** `Import-Module` of what only running tells, or of commands at another computer: `Import-PSSession $exchange`. */
function importsUnknown({ elements }: Extract<Node, { kind: 'command' }>): boolean {
  const [first, ...rest] = elements;
  if (first?.kind !== 'text') return false;
  if (/^(?:Import-PSSession|ipsn)$/i.test(first.value)) return true;
  return /^(?:Import-Module|ipmo)$/i.test(first.value) && rest.every(({ kind }) => kind === 'parameter');
}

/** `Set-Item -Path function:global:Name -Value { … }`. */
function functionItem({ elements }: Extract<Node, { kind: 'command' }>): string | undefined {
  const [first, ...rest] = elements;
  if (first?.kind !== 'text' || !/^(?:Set-Item|New-Item|si|ni)$/i.test(first.value)) return undefined;
  return rest.flatMap((one) =>
    one.kind === 'text' ? (/^function:\\?(.+)$/i.exec(one.value)?.[1] ?? []) : [],
  )[0];
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
