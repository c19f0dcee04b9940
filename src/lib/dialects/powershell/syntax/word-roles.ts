import type { CodeTokenKind } from '../../code-token.ts';
import type { ScriptTree } from './parse.ts';
import type { Node, Text } from './tree.ts';
import { walk } from './walk.ts';

/** What the words of a script are by their place in the tree; by the offset where each starts. */
export function rolesOf({
  attributes,
  parameters = [],
  statements,
}: ScriptTree): ReadonlyMap<number, CodeTokenKind> {
  const roles = new Map<number, CodeTokenKind>();
  for (const root of [...attributes, ...parameters, ...statements.map(({ statement }) => statement)])
    walk(root, (node) => {
      addRoles(node, roles);
      return true;
    });
  return roles;
}

function addRoles(node: Node, roles: Map<number, CodeTokenKind>): void {
  const add = (word: Node | undefined, role: CodeTokenKind) => {
    if (isBare(word)) roles.set(word.start, role);
  };
  switch (node.kind) {
    case 'command':
      add(node.elements[0], 'command');
      break;
    case 'member':
      add(node.member, 'member');
      break;
    case 'hashtable':
      for (const { key } of node.entries) add(key, 'member');
      break;
    case 'flow':
      if (node.keyword === 'break' || node.keyword === 'continue') add(node.value, 'label');
      break;
    case 'switch':
      for (const { match } of node.cases)
        if (isBare(match) && match.value.toLowerCase() === 'default') add(match, 'keyword');
      break;
    case 'text':
      // What holds the word comes first, and knows more of it.
      if (!roles.has(node.start)) add(node, 'argument');
      break;
    case 'attribute':
      for (const { nameStart } of node.named) roles.set(nameStart, 'parameter');
      break;
    case 'function':
      roles.set(node.nameStart, node.method ? 'member' : 'command');
      break;
    case 'type-definition':
      roles.set(node.nameStart, 'type');
      if (node.keyword === 'enum')
        for (const member of node.members) if (member.kind === 'value') roles.set(member.start, 'member');
      break;
    case 'using':
      roles.set(node.whatStart, 'keyword');
      break;
    case 'block':
      // `clean` is a name to the lexer.
      if (node.keyword === 'clean') roles.set(node.start, 'keyword');
      break;
  }
}

function isBare(node: Node | undefined): node is Text {
  return node?.kind === 'text' && node.quote === 'bare';
}
