import { checkAssignment, checkStep } from './check-targets.ts';
import { checkAttribute, checkConversion } from './check-attributes.ts';
import { checkMethod, checkMethodReturn } from './check-methods.ts';
import type { NodeContext, ReportSyntax } from './node-context.ts';
import { pushChildren } from './walk.ts';
import type {
  Attribute,
  Expression,
  FlowStatement,
  Hashtable,
  Node,
  Parameter,
  SyntaxProblem,
  Try,
  TypeDefinition,
  Using,
} from './tree.ts';

/**
 * What PowerShell refuses in a text that its grammar allows: it says so when it reads the script, before any of it runs.
 * Source: the checks after parsing of the open-source engine, the same in Windows PowerShell 5.1.
 */
export function checkTree(root: Node, version: number): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const report: ReportSyntax = (problem) => problems.push(problem);
  const waiting: NodeContext[] = [{ node: root, above: undefined }];
  const children: Node[] = [];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    checkNode(place, version, report);
    pushChildren(place.node, children);
    for (const node of children) waiting.push({ node, above: place });
    children.length = 0;
  }
  return problems;
}

function checkNode(place: NodeContext, version: number, report: ReportSyntax): void {
  const { node } = place;
  switch (node.kind) {
    case 'assignment':
      checkAssignment(node, report);
      break;
    case 'unary':
      checkStep(node, report);
      break;
    case 'variable':
      if (node.splat) checkSplat(place, report);
      break;
    case 'attribute':
      checkAttribute(place, report);
      break;
    case 'conversion':
      checkConversion(node, report);
      break;
    case 'hashtable':
      checkKeys(node, report);
      break;
    case 'body':
      if (node.parameters) checkParameters(node.parameters, report);
      break;
    case 'function':
      checkFunction(place, version, report);
      break;
    case 'try':
      checkCatches(node, report);
      break;
    case 'flow':
      checkFlow(place, node, report);
      break;
    case 'block':
      if (node.keyword === 'parallel' || node.keyword === 'sequence') checkParallel(place, report);
      break;
    case 'using':
      checkUsing(node, report);
      break;
    case 'type-definition':
      checkResource(node, report);
      break;
    default:
      break;
  }
}

function checkSplat({ node, above }: NodeContext, report: ReportSyntax): void {
  if (node.kind !== 'variable' || above?.node.kind === 'command' || /^using:/i.test(node.name)) return;
  report({
    start: node.start,
    end: node.end,
    message: `\`@${node.name}\` splats a variable, which only an argument of a command can do, and not as part of a list.`,
    hint: `Write \`$${node.name}\`.`,
  });
}

function checkKeys({ entries }: Hashtable, report: ReportSyntax): void {
  const seen = new Set<string>();
  for (const { key } of entries) {
    const name = constantKey(key);
    if (name === undefined) continue;
    if (seen.has(name))
      report({
        start: key.start,
        end: key.end,
        message: `The key \`${name}\` stands twice in this hashtable.`,
        hint: 'Remove one of the two.',
      });
    seen.add(name);
  }
}

function constantKey(key: Expression): string | undefined {
  if (key.kind === 'number') return String(key.value);
  return key.kind === 'text' && key.parts.length === 0 ? key.value.toLowerCase() : undefined;
}

function checkParameters(parameters: readonly Parameter[], report: ReportSyntax): void {
  const seen = new Set<string>();
  for (const { name, nameStart, attributes } of parameters) {
    const lower = name.toLowerCase();
    if (seen.has(lower))
      report({
        start: nameStart,
        end: nameStart + name.length + 1,
        message: `There are two parameters \`$${name}\`.`,
        hint: 'Remove one of the two, or rename it.',
      });
    seen.add(lower);
    const nothing = attributes.find(
      (one) => one.arguments === undefined && /^(?:system\.)?void$/i.test(one.typeName),
    );
    if (nothing)
      report({
        start: nothing.start,
        end: nothing.end,
        message: 'A parameter cannot be of the type [void].',
        hint: 'Remove it.',
      });
  }
}

function checkFunction({ node, above }: NodeContext, version: number, report: ReportSyntax): void {
  if (node.kind !== 'function') return;
  const { keyword, parameters, block, method, start, end } = node;
  if (parameters && parameters.length > 0) {
    if (block.parameters && !method)
      report({
        start: block.paramStart ?? block.start,
        end: (block.paramStart ?? block.start) + 5,
        message: 'This function has parameters in parentheses after its name, and a `param` block as well.',
        hint: 'Keep one of the two.',
      });
    else checkParameters(parameters, report);
  }
  if (method) checkMethod(node, above?.node.kind === 'type-definition' ? above.node : undefined, report);
  if (keyword === 'workflow' && version >= 6)
    report({
      start,
      end,
      message: 'Workflows are part of Windows PowerShell 3.0 to 5.1; PowerShell 6 and later have none.',
      hint: 'Use a function, with ForEach-Object -Parallel or Start-ThreadJob.',
    });
}

