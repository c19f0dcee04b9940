import type { ScriptTree } from '../syntax/parse.ts';
import type { CommandNode, CommandParameter, Expression, Node, ValueElement } from '../syntax/tree.ts';
import { walk } from '../syntax/walk.ts';

/** What keeps a line from going on with the next one. */
export type ContinuationFault =
  /** Blanks stand behind the backtick. */
  | 'blanks'
  | 'comment'
  | 'blank-line'
  /** The sign of another shell, as the last word. */
  | 'foreign-sign'
  | 'semicolon'
  /** Nothing at all. */
  | 'missing'
  /** A backtick in the middle of a line, before a parameter. */
  | 'lost-break';

/** A place where a command was meant to go on. */
export interface ContinuationGap {
  readonly fault: ContinuationFault;
  /** From behind the last word that is meant to the first word of the next line. */
  readonly start: number;
  readonly end: number;
  /** What shows the fault: the backtick with its blanks, the comment, the sign; the word of the next line where nothing does. */
  readonly shown: { readonly start: number; readonly end: number };
  readonly comments: readonly { readonly start: number; readonly end: number }[];
  /** The word that PowerShell takes for a command; undefined where a value follows, which it prints. */
  readonly word: string | undefined;
}

/** A command that was meant to stand on several lines, of which PowerShell reads the first alone. */
export interface BrokenCommand {
  /** As its author meant it. */
  readonly joined: CommandNode;
  readonly gaps: readonly ContinuationGap[];
}

export interface BrokenCommands {
  /** By the command as it was read. */
  readonly of: ReadonlyMap<Node, BrokenCommand>;
  /** What was read as commands and values of their own, by the command that each belongs to. */
  readonly parts: ReadonlyMap<Node, CommandNode>;
}

