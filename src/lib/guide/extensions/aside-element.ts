import type { Nodes } from 'mdast';
import type { Position } from 'unist';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { rangeAt } from '../../source/source-file.ts';
import type { JsxElement } from '../component-props.ts';
import { diagnose } from '../rules.ts';
import type { AsideKind } from './aside-kinds.ts';

/** An aside as if it were written `<Aside kind="…" title="…">`. */
export function asideElement(
  kind: AsideKind,
  title: string | undefined,
  children: Nodes[],
  position: Position,
): JsxElement {
  const attributes = [{ type: 'mdxJsxAttribute' as const, name: 'kind', value: kind, position }];
  if (title !== undefined)
    attributes.push({ type: 'mdxJsxAttribute', name: 'title', value: title as AsideKind, position });
  return { type: 'mdxJsxFlowElement', name: 'Aside', attributes, children: children as never[], position };
}

/** An aside that is not known, not closed or empty. */
export function asideProblem(
  file: SourceFile,
  start: number,
  end: number,
  message: string,
  hint: string,
): Diagnostic {
  return diagnose({ rule: 'guide/aside', file, range: rangeAt(file, start, end), message, hint });
}
