import type { Nodes } from 'mdast';
import type { PlatformId } from '../../src/lib/platforms/platforms.ts';
import { createSourceFile, parseMarkdownWithRemark } from '../../src/lib/engine.ts';

/** A block of PowerShell as it stands in somebody's guide. */
export interface GuideBlock {
  readonly code: string;
  /** Of its first line of code in the guide, from 1. */
  readonly line: number;
}

const fences = /^(?:powershell|pwsh|posh|ps1?|azurepowershell(?:-interactive)?)$/;

/** The blocks that a guide's fences mark as PowerShell, in their order; of a script, all of it. */
export function blocksOfGuide(path: string, text: string): readonly GuideBlock[] {
  if (/\.ps1$/i.test(path)) return [{ code: text, line: 1 }];
  const blocks: GuideBlock[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'code') {
      const language = /^[\w-]*/.exec(node.lang ?? '')![0].toLowerCase();
      if (fences.test(language)) blocks.push({ code: node.value, line: node.position!.start.line + 1 });
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parseMarkdownWithRemark(createSourceFile(path, text)));
  return blocks;
}

/** The blocks as a post of this site's own, and where each of its lines stands in the guide. */
export interface GuidePost {
  readonly text: string;
  /** By the line of the post, from 1: the block's number and the line of the guide; nothing for what is not a guide's. */
  readonly places: ReadonlyMap<number, { readonly block: number; readonly line: number }>;
}

/** So that a guide is checked as a post is: the blocks of one machine, in their order, each knowing what those before it defined. */
export function postOfBlocks(blocks: readonly GuideBlock[], platform: PlatformId): GuidePost {
  const lines = [
    '---',
    'title: A guide',
    'date: 2026-01-01',
    'summary: A guide that is measured.',
    `platform: ${platform}`,
    '---',
  ];
  const places = new Map<number, { block: number; line: number }>();
  for (const [block, { code, line }] of blocks.entries()) {
    const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    lines.push('', `${fence}powershell`);
    places.set(lines.length, { block, line: line - 1 });
    for (const [index, text] of code.split(/\r?\n/).entries()) {
      lines.push(text);
      places.set(lines.length, { block, line: line + index });
    }
    lines.push(fence);
  }
  return { text: `${lines.join('\n')}\n`, places };
}
