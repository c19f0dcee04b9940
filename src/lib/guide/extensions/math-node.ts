import type { Code, Paragraph } from 'mdast';
import type { Position } from 'unist';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { rangeAt } from '../../source/source-file.ts';
import { sliceOfCode } from '../code-lines.ts';
import { diagnose } from '../rules.ts';
import { renderMath } from './render-math.ts';

/** A formula, in a line or by itself. */
export interface MathNode {
  type: 'formula';
  position?: Position;
  /** As it was written in TeX. */
  tex: string;
  display: boolean;
  mathml: string;
}

declare module 'mdast' {
  interface RootContentMap {
    formula: MathNode;
  }
  interface PhrasingContentMap {
    formula: MathNode;
  }
}

/** Reads the formula that stands at an offset of the file. What cannot be read is told at its place. */
export function readFormula(
  file: SourceFile,
  { tex, display, at }: { readonly tex: string; readonly display: boolean; readonly at: number },
  report: (diagnostic: Diagnostic) => void,
): MathNode | undefined {
  const rendered = renderMath(tex, display);
  if (rendered.html !== undefined)
    return { type: 'formula', tex: tex.trim(), display, mathml: rendered.html };
  const start = at + Math.min(rendered.at ?? 0, Math.max(0, tex.length - 1));
  report(
    diagnose({
      rule: 'guide/math',
      file,
      range: rangeAt(file, start, rendered.at === undefined ? at + tex.length : start + 1),
      message: `This formula cannot be shown: ${rendered.problem}.`,
      hint: 'Write it in the TeX of formulas; where no formula is meant, put code marks around it or a backslash before the dollar.',
    }),
  );
  return undefined;
}

/** A block of `math` as a formula by itself; as a text where it cannot be read. */
export function readMathBlock(
  file: SourceFile,
  node: Code,
  report: (diagnostic: Diagnostic) => void,
): Paragraph {
  const at = sliceOfCode(file, node).pieces[0]?.from ?? node.position?.start.offset ?? 0;
  const formula = readFormula(file, { tex: node.value, display: true, at }, report);
  const place = node.position && { position: node.position };
  return {
    type: 'paragraph',
    children: [formula ? { ...formula, ...place } : { type: 'text', value: node.value, ...place }],
    ...place,
  };
}
