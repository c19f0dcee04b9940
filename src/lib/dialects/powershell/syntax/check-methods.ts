import type { NodeContext, ReportSyntax } from './node-context.ts';
import { pureExpression } from './check-targets.ts';
import type {
  Expression,
  FlowStatement,
  FunctionDefinition,
  Statement,
  TypeDefinition,
  Variable,
} from './tree.ts';
import { walk } from './walk.ts';

const namedBlocks: ReadonlySet<string> = new Set(['begin', 'process', 'end', 'clean', 'dynamicparam']);

export function checkMethod(
  definition: FunctionDefinition,
  owner: TypeDefinition | undefined,
  report: ReportSyntax,
): void {
  const { block, method, name, nameStart } = definition;
  if (!method) return;
  checkVariables(definition, report);
  if (block.parameters)
    report({
      start: block.paramStart ?? block.start,
      end: (block.paramStart ?? block.start) + 5,
      message: 'A method has its parameters in parentheses after its name, and no `param` block.',
      hint: 'Move them there.',
    });
  const named = block.statements.find((one) => one.kind === 'block' && namedBlocks.has(one.keyword));
  if (named)
    report({
      start: named.start,
      end: named.end,
      message: 'A method has no begin, process and end blocks.',
      hint: 'Write its statements without them.',
    });
  if (method.isConstructor && method.type)
    report({
      start: method.type.start,
      end: method.type.end,
      message: `A constructor of the class ${owner?.name ?? name} has no type.`,
      hint: 'Remove the type before it.',
    });
  if (!isVoid(definition) && !method.isConstructor && !mayReturn(block.statements))
    report({
      start: nameStart,
      end: nameStart + name.length - name.lastIndexOf('.') - 1,
      message: `The method ${name} has a type, and never returns a value.`,
      hint: 'Write `return …` on every way through it; a value on a line of its own is not returned.',
    });
}

/** A method without a type returns nothing. */
function isVoid({ method }: FunctionDefinition): boolean {
  return !method?.type || /^(?:system\.)?void$/i.test(method.type.typeName);
}

/** Conservative: one `return` or `throw`, or a loop, is taken for enough. */
function mayReturn(statements: readonly Statement[]): boolean {
  let found = false;
  for (const statement of statements)
    walk(statement, (node) => {
      if (node.kind === 'script-block' || node.kind === 'function') return false;
      found ||=
        node.kind === 'loop' ||
        (node.kind === 'flow' &&
          (node.keyword === 'return' || node.keyword === 'throw' || node.keyword === 'exit'));
      return true;
    });
  return found;
}

/** `return` in a method gives a value where the method has a type, and none elsewhere. */
export function checkMethodReturn(place: NodeContext, flow: FlowStatement, report: ReportSyntax): void {
  for (let one = place.above; one; one = one.above) {
    if (one.node.kind === 'script-block') return;
    if (one.node.kind !== 'function') continue;
    if (!one.node.method) return;
    const nothing = isVoid(one.node);
    if (nothing === (flow.value === undefined)) return;
    report({
      start: flow.start,
      end: flow.end,
      message: nothing
        ? `The method ${one.node.name} has no type, so that \`return\` cannot give a value.`
        : `The method ${one.node.name} has a type, so that \`return\` must give a value.`,
      hint: nothing
        ? 'Write the type before its name, or `return` alone.'
        : 'Write the value after `return`.',
    });
    return;
  }
}

/** Set or known in every method, without being assigned in it. Source: the variables of the open-source engine. */
const knownInMethods: ReadonlySet<string> = new Set(
  (
    '_ psitem args this input pscmdlet psboundparameters myinvocation psscriptroot pscommandpath true false null lastexitcode ' +
    'error stacktrace outputencoding nestedpromptlevel pwd matches psapplicationoutputencoding foreach switch ? $ ^ ' +
    'debugpreference verbosepreference erroractionpreference whatifpreference warningpreference informationpreference ' +
    'confirmpreference progresspreference'
  ).split(' '),
);

/** A method sees its own variables, and those whose scope is written; `$this` only where there is an instance. */
function checkVariables({ block, parameters, method }: FunctionDefinition, report: ReportSyntax): void {
  if (!method) return;
  const own = new Set(parameters?.map(({ name }) => name.toLowerCase()));
  const used: Variable[] = [];
  for (const statement of block.statements)
    walk(statement, (node) => {
      if (node.kind === 'script-block' || node.kind === 'function') return false;
      if (node.kind === 'variable') used.push(node);
      if (node.kind === 'assignment') for (const name of targetsOf(node.target)) own.add(name);
      if (node.kind === 'unary' && /^(?:\+\+|--)/.test(node.operator))
        for (const name of targetsOf(node.operand)) own.add(name);
      if (node.kind === 'loop' && node.variable) own.add(plainName(node.variable));
      if (node.kind === 'block' && node.keyword === 'data') own.add(node.name.toLowerCase());
      // A command may set what it is reported the name of.
      if (node.kind === 'text' && /^\+?\w+$/.test(node.value))
        own.add(node.value.replace('+', '').toLowerCase());
      return true;
    });
  for (const variable of used) {
    const name = plainName(variable);
    if (name === 'this' && method.isStatic)
      report({
        start: variable.start,
        end: variable.end,
        message: 'A static method belongs to no instance, so that there is no `$this` in it.',
        hint: 'Remove `static`, or give the instance as a parameter.',
      });
    if (name.includes(':') || own.has(name) || knownInMethods.has(name)) continue;
    report({
      start: variable.start,
      end: variable.end,
      message: `\`$${variable.name}\` is not assigned in this method, and a method sees no variables from outside.`,
      hint: `Give it as a parameter, or write its scope, for example \`$script:${variable.name}\`.`,
    });
  }
}

function plainName({ name }: Variable): string {
  return name.toLowerCase().replace(/^(?:local|private|variable):/, '');
}

function targetsOf(target: Expression): string[] {
  switch (target.kind) {
    case 'variable':
      return [plainName(target)];
    case 'conversion':
      return targetsOf(target.operand);
    case 'array':
      return target.elements.flatMap(targetsOf);
    case 'parentheses': {
      const inner = pureExpression(target);
      return inner ? targetsOf(inner) : [];
    }
    default:
      return [];
  }
}
