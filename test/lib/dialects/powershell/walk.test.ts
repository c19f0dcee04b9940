import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/lib/dialects/powershell/syntax/parse.ts';
import type { Node } from '../../../../src/lib/dialects/powershell/syntax/tree.ts';
import { walk } from '../../../../src/lib/dialects/powershell/syntax/walk.ts';
import { readSnippets } from '../../../powershell-engine/snippets.ts';

/** Each kind of node once at least, with everything in it that it can have. */
const everyKind = `
using namespace System.IO
[CmdletBinding(PositionalBinding = $false, ConfirmImpact = 'Low')] param([ValidateSet('a', "$b")] [int] $a = 1, $c)
enum E { A = 1; B }
[DscResource()] class C : D { [Key()] [int] $p = 2; static [int] M([int] $x) { return $x + 1 }; C() { } }
function f($a, [string] $b = 'x') { begin { $a } process { $b } end { 1 } }
configuration G { node 'n' { File F { Ensure = 'Present' } } }
workflow W { parallel { a }; sequence { b } }
trap [Exception] { continue }
:one foreach ($i in 1..3) { break one }
for ($i = 0; $i -lt 3; $i++) { a }
while ($true) { b } ; do { c } until ($d)
switch -Regex ($x) { 'a' { 1 } { $_ } { 2 } default { 3 } }
if ($a) { 1 } elseif ($b) { 2 } else { 3 }
try { a } catch [IO.IOException], [Exception] { b } catch { c } finally { d }
$h = @{ a = 1; "b$c" = Get-VM | Sort-Object Name }
$l = 1, (2 + 3), $(4; 5), @(6), { param($y) $y }, -$z, [int]'7', $m.n.o(1, 2), $p?[0], [T]::U, ($q ? 1 : 2)
data D { 'e' }
& $run -Name:$n @args 2>&1 > $file && b || c | d *> "x$($y)"
return $a, $b
`;

describe('walking through a script', () => {
  it('meets every node once, parents first, in the order in which they are put together', () => {
    const kinds = new Set<string>();
    for (const text of [everyKind, ...readSnippets().map((snippet) => snippet.text)]) {
      const { attributes, parameters = [], statements } = parse(text, 7);
      for (const root of [...attributes, ...parameters, ...statements.map(({ statement }) => statement)]) {
        const met: Node[] = [];
        walk(root, (node) => {
          met.push(node);
          kinds.add(node.kind);
          return true;
        });
        const there = nodesIn(root);
        expect(met.length, text).toBe(there.length);
        expect(
          met.every((node, index) => node === there[index]),
          text,
        ).toBe(true);
      }
    }
    // A kind that no script here has is not proved.
    expect([...kinds].sort()).toMatchInlineSnapshot(`
      [
        "array",
        "array-expression",
        "assignment",
        "attribute",
        "binary",
        "block",
        "body",
        "broken",
        "chain",
        "command",
        "conditional",
        "conversion",
        "flow",
        "function",
        "hashtable",
        "if",
        "index",
        "loop",
        "member",
        "number",
        "parameter",
        "parameter-definition",
        "parentheses",
        "pipeline",
        "redirection",
        "script-block",
        "subexpression",
        "switch",
        "text",
        "try",
        "type",
        "type-definition",
        "unary",
        "using",
        "value",
        "variable",
      ]
    `);
  });

  it('does not go into what it is told to leave', () => {
    const met: string[] = [];
    const statement: Node = parse('a { b } | c', 7).statements[0]!.statement;
    walk(statement, (node) => {
      met.push(node.kind);
      return node.kind !== 'script-block';
    });
    expect(met).toEqual(['pipeline', 'command', 'text', 'script-block', 'command', 'text']);
  });
});

/** All that has a kind, found by looking at every property. */
function nodesIn(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'kind' in value ? [value as Node] : [];
  return [...own, ...Object.values(value).flatMap(nodesIn)];
}
