import type { BindingProblem } from '../binding/binding.ts';
import type { CommandNode, FlowStatement, Node } from '../syntax/tree.ts';
import { pushChildren } from '../syntax/walk.ts';

const rule = 'powershell/leaves-script';

/** Where in a block a statement stands, as far as it decides what `return`, `exit`, `break` and `continue` leave there. */
interface FlowContext {
  /** Runs as part of the block when the block does; false in a script block that something else runs, perhaps elsewhere. */
  readonly runsHere: boolean;
  /** In no function and no script block: `return` leaves the block itself. */
  readonly isOutermost: boolean;
  /** A loop, a `switch` or a trap is around it, or may be where it is called. */
  readonly inLoop: boolean;
  /** Of the loops around it; undefined where not all are known. */
  readonly labels: readonly string[] | undefined;
}

const outermost: FlowContext = { runsHere: true, isOutermost: true, inLoop: false, labels: [] };
const elsewhere: FlowContext = { runsHere: false, isOutermost: false, inLoop: true, labels: undefined };

/** Statements of a block that end more than they seem to: the block, or without a word the whole script of the bundle. */
export function checkLeaving(root: Node): BindingProblem[] {
  const problems: BindingProblem[] = [];
  const calledHere = new Set<Node>();
  const waiting: { readonly node: Node; readonly around: FlowContext }[] = [
    { node: root, around: outermost },
  ];
  const children: Node[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node } = next;
    if (node.kind === 'flow') for (const problem of leaving(node, next.around)) problems.push(problem);
    if (node.kind === 'command') for (const block of blocksCalledBy(node)) calledHere.add(block);
    const around = within(node, next.around, calledHere.has(node));
    pushChildren(node, children);
    for (const child of children) waiting.push({ node: child, around });
    children.length = 0;
  }
  return problems.sort((a, b) => a.start - b.start);
}

/** What is around the inside of a node. */
function within(node: Node, around: FlowContext, isCalledHere: boolean): FlowContext {
  switch (node.kind) {
    case 'loop':
    case 'switch': {
      const { label } = node;
      if (!around.labels || label === undefined) return { ...around, inLoop: true };
      return { ...around, inLoop: true, labels: [...around.labels, label.toLowerCase()] };
    }
    case 'script-block':
      return isCalledHere ? { ...around, isOutermost: false } : elsewhere;
    case 'function':
      return { ...around, isOutermost: false, inLoop: true, labels: undefined };
    case 'block':
      if (node.keyword === 'configuration') return elsewhere;
      return node.keyword === 'trap' ? { ...around, isOutermost: false, inLoop: true } : around;
    default:
      return around;
  }
}

/** Commands that run the script blocks they are given at once and in the script itself. */
const callers = /^(?:ForEach-Object|foreach|%|Where-Object|where|\?)$/i;

function blocksCalledBy({ invocation, elements }: CommandNode): readonly Node[] {
  const [first] = elements;
  if (first?.kind === 'script-block') return invocation === undefined ? [] : [first];
  if (first?.kind !== 'text' || !callers.test(first.value)) return [];
  return elements.flatMap((element) => (element.kind === 'parameter' ? (element.value ?? []) : element));
}

function leaving({ keyword, value, start, end }: FlowStatement, around: FlowContext): BindingProblem[] {
  const { runsHere, isOutermost } = around;
  if (keyword === 'exit' && runsHere)
    return [
      {
        rule,
        start,
        end,
        message:
          '`exit` ends the whole script, so that no later step is run, and at a console it closes the session.',
        hint: 'To stop for a reason `throw` it; what is to happen sometimes belongs into an `if`.',
      },
    ];
  if (keyword === 'return' && isOutermost)
    return [
      {
        rule,
        severity: 'warning',
        start,
        end,
        message:
          '`return` leaves this block, and its step goes on with the next one as if all of it had been done.',
        hint: 'To stop for a reason `throw` it; what is to happen sometimes belongs into an `if`.',
      },
    ];
  if ((keyword === 'break' || keyword === 'continue') && runsHere && !isTaken(value, around))
    return [
      {
        rule,
        start,
        end,
        message: `No loop takes this \`${keyword}\`: it ends the whole script without a word.`,
        hint: 'In the script block of a command write `return` to go on with the next object; to stop for a reason `throw` it.',
      },
    ];
  return [];
}

/** A loop is around it that a `break` or `continue` ends; one with a label needs the loop of that name. */
function isTaken(label: FlowStatement['value'], { inLoop, labels }: FlowContext): boolean {
  if (label === undefined) return inLoop;
  if (label.kind !== 'text' || label.parts.length > 0) return true;
  return labels === undefined || labels.includes(label.value.toLowerCase());
}
