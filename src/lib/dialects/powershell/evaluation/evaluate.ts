import type { CommandNode, Node, Pipeline, ScriptBlock, Statement } from '../syntax/tree.ts';
import { walk } from '../syntax/walk.ts';
import type { Environment, KnownValue } from './value.ts';
import { isList, isTrue, nameOfVariable, valueOf, valueOfStatement } from './value.ts';

/**
 * How often a command runs for certain, and what variables hold then: one entry a run. Undefined where only running tells whether or how
 * often it runs; empty where it does not.
 */
export type Runs = readonly Environment[] | undefined;

export interface Evaluation {
  /** By the offset at which the command begins. */
  readonly runs: ReadonlyMap<number, Runs>;
  /** What variables hold after the last statement. */
  readonly variables: Environment;
}

/** So many statements are followed, loops included; of what comes after them only running tells. */
const mostStatements = 5000;

/**
 * Follows a script as far as it is known before it runs: constants, variables, lists, hashtables, `foreach` and `ForEach-Object` over
 * known lists, `if` on known values. Nothing is executed. `variables` is what earlier blocks on the same device left behind.
 */
export function evaluate(statements: readonly Statement[], variables: Environment): Evaluation {
  const runs = new Map<number, Environment[] | undefined>();
  const env = new Map(variables);
  /** `env` as runs have taken it down, until it changes. */
  let snapshot: Environment | undefined;
  let left = mostStatements;
  /** Behind a `return`, `throw` or `exit` that was met. */
  let ended = false;

  const runAll = (body: readonly Statement[]) => {
    for (const statement of body) {
      if (ended || left-- <= 0) doubt(statement);
      else run(statement);
    }
  };

  function run(statement: Statement): void {
    switch (statement.kind) {
      case 'pipeline':
        return runPipeline(statement);
      case 'assignment': {
        const { target, operator, value } = statement;
        if (value) run(value);
        const known = value && valueOfStatement(value, env);
        if (target.kind !== 'variable' || known === undefined) return forget(target);
        const before = env.get(nameOfVariable(target.name));
        const after = operator === '=' ? known : operator === '+=' ? plus(before, known) : undefined;
        return set(target.name, after);
      }
      case 'if': {
        for (const { condition, body } of statement.clauses) {
          const value = condition && valueOfStatement(condition, env);
          if (condition) runNested(condition);
          if (value === undefined) return doubt(statement);
          if (isTrue(value)) {
            skip(statement);
            return runAll(body);
          }
        }
        skip(statement);
        return runAll(statement.otherwise ?? []);
      }
      case 'loop': {
        const [list] = statement.head;
        const values = statement.keyword === 'foreach' && list ? valueOfStatement(list, env) : undefined;
        if (values === undefined || !statement.variable || leavesLoop(statement.body))
          return doubt(statement);
        skip(statement);
        for (const value of isList(values) ? values : [values]) {
          set(statement.variable.name, value);
          runAll(statement.body);
        }
        return;
      }
      case 'try': {
        runAll(statement.body);
        for (const { body } of statement.catches) body.forEach(doubt);
        return runAll(statement.lastly ?? []);
      }
      case 'function':
      case 'type-definition':
        return skip(statement);
      case 'using':
        return;
      case 'flow':
        ended = true;
        return doubt(statement);
      default:
        return doubt(statement);
    }
  }

  function runPipeline({ elements }: Pipeline): void {
    for (const [index, element] of elements.entries()) {
      if (element.kind === 'value') runNested(element.expression);
      else if (!forEachOf(element, index === 1 ? elements[0] : undefined)) runCommand(element);
    }
  }

  /** `1..4 | ForEach-Object { … }` over a known list. */
  function forEachOf(command: CommandNode, before: Pipeline['elements'][number] | undefined): boolean {
    const [name, block] = command.elements;
    if (before?.kind !== 'value' || command.elements.length !== 2) return false;
    if (name?.kind !== 'text' || !/^(?:ForEach-Object|foreach|%)$/i.test(name.value)) return false;
    const values = valueOf(before.expression, env);
    if (block?.kind !== 'script-block' || values === undefined || leavesLoop(block.block.statements))
      return false;
    skip(block);
    takeDown(command);
    for (const value of isList(values) ? values : [values]) {
      set('_', value);
      set('psitem', value);
      runAll(block.block.statements);
    }
    return true;
  }

  /** What stands in the arguments of a command runs first; script blocks run where and when the command says. */
  function runCommand(command: CommandNode): void {
    for (const element of command.elements)
      if (element.kind === 'parameter') {
        if (element.value) runNested(element.value);
      } else runNested(element);
    takeDown(command);
  }

  function takeDown({ start }: CommandNode): void {
    const before = runs.has(start) ? runs.get(start) : [];
    snapshot ??= new Map(env);
    runs.set(start, before && [...before, snapshot]);
  }

  /** Commands within an expression. */
  function runNested(node: Node): void {
    walk(node, (inner) => {
      if (inner.kind === 'script-block') {
        doubt(inner);
        return false;
      }
      if (inner.kind !== 'command') return true;
      runCommand(inner);
      return false;
    });
  }

  /** Only running tells whether this runs. */
  function doubt(node: Node): void {
    walk(node, (inner) => {
      if (inner.kind === 'command') runs.set(inner.start, undefined);
      if (inner.kind === 'assignment') forget(inner.target);
      if (inner.kind === 'loop' && inner.variable) set(inner.variable.name, undefined);
      return true;
    });
  }

  /** This does not run, unless it is found to afterwards. */
  function skip(node: Node): void {
    walk(node, (inner) => {
      if (inner.kind === 'command' && !runs.has(inner.start)) runs.set(inner.start, []);
      return true;
    });
  }

  function set(name: string, value: KnownValue | undefined): void {
    snapshot = undefined;
    if (value === undefined) env.delete(nameOfVariable(name));
    else env.set(nameOfVariable(name), value);
  }

  /** The variable that is assigned to, or whose element or member is. */
  function forget(target: Node): void {
    walk(target, (inner) => {
      if (inner.kind === 'variable') set(inner.name, undefined);
      return true;
    });
  }

  runAll(statements);
  return { runs, variables: env };
}

function plus(before: KnownValue | undefined, added: KnownValue): KnownValue | undefined {
  if (isList(before)) return [...before, ...(isList(added) ? added : [added])];
  if (typeof before === 'number' && typeof added === 'number') return before + added;
  return typeof before === 'string' && typeof added === 'string' ? before + added : undefined;
}

/** `break` or `continue` within: which rounds are run whole is not followed. */
function leavesLoop(body: readonly (Statement | ScriptBlock)[]): boolean {
  let found = false;
  for (const statement of body)
    walk(statement, (node) => {
      if (node.kind === 'flow') found = true;
      return !found;
    });
  return found;
}