function checkCatches({ catches }: Try, report: ReportSyntax): void {
  const seen = new Set<string>();
  catches.forEach(({ types, start }, index) => {
    if (catches[index - 1]?.types.length === 0)
      report({
        start: Math.max(0, start - 1),
        end: start + 5,
        message: 'This `catch` stands after one that catches everything, so that it never runs.',
        hint: 'Move the `catch` without a type to the end.',
      });
    for (const type of types) {
      if (seen.has(shortName(type)))
        report({
          start: type.start,
          end: type.end,
          message: `[${type.typeName}] is caught twice.`,
          hint: 'Remove one of the two.',
        });
    }
    for (const type of types) seen.add(shortName(type));
  });
}

/** Without the namespace that PowerShell puts before a type itself. */
function shortName({ typeName }: Attribute): string {
  return typeName.toLowerCase().replace(/^system\./, '');
}

/** `break`, `continue` and `return` that would leave a `finally` block; what a method returns. */
function checkFlow(place: NodeContext, flow: FlowStatement, report: ReportSyntax): void {
  const { keyword, value } = flow;
  const loops = keyword === 'break' || keyword === 'continue';
  if (!loops && keyword !== 'return') return;
  if (keyword === 'return') checkMethodReturn(place, flow, report);
  // A label that is only known when it runs leaves no loop for certain.
  const label = !loops
    ? undefined
    : !value
      ? ''
      : value.kind === 'text'
        ? value.value.toLowerCase()
        : undefined;
  for (let one: NodeContext | undefined = place; one.above; one = one.above) {
    const { node } = one.above;
    if (node.kind === 'body' || node.kind === 'script-block') return;
    if (node.kind === 'block' && node.keyword !== 'data') return;
    if (label !== undefined && (node.kind === 'loop' || node.kind === 'switch')) {
      if (label === '' || node.label?.toLowerCase() === label) return;
    }
    if (node.kind === 'try' && node.lastly?.[0] && one.node.start >= node.lastly[0].start) {
      report({
        start: flow.start,
        end: flow.end,
        message: `\`${keyword}\` would leave the \`finally\` block, which always runs to its end.`,
        hint: 'Move it out of the block.',
      });
      return;
    }
  }
}

function checkParallel({ node, above }: NodeContext, report: ReportSyntax): void {
  if (node.kind !== 'block') return;
  for (let one = above; one; one = one.above)
    if (one.node.kind === 'function' && one.node.keyword === 'workflow') return;
  report({
    start: node.start,
    end: node.start + node.keyword.length,
    message: `\`${node.keyword}\` belongs into a workflow.`,
    hint: 'Write the commands one after the other.',
  });
}

/** A class that is a DSC resource has these methods; what a base class brings is not known. */
function checkResource({ attributes, hasBase, members }: TypeDefinition, report: ReportSyntax): void {
  const attribute = attributes.find(({ typeName }) => /^dscresource(?:attribute)?$/i.test(typeName));
  if (!attribute || hasBase) return;
  const names = members.map((one) => (one.kind === 'function' ? one.name.toLowerCase() : ''));
  const missing = ['Get', 'Set', 'Test'].filter(
    (method) => !names.some((name) => name.endsWith(`.${method.toLowerCase()}`)),
  );
  if (missing.length > 0)
    report({
      start: attribute.start,
      end: attribute.end,
      message: `A DSC resource has the methods Get, Set and Test; this class lacks ${missing.join(' and ')}.`,
      hint: 'Write them, without parameters.',
    });
}

const namespaceForm =
  /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Pc}\p{M}\p{Cf}_]*(?:\.[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Pc}\p{M}\p{Cf}_]*)*$/u;

function checkUsing({ what, name, start, end, hasAlias }: Using, report: ReportSyntax): void {
  if (!name) return;
  if (what === 'type' || what === 'command' || hasAlias)
    report({
      start,
      end,
      message: `\`using ${what}\` with another name is not part of PowerShell yet.`,
      hint: 'Write the full name where it is used.',
    });
  if (what === 'namespace' && name.kind === 'text' && !namespaceForm.test(name.value))
    report({
      start: name.start,
      end: name.end,
      message: `\`${name.value}\` is no name of a namespace.`,
      hint: 'Write for example `using namespace System.IO`.',
    });
}
