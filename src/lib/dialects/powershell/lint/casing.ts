import type { Edit } from '../../../diagnostics/diagnostic.ts';
import type { BindingProblem } from '../binding/binding.ts';
import { dashOperators } from '../syntax/token.ts';
import type { Node } from '../syntax/tree.ts';
import type { CommandCall } from './command-call.ts';

/** Names that PowerShell takes in any case, written in another than their own. One problem a command; its repair has all of them. */
export function checkCasing({ elements, name, resolution, arguments: all }: CommandCall): BindingProblem[] {
  if (resolution.kind !== 'command') return [];
  const { command, alias } = resolution;
  const edits: Edit[] = [];
  const [first] = elements;
  const canonical = name.includes('\\') ? `${command.module}\\${command.name}` : command.name;
  if (alias === undefined && first?.kind === 'text' && first.quote === 'bare' && differs(name, canonical))
    edits.push({ start: first.start, end: first.end, text: canonical });
  for (const { parameter, element, how } of all) {
    if (
      how === 'name' &&
      parameter &&
      element &&
      differs(element.name, parameter.name) &&
      !readsAsOperator(command, element.name)
    )
      edits.push({
        start: element.nameEnd - element.name.length,
        end: element.nameEnd,
        text: parameter.name,
      });
  }
  const written = edits.map(({ start, text }) => (start === first?.start ? text : `-${text}`));
  return edits.length === 0 ? [] : [otherCase(edits, written)];
}

/** Operators and keywords in another case than lower. */
export function checkWords(node: Node, text: string): BindingProblem[] {
  const spot = wordOf(node, text);
  if (!spot) return [];
  const word = text.slice(spot.start, spot.end);
  const lower = word.toLowerCase();
  return word === lower ? [] : [otherCase([{ ...spot, text: lower }], [lower])];
}

/** Where the keyword of a statement, or the operator of an expression, stands. */
function wordOf(node: Node, text: string): { readonly start: number; readonly end: number } | undefined {
  switch (node.kind) {
    case 'if':
    case 'loop':
    case 'switch':
    case 'try':
    case 'flow':
      return wordAt(text, node.start, /[a-z]+/iy);
    case 'function':
      return node.keyword === 'method'
        ? undefined
        : wordAt(text, node.start, /(?:function|filter|workflow)\b/iy);
    case 'unary':
      return /^-[a-z]/.test(node.operator) ? wordAt(text, node.start, /-[a-z]+/iy) : undefined;
    case 'binary': {
      if (!/^-[a-z]/.test(node.operator)) return undefined;
      // Blanks, line ends and brackets may stand before it; where a comment does, it is left alone.
      const before = /[\s`)]*/y;
      before.lastIndex = node.left.end;
      return wordAt(text, node.left.end + (before.exec(text)?.[0].length ?? 0), /-[a-z]+/iy);
    }
    default:
      return undefined;
  }
}

function wordAt(
  text: string,
  start: number,
  pattern: RegExp,
): { readonly start: number; readonly end: number } | undefined {
  pattern.lastIndex = start;
  const word = pattern.exec(text)?.[0];
  return word === undefined ? undefined : { start, end: start + word.length };
}

function otherCase(edits: readonly Edit[], written: readonly string[]): BindingProblem {
  const { start, end } = edits[0]!;
  const list =
    written.length === 1 ? written[0]! : `${written.slice(0, -1).join(', ')} and ${written.at(-1)!}`;
  return {
    rule: 'powershell/casing',
    start,
    end,
    message: `Written in another case than its own: ${list}. PowerShell does not mind; a reader who looks for it does.`,
    hint: `Write ${list}.`,
    repair: { title: `Write ${list}`, edits },
  };
}

/** `Where-Object State -eq Running`: the parameter is EQ, and is written as the operator it stands for. */
function readsAsOperator({ name }: { readonly name: string }, written: string): boolean {
  return name === 'Where-Object' && dashOperators.has(written);
}

function differs(written: string, canonical: string): boolean {
  return written !== canonical && written.toLowerCase() === canonical.toLowerCase();
}
