import type { Nodes, Parents } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { JsxElement } from '../component-props.ts';
import { propsProblem, rangeOfName } from '../component-props.ts';
import type { Block } from '../guide.ts';
import { diagnose } from '../rules.ts';

/** A group of tabs with its number on the page, from 1. */
export interface TabGroup {
  readonly node: JsxElement;
  readonly number: number;
}

/** What a group of tabs has to be: tabs and nothing else, at least two, each with a label of its own. */
export function checkTabs(file: SourceFile, group: JsxElement): Diagnostic[] {
  const problem = (node: JsxElement, message: string, hint: string) =>
    propsProblem(file, rangeOfName(file, node), message, hint);
  const tabs = tabsOf(group);
  const others = (group.children as readonly Nodes[]).filter(({ type }) => type !== 'mdxFlowExpression');
  if (tabs.length !== others.length)
    return [
      problem(
        group,
        '<SyncTabs> holds something that is in no tab.',
        'Put it into a `<Tab label="…">`, or outside.',
      ),
    ];
  if (tabs.length === 1)
    return [
      problem(group, '<SyncTabs> has one tab only.', 'Add a `<Tab label="…">`, or leave both tags out.'),
    ];
  const labels = new Set<string>();
  return tabs.flatMap((tab) => {
    const label = labelOf(tab);
    if (label === undefined || !labels.has(label)) {
      if (label !== undefined) labels.add(label);
      return [];
    }
    return [problem(tab, `Two tabs have the label “${label}”.`, 'Give each tab a label of its own.')];
  });
}

/** A tab that stands in no group. */
export function checkTabPlace(file: SourceFile, tab: JsxElement, parent: Parents): Diagnostic | undefined {
  if (parent.type === 'mdxJsxFlowElement' && parent.name === 'SyncTabs') return undefined;
  const hint = 'Put it right into <SyncTabs>, with the other alternatives.';
  return propsProblem(file, rangeOfName(file, tab), '<Tab> stands in no <SyncTabs>.', hint);
}

/**
 * Commands for one and the same device in two tabs: a reader follows one of them, and a bundle would run both. Blocks that stand in for
 * others on another platform, and examples, are alternatives.
 */
export function checkAlternatives(
  file: SourceFile,
  groups: readonly TabGroup[],
  blocks: readonly Block[],
): Diagnostic[] {
  return groups.flatMap(({ node }) => {
    const first = new Map<string, { readonly tab: JsxElement; readonly block: Block }>();
    for (const tab of tabsOf(node)) {
      for (const block of blocks) {
        if (!isIn(block, tab) || (block.role !== 'apply' && block.role !== 'undo')) continue;
        const target = JSON.stringify([block.dialect, block.on, block.platform, block.role]);
        const other = first.get(target);
        if (!other) first.set(target, { tab, block });
        else if (other.tab !== tab) return [alternativeProblem(file, block, labelOf(other.tab), other.block)];
      }
    }
    return [];
  });
}

function alternativeProblem(
  file: SourceFile,
  block: Block,
  label: string | undefined,
  other: Block,
): Diagnostic {
  return diagnose({
    rule: 'guide/tab-alternatives',
    file,
    range: block.fence,
    message: `This block and one of the tab “${label ?? ''}” are for the same device, and the bundle would run both.`,
    hint: 'Mark the blocks of one tab `example because="…"`, or write `platform=…` where they are for another make of the device.',
    related: [{ file: file.path, range: other.fence, message: 'The other block.' }],
  });
}

function isIn({ fence }: Block, { position }: JsxElement): boolean {
  const { offset } = fence.start;
  return (position?.start.offset ?? 0) <= offset && offset < (position?.end.offset ?? 0);
}

function tabsOf(group: JsxElement): JsxElement[] {
  return (group.children as readonly Nodes[]).filter(
    (child): child is JsxElement => child.type === 'mdxJsxFlowElement' && child.name === 'Tab',
  );
}

function labelOf(tab: JsxElement): string | undefined {
  const label = tab.attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'label',
  );
  return typeof label?.value === 'string' ? label.value.trim() : undefined;
}

/** What the components of a group are given: which group a tab is of, and whether it is the one that is shown first. */
export function tabProps(
  tab: JsxElement,
  { node, number }: TabGroup,
): { readonly group: string; readonly first: boolean } {
  return { group: `tabs-${number}`, first: tabsOf(node)[0] === tab };
}

/** The labels of a group, for those who do not see that they are alternatives. */
export function labelsOf(group: JsxElement): string {
  return tabsOf(group)
    .map((tab) => labelOf(tab) ?? '')
    .join(', ');
}
