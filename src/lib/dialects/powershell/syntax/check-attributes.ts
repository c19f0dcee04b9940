import { pureExpression } from './check-targets.ts';
import type { NodeContext, ReportSyntax } from './node-context.ts';
import type { Conversion, Expression, Statement } from './tree.ts';

/** What an attribute is given must be known when the script is read. */
export function checkAttribute({ node, above }: NodeContext, report: ReportSyntax): void {
  if (node.kind !== 'attribute') return;
  // Attributes of classes and their methods take no script blocks.
  const inMethod =
    (above?.node.kind === 'body' || above?.node.kind === 'parameter-definition') &&
    above.above?.node.kind === 'function' &&
    above.above.node.method;
  const blocks = !inMethod && above?.node.kind !== 'type-definition';
  for (const value of [...(node.arguments ?? []), ...node.named.map((one) => one.value)]) {
    if (!value || isConstant(value, blocks)) continue;
    report({
      start: value.start,
      end: value.end,
      message: `The attribute [${node.typeName}] can be given values that are written out${blocks ? ', or script blocks' : ''}; this one is worked out when the script runs.`,
      hint: 'Write the value itself.',
    });
  }
}

const constants: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** Conservative: members of types and conversions pass, since what they are depends on the type. */
export function isConstant(value: Expression, blocks: boolean): boolean {
  // A sum is as deep as it is long.
  const waiting: Expression[] = [value];
  const inside = (...parts: readonly (Expression | undefined)[]) => {
    for (const part of parts) if (part) waiting.push(part);
    return !parts.includes(undefined);
  };
  for (let one = waiting.pop(); one; one = waiting.pop())
    if (!mayBeConstant(one, blocks, inside)) return false;
  return true;
}

/** What a value is by itself; the values that it is made of are handed to `inside`. */
function mayBeConstant(
  value: Expression,
  blocks: boolean,
  inside: (...parts: readonly (Expression | undefined)[]) => boolean,
): boolean {
  switch (value.kind) {
    case 'number':
    case 'type':
      return true;
    case 'text':
      return value.parts.length === 0;
    case 'variable':
      return constants.has(value.name.toLowerCase());
    case 'script-block':
      return blocks;
    case 'array':
      return value.elements.every((element) => inside(element));
    case 'unary':
      return !/^(?:\+\+|--)/.test(value.operator) && inside(value.operand);
    case 'binary':
      return inside(value.left, value.right);
    case 'conditional':
      return inside(value.condition, value.ifTrue, value.ifFalse);
    case 'conversion':
      return value.attribute.arguments === undefined && inside(value.operand);
    case 'parentheses':
      return inside(pureExpression(value));
    case 'subexpression':
      return value.body.length === 1 && inside(onlyValue(value.body[0]!));
    case 'member':
      return value.isStatic && value.target.kind === 'type' && value.arguments === undefined;
    default:
      return false;
  }
}

function onlyValue(statement: Statement): Expression | undefined {
  if (statement.kind !== 'pipeline' || statement.elements.length !== 1) return undefined;
  const [only] = statement.elements;
  return only?.kind === 'value' ? only.expression : undefined;
}

/** `[Attribute()]` belongs to a variable; `[ordered]` to a hashtable. */
export function checkConversion({ attribute, operand, start, end }: Conversion, report: ReportSyntax): void {
  if (attribute.arguments) {
    let inner: Expression = operand;
    while (inner.kind === 'conversion') inner = inner.operand;
    if (inner.kind !== 'variable')
      report({
        start: attribute.start,
        end: attribute.end,
        message: `The attribute [${attribute.typeName}(…)] belongs to nothing.`,
        hint: 'Write the variable or parameter after it, or move it before `param` at the beginning of the block.',
      });
  } else if (attribute.typeName.toLowerCase() === 'ordered' && operand.kind !== 'hashtable')
    report({
      start,
      end,
      message: '[ordered] can only stand before a hashtable that is written out.',
      hint: 'Write `[ordered]@{ … }`.',
    });
}
