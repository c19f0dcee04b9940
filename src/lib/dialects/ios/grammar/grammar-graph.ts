import { commandFacts, tableOf } from '../tables/tables.ts';
import type { IosCommandFacts, IosPlatform, ModeId } from '../tables/table-format.ts';
import type { ArgumentSpec, SyntaxTerm } from './syntax.ts';
import { parseSyntax } from './syntax.ts';

/** One way to type a command: as it is, or its `no` or `default` form. */
export interface Form {
  readonly facts: IosCommandFacts;
  readonly negation: 'no' | 'default' | undefined;
  /** The keywords before its first argument or choice, without `no`: `switchport mode`. */
  readonly path: readonly string[];
}

/** What may follow the words typed so far, over all commands that begin so. */
export interface GrammarState {
  readonly keywords: ReadonlyMap<string, GrammarState>;
  readonly args: readonly { readonly argument: ArgumentSpec; readonly next: GrammarState }[];
  /** The forms that are complete here. */
  readonly ends: readonly Form[];
  /** The forms that are still possible here. */
  readonly forms: readonly Form[];
}

const starts = new Map<string, GrammarState>();

/** Where every line of a mode starts. Built on first use from the tables, which never change. */
export function startOf(platform: IosPlatform, mode: ModeId): GrammarState {
  const key = `${platform} ${mode}`;
  let start = starts.get(key);
  if (!start) {
    start = createPositions()(formsOf(platform, mode).map(({ form, syntax }) => nodeOf(form, syntax)));
    starts.set(key, start);
  }
  return start;
}

/** A place in one form's syntax. */
interface GraphNode {
  readonly id: number;
  readonly form: Form;
  readonly edges: readonly Edge[];
  readonly end: boolean;
}
type Edge =
  | { readonly word: string; readonly argument?: never; readonly to: GraphNode }
  | { readonly word?: never; readonly argument: ArgumentSpec; readonly to: GraphNode };

let nodeCount = 0;

function formsOf(platform: IosPlatform, mode: ModeId): { form: Form; syntax: SyntaxTerm }[] {
  const forms: { form: Form; syntax: SyntaxTerm }[] = [];
  const table = tableOf(platform);
  for (const facts of commandFacts) {
    if (!facts.platforms.includes(table) || !facts.modes.includes(mode)) continue;
    const whole = parseSyntax(facts.syntax);
    const path = leadingKeywords(whole);
    forms.push({ form: { facts, negation: undefined, path }, syntax: whole });
    const without = (facts.no ?? []).map((text) => parseSyntax(text.replace(/^no /, '')));
    if (without.length > 0 && !facts.noWithoutValues) without.push(whole);
    for (const syntax of without) {
      for (const negation of facts.resettable && table !== 'sg300'
        ? (['no', 'default'] as const)
        : ['no' as const]) {
        const parts: SyntaxTerm[] = [{ kind: 'keyword', word: negation }, syntax];
        forms.push({ form: { facts, negation, path }, syntax: { kind: 'sequence', parts } });
      }
    }
  }
  return forms;
}

function leadingKeywords(syntax: SyntaxTerm): string[] {
  if (syntax.kind === 'keyword') return [syntax.word];
  if (syntax.kind !== 'sequence') return [];
  const words: string[] = [];
  for (const part of syntax.parts) {
    if (part.kind !== 'keyword') break;
    words.push(part.word);
  }
  return words;
}

function nodeOf(form: Form, syntax: SyntaxTerm): GraphNode {
  return build(syntax, { id: nodeCount++, form, edges: [], end: true });
}

/** The node from which `syntax` leads to `next`. */
function build(syntax: SyntaxTerm, next: GraphNode): GraphNode {
  switch (syntax.kind) {
    case 'keyword':
      return { id: nodeCount++, form: next.form, edges: [{ word: syntax.word, to: next }], end: false };
    case 'argument':
      return {
        id: nodeCount++,
        form: next.form,
        edges: [{ argument: syntax.argument, to: next }],
        end: false,
      };
    case 'sequence':
      return syntax.parts.reduceRight((after, part) => build(part, after), next);
    case 'choice':
      return either(syntax.parts.map((part) => build(part, next)));
    case 'optional':
      return either([build(syntax.part, next), next]);
  }
}

function either(nodes: readonly GraphNode[]): GraphNode {
  return {
    id: nodeCount++,
    form: nodes[0]!.form,
    edges: nodes.flatMap(({ edges }) => edges),
    end: nodes.some(({ end }) => end),
  };
}

/** Positions are sets of nodes, made once each. What may follow is made when it is asked for: of thousands few are ever met. */
function createPositions(): (nodes: readonly GraphNode[]) => GrammarState {
  const known = new Map<string, GrammarState>();
  const positionOf = (nodes: readonly GraphNode[]): GrammarState => {
    const unique = [...new Map(nodes.map((node) => [node.id, node])).values()].sort((a, b) => a.id - b.id);
    const key = unique.map(({ id }) => id).join(' ');
    const made = known.get(key);
    if (made) return made;
    let next: ReturnType<typeof following> | undefined;
    const position: GrammarState = {
      get keywords() {
        return (next ??= following(unique, positionOf)).keywords;
      },
      get args() {
        return (next ??= following(unique, positionOf)).args;
      },
      ends: unique.filter(({ end }) => end).map(({ form }) => form),
      forms: [...new Set(unique.map(({ form }) => form))],
    };
    known.set(key, position);
    return position;
  };
  return positionOf;
}

function following(
  nodes: readonly GraphNode[],
  positionOf: (nodes: readonly GraphNode[]) => GrammarState,
): Pick<GrammarState, 'keywords' | 'args'> {
  const words = new Map<string, GraphNode[]>();
  const args = new Map<string, { argument: ArgumentSpec; nodes: GraphNode[] }>();
  for (const { edges } of nodes) {
    for (const { word, argument, to } of edges) {
      if (word !== undefined) {
        const targets = words.get(word);
        if (targets) targets.push(to);
        else words.set(word, [to]);
      } else {
        const { type, from, to: upTo } = argument;
        const alike = `${type} ${String(from)} ${String(upTo)}`;
        const known = args.get(alike);
        if (known) known.nodes.push(to);
        else args.set(alike, { argument, nodes: [to] });
      }
    }
  }
  return {
    keywords: new Map([...words].map(([word, targets]) => [word, positionOf(targets)])),
    args: [...args.values()]
      .toSorted((one, other) => breadth(one.argument) - breadth(other.argument))
      .map(({ argument, nodes: targets }) => ({ argument, next: positionOf(targets) })),
  };
}

/** What takes anything is tried last: a command that is known in part takes no line from one that is known in full. */
function breadth({ type }: ArgumentSpec): number {
  return type === 'line' ? 2 : type === 'word' ? 1 : 0;
}
