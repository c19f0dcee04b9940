import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';

/** Marks around words, which Markdown reads only where no blank stands within them at either end. */
const marks: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete']);

/** Makes of a tree what Markdown can say plainly: marks without blanks at their ends, none within one of its kind, none around nothing. */
export function tidyTree(tree: Root): Root {
  tidy(tree);
  return tree;
}

function tidy(node: Parents): void {
  const children: Nodes[] = [];
  for (const child of node.children as Nodes[]) {
    if ('children' in child) tidy(child);
    if (!marks.has(child.type) || !('children' in child)) {
      children.push(child);
      continue;
    }
    if (child.children.length === 0) continue;
    const inner = (child.children as PhrasingContent[]).flatMap((one) =>
      one.type === child.type ? (one.children as PhrasingContent[]) : [one],
    );
    const before = inner[0]?.type === 'text' ? /^\s+/.exec(inner[0].value)?.[0] : undefined;
    const last = inner.at(-1);
    const after = last?.type === 'text' ? /\s+$/.exec(last.value)?.[0] : undefined;
    const trimmed = inner.flatMap((one, index): PhrasingContent[] => {
      if (one.type !== 'text') return [one];
      let value = one.value;
      if (index === 0) value = value.trimStart();
      if (index === inner.length - 1) value = value.trimEnd();
      return value === '' ? [] : [{ ...one, value }];
    });
    if (before !== undefined) children.push(blank(before));
    if (trimmed.length > 0) children.push({ ...child, children: trimmed } as Nodes);
    if (after !== undefined && trimmed.length > 0) children.push(blank(after));
  }
  (node as { children: Nodes[] }).children = lines.has(node.type)
    ? trimmedLine(joined(children))
    : joined(children);
}

const lines: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/** Without blanks and breaks at either end. */
function trimmedLine(nodes: readonly Nodes[]): Nodes[] {
  const left = [...nodes];
  const isBlank = (node: Nodes | undefined) =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
  while (isBlank(left[0])) left.shift();
  while (isBlank(left.at(-1))) left.pop();
  const [first] = left;
  if (first?.type === 'text') left[0] = { ...first, value: first.value.trimStart() };
  const last = left.at(-1);
  if (last?.type === 'text') left[left.length - 1] = { ...last, value: last.value.trimEnd() };
  return left;
}

function blank(value: string): Text {
  return { type: 'text', value: /\n/.test(value) ? '\n' : ' ' };
}

/** Neighbouring texts are one, and neighbouring marks of one kind as well. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const out: Nodes[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { ...last, value: last.value + node.value };
    else if (marks.has(node.type) && last?.type === node.type)
      out[out.length - 1] = {
        ...last,
        children: [...(last as Parents).children, ...(node as Parents).children],
      } as Nodes;
    else out.push(node);
  }
  return out;
}
