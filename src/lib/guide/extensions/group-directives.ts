import type { Nodes, Parents, RootContent } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { positionAt } from '../../source/source-file.ts';
import { asideKindOf, asideKinds, asideWords } from './aside-kinds.ts';
import { asideElement, asideProblem } from './aside-element.ts';
import type { Container } from './directive-line.ts';
import { isDirective } from './directive-line.ts';
import { namedHint } from './foreign-syntax.ts';
import type { MaskedPost } from './mask-extensions.ts';

interface OpenContainer {
  readonly line: Container;
  readonly children: Nodes[];
}

/**
 * Puts what stands between the lines of a directive into the element that it stands for. A closing line closes the innermost
 * container of as many colons, and where there is none the innermost of fewer.
 */
export function groupDirectives(file: SourceFile, { directives }: MaskedPost, parent: Parents): Diagnostic[] {
  const lineOf = (node: Nodes) =>
    node.type === 'thematicBreak' ? directives.get(node.position?.start.offset ?? -1) : undefined;
  if (directives.size === 0 || !parent.children.some(lineOf)) return [];
  const diagnostics: Diagnostic[] = [];
  const report = (line: Container, message: string, hint: string) => {
    diagnostics.push(asideProblem(file, line.start, line.end, message, hint));
  };
  const top: Nodes[] = [];
  const open: OpenContainer[] = [];
  const add = (nodes: readonly Nodes[]) => {
    const children = open.at(-1)?.children ?? top;
    for (const node of nodes) children.push(node);
  };
  const close = (end: number) => {
    const { line, children } = open.pop()!;
    add(elementsOf(file, line, children, end, report));
  };
  const giveUp = () => {
    const { line } = open.at(-1)!;
    // What is not known may need no end where it comes from.
    if (isDirective(line.kind!))
      report(
        line,
        `“${written(file, line)}” is never closed.`,
        `Put a line of ${':'.repeat(line.colons)} behind its text.`,
      );
    close(line.end);
  };
  for (const node of parent.children as Nodes[]) {
    const line = lineOf(node);
    if (!line) add([node]);
    else if (line.alone) add(elementsOf(file, line, [], line.end, report));
    else if (line.kind !== undefined) open.push({ line, children: [] });
    else {
      const index = matching(open, line.colons);
      if (index < 0)
        report(
          line,
          'Nothing is open that these colons could close.',
          'Remove the line, or put the opening one before the text: `:::note`.',
        );
      else {
        while (open.length > index + 1) giveUp();
        close(line.end);
      }
    }
  }
  while (open.length > 0) giveUp();
  parent.children = top as RootContent[];
  return diagnostics;
}

function matching(open: readonly OpenContainer[], colons: number): number {
  const same = open.findLastIndex(({ line }) => line.colons === colons);
  return same >= 0 ? same : open.findLastIndex(({ line }) => line.colons < colons);
}

type ReportLine = (line: Container, message: string, hint: string) => void;

function elementsOf(
  file: SourceFile,
  line: Container,
  children: Nodes[],
  end: number,
  report: ReportLine,
): Nodes[] {
  const { kind = '', title, start } = line;
  const position = { start: positionAt(file, start), end: positionAt(file, end) };
  const aside = asideKindOf(kind);
  if (!aside && kind !== 'details') {
    const near = suggest(kind, [...asideWords, 'details']);
    report(
      line,
      `There is no directive “${kind}”.`,
      near
        ? `Did you mean \`:::${near}\`?`
        : (namedHint(kind) ?? `Write one of ${asideKinds.join(', ')}, details.`),
    );
    return children;
  }
  if (children.length === 0) {
    report(
      line,
      `“${written(file, line)}” has no text.`,
      'Put its text between this line and the one that closes it.',
    );
    return [];
  }
  if (aside) return [asideElement(aside, title, children, position)];
  const summary: Nodes = {
    type: 'mdxJsxFlowElement',
    name: 'summary',
    attributes: [],
    children: [],
    position,
  };
  summary.children = [{ type: 'text', value: title ?? 'Details', position }] as never[];
  return [
    {
      type: 'mdxJsxFlowElement',
      name: 'details',
      attributes: [],
      children: [summary, ...children] as never[],
      position,
    },
  ];
}

function written({ text }: SourceFile, { start, end }: Container): string {
  return text.slice(start, Math.min(end, start + 60));
}
