import type { Node, SyntaxProblem } from './tree.ts';

/** A node with what it is in, up to the statement that is checked. */
export interface NodeContext {
  readonly node: Node;
  readonly above: NodeContext | undefined;
}

export type ReportSyntax = (problem: SyntaxProblem) => void;