/** A line that begins with a dash, or one behind a backtick that continues nothing; for a quick look. */
const suspicious = /^[ \t]*-[A-Za-z_?]|`-[A-Za-z]|`[ \t]+(?:#.*)?$|`\r?\n[ \t]*(?:#.*)?\r?$/m;

const nothingBroken: BrokenCommands = { of: new Map(), parts: new Map() };

/** Finds the commands whose continuation is broken: a line begins with a parameter, or a value stands alone behind a backtick. */
export function findBrokenCommands({ statements, comments }: ScriptTree, text: string): BrokenCommands {
  if (!suspicious.test(text)) return nothingBroken;
  const commands: CommandNode[] = [];
  const parts: CommandPart[] = [];
  const of = new Map<Node, { joined: CommandNode; gaps: ContinuationGap[] }>();
  for (const { statement, trust } of statements) {
    if (trust !== 'sound') continue;
    walk(statement, (node) => {
      if (node.kind === 'block' && node.keyword === 'configuration') return false;
      if (node.kind === 'command') {
        commands.push(node);
        const part = ofParameter(node);
        if (part) parts.push(part);
        const torn = withoutBackticks(node, text);
        if (torn) of.set(node, torn);
      } else if (node.kind === 'pipeline' && node.elements.length === 1) {
        const part = ofValue(node.elements[0]!);
        if (part) parts.push(part);
      }
      return true;
    });
  }
  const roots = new Map<Node, CommandNode>();
  const byEnd = commands.toSorted((a, b) => a.end - b.end);
  let next = 0;
  for (const part of parts.toSorted((a, b) => a.node.start - b.node.start)) {
    while (next < byEnd.length && byEnd[next]!.end <= part.node.start) next++;
    const before = byEnd[next - 1];
    const root = before && (roots.get(before) ?? before);
    // A value that was joined is no command, and stands behind the last one.
    const known = root && of.get(root);
    const meant = known?.joined ?? root;
    const gap = meant && gapBetween(meant, part, text, comments);
    if (!meant || !gap) continue;
    roots.set(part.node, root!);
    const elements = gap.fault === 'foreign-sign' ? meant.elements.slice(0, -1) : meant.elements;
    const joined: CommandNode = { ...meant, elements: [...elements, ...part.elements], end: part.node.end };
    of.set(root!, { joined, gaps: [...(known?.gaps ?? []), gap] });
  }
  return { of, parts: roots };
}

interface CommandPart {
  readonly node: CommandNode | ValueElement;
  readonly word: string | undefined;
  readonly elements: CommandNode['elements'];
}

/** ``-Name a `-Generation 2``: the line break behind the backtick was lost, and the dash is a character like any other. */
function withoutBackticks(
  node: CommandNode,
  text: string,
): { joined: CommandNode; gaps: ContinuationGap[] } | undefined {
  const gaps: ContinuationGap[] = [];
  const elements = node.elements.map((element, index): CommandNode['elements'][number] => {
    const { start, end } = element;
    if (index === 0 || element.kind !== 'text' || element.quote !== 'bare') return element;
    const name = /^`-([A-Za-z]\w*)$/.exec(text.slice(start, end))?.[1];
    if (name === undefined) return element;
    const shown = { start, end };
    gaps.push({ fault: 'lost-break', start, end: start + 1, shown, comments: [], word: undefined });
    return { kind: 'parameter', name, start: start + 1, nameEnd: end, end, value: undefined };
  });
  return gaps.length > 0 ? { joined: { ...node, elements }, gaps } : undefined;
}

/** `-Generation 2` at the beginning of a statement. */
function ofParameter(node: CommandNode): CommandPart | undefined {
  const [name, ...rest] = node.elements;
  const [, word, colon] = (name?.kind === 'text' && /^-([A-Za-z_?][^:]*)(:?)$/.exec(name.value)) || [];
  if (word === undefined || node.invocation || name?.kind !== 'text' || name.quote !== 'bare')
    return undefined;
  const value = colon === '' ? undefined : rest.find((one): one is Expression => one.kind !== 'parameter');
  const parameter: CommandParameter = {
    kind: 'parameter',
    name: word,
    start: name.start,
    nameEnd: name.start + 1 + word.length,
    end: value?.end ?? name.end,
    value,
  };
  return { node, word: `-${word}`, elements: [parameter, ...rest.filter((one) => one !== value)] };
}

function ofValue(node: CommandNode | ValueElement): CommandPart | undefined {
  if (node.kind !== 'value' || node.redirections.length > 0) return undefined;
  const { expression } = node;
  const isPlain = ['text', 'number', 'variable', 'array', 'hashtable', 'parentheses'].includes(
    expression.kind,
  );
  return isPlain ? { node, word: undefined, elements: [expression] } : undefined;
}

function gapBetween(
  before: CommandNode,
  { node, word }: CommandPart,
  text: string,
  comments: ScriptTree['comments'],
): ContinuationGap | undefined {
  const within = comments.filter(({ start, end }) => start >= before.end && end <= node.start);
  let raw = text.slice(before.end, node.start);
  for (const { start, end } of within)
    raw = raw.slice(0, start - before.end) + '#'.repeat(end - start) + raw.slice(end - before.end);
  if (!raw.includes('\n') || !/^[\s`;#]*$/.test(raw)) return undefined;
  const last = before.elements.at(-1)!;
  const isForeign = last.kind === 'text' && last.quote === 'bare' && /^[\\^]$/.test(last.value);
  const at = (found: RegExpExecArray | null) =>
    found && { start: before.end + found.index, length: found[0].length };
  const tick = at(/`/.exec(raw));
  const blanks = at(/`[^\S\r\n]+(?=\r?\n)/.exec(raw));
  const semicolon = at(/;/.exec(raw));
  // A value is only known to belong to the command where a backtick says so.
  if (word === undefined && !tick && !isForeign) return undefined;
  const comment = within[0];
  const [fault, shown]: [ContinuationFault, { start: number; end: number }] =
    comment && tick
      ? ['comment', comment]
      : blanks
        ? ['blanks', { start: blanks.start, end: blanks.start + blanks.length }]
        : tick
          ? ['blank-line', { start: tick.start, end: tick.start + 1 }]
          : isForeign
            ? ['foreign-sign', last]
            : semicolon
              ? ['semicolon', { start: semicolon.start, end: semicolon.start + 1 }]
              : ['missing', { start: node.start, end: node.start + (word?.length ?? 1) }];
  const start = isForeign && !tick ? (before.elements.at(-2)?.end ?? before.end) : before.end;
  const { start: from, end: to } = shown;
  return { fault, start, end: node.start, shown: { start: from, end: to }, comments: within, word };
}
