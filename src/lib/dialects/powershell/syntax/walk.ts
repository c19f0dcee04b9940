import type { Node } from './tree.ts';

/** Every node under `root` and itself, parents first; `enter` may hold back a node's inside by returning false. */
export function walk(root: Node, enter: (node: Node) => boolean | undefined): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
    if (enter(node) !== false) pushChildren(node, waiting);
}

/**
 * Puts the nodes that a node holds onto a stack, the last one first. The kinds are named here one by one, since every script is
 * walked several times, and looking at what each node has takes many times as long.
 */
export function pushChildren(node: Node, stack: Node[]): void {
  switch (node.kind) {
    case 'text':
      pushAll(node.parts, stack);
      break;
    case 'variable':
    case 'number':
    case 'type':
    case 'broken':
      break;
    case 'command':
      pushAll(node.redirections, stack);
      pushAll(node.elements, stack);
      break;
    case 'parameter':
      push(node.value, stack);
      break;
    case 'pipeline':
    case 'array':
      pushAll(node.elements, stack);
      break;
    case 'value':
      pushAll(node.redirections, stack);
      stack.push(node.expression);
      break;
    case 'assignment':
      push(node.value, stack);
      stack.push(node.target);
      break;
    case 'member':
      pushAll(node.arguments, stack);
      stack.push(node.member, node.target);
      break;
    case 'index':
      stack.push(node.index, node.target);
      break;
    case 'parentheses':
      push(node.content, stack);
      break;
    case 'subexpression':
    case 'array-expression':
    case 'block':
      pushAll(node.body, stack);
      break;
    case 'hashtable':
      for (const { key, value } of node.entries.toReversed()) {
        push(value, stack);
        stack.push(key);
      }
      break;
    case 'script-block':
      stack.push(node.block);
      break;
    case 'body':
      pushAll(node.statements, stack);
      pushAll(node.parameters, stack);
      pushAll(node.attributes, stack);
      break;
    case 'unary':
      stack.push(node.operand);
      break;
    case 'binary':
      stack.push(node.right, node.left);
      break;
    case 'conditional':
      stack.push(node.ifFalse, node.ifTrue, node.condition);
      break;
    case 'conversion':
      stack.push(node.operand, node.attribute);
      break;
    case 'attribute':
      for (const { value } of node.named.toReversed()) push(value, stack);
      pushAll(node.arguments, stack);
      break;
    case 'redirection':
      push(node.target, stack);
      break;
    case 'chain':
      pushAll(node.pipelines, stack);
      break;
    case 'if':
      pushAll(node.otherwise, stack);
      for (const { condition, body } of node.clauses.toReversed()) {
        pushAll(body, stack);
        push(condition, stack);
      }
      break;
    case 'loop':
      pushAll(node.body, stack);
      pushAll(node.head, stack);
      push(node.variable, stack);
      break;
    case 'switch':
      for (const { match, body } of node.cases.toReversed()) {
        pushAll(body, stack);
        stack.push(match);
      }
      push(node.subject, stack);
      break;
    case 'try':
      pushAll(node.lastly, stack);
      for (const { types, body } of node.catches.toReversed()) {
        pushAll(body, stack);
        pushAll(types, stack);
      }
      pushAll(node.body, stack);
      break;
    case 'flow':
      push(node.value, stack);
      break;
    case 'function':
      push(node.method?.type, stack);
      stack.push(node.block);
      pushAll(node.parameters, stack);
      break;
    case 'type-definition':
      pushAll(node.members, stack);
      pushAll(node.attributes, stack);
      break;
    case 'using':
      push(node.name, stack);
      break;
    case 'parameter-definition':
      push(node.defaultValue, stack);
      pushAll(node.attributes, stack);
      break;
    default:
      node satisfies never;
  }
}

function push(node: Node | undefined, stack: Node[]): void {
  if (node !== undefined) stack.push(node);
}

function pushAll(nodes: readonly (Node | undefined)[] | undefined, stack: Node[]): void {
  if (nodes === undefined) return;
  for (let index = nodes.length - 1; index >= 0; index--) push(nodes[index], stack);
}
