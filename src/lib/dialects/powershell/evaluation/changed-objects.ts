import type { CommandNode, Expression, Node, Pipeline, Statement } from '../syntax/tree.ts';
import { walk } from '../syntax/walk.ts';

/**
 * Commands whose objects are what they stand for: to set a property of one changes the machine at once, wherever the object is kept. Source:
 * Microsoft Learn, `(Get-Cluster).BlockCacheSize = 512`, `(Get-ClusterNetwork …).Name = …`, `$group.FailbackWindowStart = 1`.
 */
const live = /^Get-Cluster/i;

/** Methods that are called to change what they are called on. Source: the approved verbs of PowerShell; `Put` and `Delete` are WMI's. */
const changingMethod =
  /^(?:Add|Apply|Change|Clear|Close|Commit|Create|Delete|Disable|Enable|Format|Install|Invoke|Join|Kill|Move|Put|Reboot|Remove|Rename|Reset|Restart|Save|Set|Shutdown|Start|Stop|Terminate|Unjoin|Uninstall|Update|Win32Shutdown)/;

/**
 * The commands under `roots` that only look, and what they find is changed there: `(Get-X).Name = 'a'`, `(Get-X).Delete()`, and of live objects
 * by way of a variable, a loop or `ForEach-Object` as well.
 */
export function changedCommands(roots: readonly Node[]): ReadonlySet<Node> {
  const changed = new Set<Node>();
  /** What a variable was given, by lower-case name. */
  const givenBy = new Map<string, CommandNode[]>();
  const setOf = new Set<string>();
  const give = (name: string, value: Statement | undefined) => {
    const source = sourceOf(value);
    const key = name.toLowerCase();
    if (source) givenBy.set(key, [...(givenBy.get(key) ?? []), source]);
  };
  const change = (whole: Expression) => {
    const base = baseOf(whole);
    if (base === whole) return;
    if (base.kind === 'variable') setOf.add(base.name.toLowerCase());
    const source = base.kind === 'parentheses' ? sourceOf(base.content) : undefined;
    if (source) changed.add(source);
  };
  for (const root of roots) {
    walk(root, (node) => {
      if (node.kind === 'assignment') {
        if (node.target.kind === 'variable') give(node.target.name, node.value);
        change(node.target);
      } else if (node.kind === 'loop' && node.variable) give(node.variable.name, node.head[0]);
      else if (node.kind === 'member' && node.arguments && isChanging(node.member)) change(node);
      else if (node.kind === 'pipeline' && node.elements.slice(1).some(setsCurrent)) {
        const source = sourceOf(node);
        if (source && isLive(source)) changed.add(source);
      }
      return true;
    });
  }
  for (const name of setOf)
    for (const source of givenBy.get(name) ?? []) if (isLive(source)) changed.add(source);
  return changed;
}

/** What a property, a method or an element is asked of, at the bottom. */
function baseOf(whole: Expression): Expression {
  let base = whole;
  while (base.kind === 'member' || base.kind === 'index') base = base.target;
  return base;
}

/** The command that a pipeline begins with, where it begins with one. */
function sourceOf(statement: Statement | undefined): CommandNode | undefined {
  if (statement?.kind !== 'pipeline') return undefined;
  const [first] = statement.elements;
  if (first?.kind === 'command') return first;
  const base = first && baseOf(first.expression);
  return base?.kind === 'parentheses' ? sourceOf(base.content) : undefined;
}

function isLive({ elements }: CommandNode): boolean {
  const [name] = elements;
  return name?.kind === 'text' && live.test(name.value);
}

function isChanging(member: Expression): boolean {
  return member.kind === 'text' && changingMethod.test(member.value);
}

/** `ForEach-Object { $_.Name = 'a' }`. */
function setsCurrent(element: Pipeline['elements'][number]): boolean {
  if (element.kind !== 'command') return false;
  let found = false;
  for (const one of element.elements) {
    if (one.kind !== 'script-block') continue;
    walk(one, (node) => {
      const target = node.kind === 'assignment' ? node.target : undefined;
      const base = target && baseOf(target);
      found ||=
        base !== undefined &&
        base !== target &&
        base.kind === 'variable' &&
        /^(?:_|PSItem)$/i.test(base.name);
      return !found;
    });
  }
  return found;
}
