import type { ReportSyntax } from './node-context.ts';
import type { Assignment, Expression, Node, Unary } from './tree.ts';

/** The left side of an assignment: variables, members, elements, lists of them, and those with a type before them. */
export function checkAssignment({ target, operator }: Assignment, report: ReportSyntax): void {
  checkTarget(target, operator === '=', report, (wrong) => ({
    start: wrong.start,
    end: wrong.end,
    message: `What stands before \`${operator}\` cannot be assigned to.`,
    hint: 'Write a variable before the operator; to compare two values use `-eq`.',
  }));
}

/** `++` and `--`. */
export function checkStep({ operator, operand }: Unary, report: ReportSyntax): void {
  const [sign] = operator.split(' ');
  if (sign !== '++' && sign !== '--') return;
  checkTarget(operand, false, report, (wrong) => ({
    start: wrong.start,
    end: wrong.end,
    message: `\`${sign}\` needs a variable or property, and this is none.`,
    hint: 'Write it beside a variable.',
  }));
}

function checkTarget(
  target: Expression,
  lists: boolean,
  report: ReportSyntax,
  problem: (wrong: Node) => Parameters<ReportSyntax>[0],
): void {
  switch (target.kind) {
    case 'variable':
      return;
    case 'member':
    case 'index':
      if (target.conditional) report(problem(target));
      return;
    case 'array':
      if (!lists) report(problem(target));
      else for (const element of target.elements) checkTarget(element, true, report, problem);
      return;
    case 'parentheses': {
      const only = pureExpression(target);
      if (only) checkTarget(only, lists, report, problem);
      else if (target.content) report(problem(target.content));
      return;
    }
    case 'conversion': {
      let inner: Expression = target;
      while (inner.kind === 'conversion') {
        const { attribute } = inner;
        if (attribute.arguments === undefined && /^(?:system\.)?void$/i.test(attribute.typeName))
          report({
            start: attribute.start,
            end: attribute.end,
            message: 'A variable cannot be of the type [void].',
            hint: 'Remove the type, or write `$null = …` to drop a value.',
          });
        inner = inner.operand;
      }
      checkTarget(inner, lists, report, problem);
      return;
    }
    default:
      report(problem(target));
  }
}

/** The value in parentheses, where there is nothing but a value. */
export function pureExpression(parentheses: Expression): Expression | undefined {
  if (parentheses.kind !== 'parentheses') return undefined;
  const { content } = parentheses;
  if (content?.kind !== 'pipeline' || content.elements.length !== 1) return undefined;
  const [only] = content.elements;
  return only?.kind === 'value' && only.redirections.length === 0 ? only.expression : undefined;
}
