import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../src/lib/dialects/powershell/evaluation/evaluate.ts';
import type { Environment, KnownValue } from '../../../../src/lib/dialects/powershell/evaluation/value.ts';
import { textsIn } from '../../../../src/lib/dialects/powershell/evaluation/value.ts';
import { parse } from '../../../../src/lib/dialects/powershell/syntax/parse.ts';
import type { CommandNode } from '../../../../src/lib/dialects/powershell/syntax/tree.ts';
import { walk } from '../../../../src/lib/dialects/powershell/syntax/walk.ts';

const none: Environment = new Map();

/** What each command of the name `Use-It` is given, run by run: `a`, `a, b` for a list, `?` where only running tells. */
function runsOf(text: string, variables: Environment = none): string[] {
  const statements = parse(text, 5).statements.map(({ statement }) => statement);
  const { runs } = evaluate(statements, variables);
  const commands: CommandNode[] = [];
  for (const statement of statements)
    walk(statement, (node) => {
      if (node.kind === 'command') commands.push(node);
      return true;
    });
  return commands
    .filter(({ elements: [name] }) => name?.kind === 'text' && name.value === 'Use-It')
    .flatMap(({ start, elements }) => {
      const [, argument] = elements;
      const found = runs.get(start);
      if (found === undefined) return ['whether?'];
      if (!argument || argument.kind === 'parameter') return found.map(() => '');
      return found.map((env) => textsIn(argument, env)?.join(', ') ?? '?');
    });
}

function variablesAfter(text: string): Record<string, KnownValue> {
  const statements = parse(text, 5).statements.map(({ statement }) => statement);
  return Object.fromEntries(evaluate(statements, none).variables);
}

describe('what is known of a script before it runs', () => {
  it.each<[what: string, text: string, runs: string[]]>([
    ['constants and variables', "$name = 'a'; Use-It $name", ['a']],
    ['names in upper and lower case', "$Name = 'a'; Use-It $NAME", ['a']],
    ['the last assignment before the command', "$n = 'a'; Use-It $n; $n = 'b'; Use-It $n", ['a', 'b']],
    ['lists', "$n = 'a', 'b'; Use-It $n", ['a, b']],
    ['lists that grow', "$n = @('a'); $n += 'b'; Use-It $n", ['a, b']],
    ['numbers as they are written', 'Use-It 010', ['010']],
    ['strings with variables in them', '$n = 3; Use-It "vm$n-${n}x"', ['vm3-3x']],
    ['sums of strings', "$n = 'vm' + 1; Use-It $n", ['vm1']],
    [
      'hashtables and their keys',
      "$h = @{ Name = 'a'; Ids = 1, 2 }; Use-It $h.Name; Use-It $h['ids']",
      ['a', '1, 2'],
    ],
    ['elements', "$n = 'a', 'b'; Use-It $n[1]; Use-It $n[-2]; Use-It $n.Count", ['b', 'a', '2']],
    ['a loop over a known list', "foreach ($n in 'a', 'b') { Use-It $n }", ['a', 'b']],
    [
      'a loop in a loop',
      "foreach ($a in 1..2) { foreach ($b in 'x', 'y') { Use-It \"$a$b\" } }",
      ['1x', '1y', '2x', '2y'],
    ],
    ['a known list in a pipeline', '1..3 | ForEach-Object { Use-It $_ }', ['1', '2', '3']],
    ['a test of a known value', '$two = $true; if ($two) { Use-It a } else { Use-It b }', ['a']],
    ['words that are compared', "$mode = 'LACP'; if ($mode -eq 'lacp') { Use-It a }", ['a']],
    ['no test of an unknown one', 'if (Get-Thing) { Use-It a } else { Use-It b }', ['whether?', 'whether?']],
    ['nothing of a variable that nobody set', 'Use-It $name', ['?']],
    ['nothing of what a command gives', '$n = Get-Thing; Use-It $n', ['?']],
    ['nothing of what a test may have changed', "$n = 'a'; if (Get-Thing) { $n = 'b' }; Use-It $n", ['?']],
    ['nothing of a list that only running tells', 'foreach ($n in Get-Thing) { Use-It $n }', ['whether?']],
    [
      'nothing of loops that are left early',
      'foreach ($n in 1, 2) { if ($n -eq 1) { break }; Use-It $n }',
      ['whether?'],
    ],
    ['nothing of functions', 'function f { Use-It a }; f', []],
    ['nothing behind a return', 'Use-It a; return; Use-It b', ['a', 'whether?']],
    ['nothing of script blocks', 'Invoke-Command { Use-It a }', ['whether?']],
    [
      'what is tried, and nothing of what catches',
      'try { Use-It a } catch { Use-It b } finally { Use-It c }',
      ['a', 'whether?', 'c'],
    ],
    ['nothing of strings that run something', 'Use-It "a$(Get-Thing)"', ['?']],
    ['what is given in parentheses', "Use-It ('a' + 'b')", ['ab']],
    [
      'names of objects of JavaScript as what they are: unknown',
      'Use-It $constructor; Use-It $h.toString',
      ['?', '?'],
    ],
  ])('is: %s', (_what, text, runs) => {
    expect(runsOf(text)).toEqual(runs);
  });

  it('goes on with what earlier blocks have set', () => {
    expect(runsOf('Use-It $n', new Map([['n', 'a']]))).toEqual(['a']);
    expect(variablesAfter("$n = 'a'; $m = $n, 2; $x = Get-Thing")).toEqual({ n: 'a', m: ['a', 2] });
  });

  it('ends where following it would take long, and is unknown from there on', () => {
    const loops =
      'foreach ($a in 1..100) { foreach ($b in 1..100) { foreach ($c in 1..100) { Use-It $c } } }; Use-It last';
    expect(runsOf(loops).at(-1)).toBe('whether?');
    expect(runsOf(`Use-It (${'('.repeat(150)}1${')'.repeat(150)})`)).toEqual(['?']);
    expect(runsOf(`$n = ${Array(20_000).fill('1').join(' + ')}; Use-It $n`)).toEqual(['?']);
  });
});
