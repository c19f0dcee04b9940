import { describe, expect, it } from 'vitest';
import { frameNames } from '../../../src/lib/dialects/powershell/frame-names.ts';
import { parse } from '../../../src/lib/dialects/powershell/syntax/parse.ts';
import type { Node } from '../../../src/lib/dialects/powershell/syntax/tree.ts';
import { walk } from '../../../src/lib/dialects/powershell/syntax/walk.ts';
import { rowRuntimes, takingKinds } from '../../../src/lib/platforms/powershell/resource-rows.ts';
import { core } from '../../../src/lib/platforms/powershell/runtime/core.ts';
import { gate, noOpenCommands, openCommands } from '../../../src/lib/platforms/powershell/runtime/gate.ts';
import { mainOf } from '../../../src/lib/platforms/powershell/runtime/main.ts';
import { modes } from '../../../src/lib/platforms/powershell/runtime/modes.ts';
import { moving, noMoving } from '../../../src/lib/platforms/powershell/runtime/moving.ts';
import { record } from '../../../src/lib/platforms/powershell/runtime/record.ts';
import { noRepair, repair } from '../../../src/lib/platforms/powershell/runtime/repair.ts';
import { undo } from '../../../src/lib/platforms/powershell/runtime/undo.ts';
import { watch } from '../../../src/lib/platforms/powershell/runtime/watch.ts';
import { fence, part } from '../fixture-posts.ts';
import { bundleOf, hostScript, step, textOf } from './rack-bundle.ts';

const looks = Object.values(rowRuntimes).flatMap(({ pieces }) => pieces);
const pieces = [
  ...new Set([core, ...looks, gate, openCommands, noOpenCommands, record, watch, modes, moving, noMoving]),
  ...[undo, repair, noRepair, mainOf(true), mainOf(false)],
];

function nodesOf(text: string): Node[] {
  const nodes: Node[] = [];
  for (const { statement } of parse(text, 4).statements)
    walk(statement, (node) => {
      nodes.push(node);
      return true;
    });
  return nodes;
}

function commandsIn(text: string): string[] {
  return nodesOf(text).flatMap((node) => {
    const [first] = node.kind === 'command' ? node.elements : [];
    return first?.kind === 'text' && first.quote === 'bare' ? first.value : [];
  });
}

describe('the functions of a host script', () => {
  it.each(pieces.entries().toArray())('are PowerShell of every version: %i', (_index, piece) => {
    for (const version of [3, 4, 5, 7]) expect(parse(piece, version).problems).toEqual([]);
    // What PowerShell 3.0 and 4.0 do not have, and what breaks a template of TypeScript.
    expect(piece).not.toMatch(/::new\(|\.Where\(|\.ForEach\(|Write-Host|`|\$\{|[^\n\x20-\x7E]/);
  });

  it('are called by the names that guides keep clear of', () => {
    const own = new RegExp(`^\\w+-${frameNames.prefix}`);
    const functions = pieces.flatMap(nodesOf).flatMap((node) => (node.kind === 'function' ? node.name : []));
    expect(functions.length).toBeGreaterThan(30);
    for (const name of functions) expect(name).toMatch(own);
    const called = new Set(pieces.flatMap(commandsIn).filter((name) => !own.test(name)));
    // The head of every script.
    called.add('Set-StrictMode');
    expect([...called].sort()).toEqual([...frameNames.commands].sort());
  });

  it('call no function that is not among them', () => {
    const own = /^\w+-Labwork/;
    const functions = new Set(
      pieces.flatMap(nodesOf).flatMap((node) => (node.kind === 'function' ? node.name.toLowerCase() : [])),
    );
    for (const name of pieces.flatMap(commandsIn).filter((one) => own.test(one)))
      expect(functions).toContain(name.toLowerCase());
  });

  it('name every command of Windows that they call, so that it is asked for first', () => {
    for (const [kind, { pieces: own, needs }] of Object.entries(rowRuntimes)) {
      const all = takingKinds.some((one) => one === kind) ? [...own, moving] : own;
      const called = all.flatMap(commandsIn).filter((name) => /-(?:Net|VM|Dns)/.test(name));
      expect(new Set(called)).toEqual(new Set(Object.values(needs).flat()));
    }
  });

  it('keep what is of the guide in the scope of one of them, under names that begin with Labwork', () => {
    const apply = nodesOf(modes).find(
      (node) => node.kind === 'function' && node.name === 'Invoke-LabworkApply',
    );
    const names: string[] = [];
    walk(apply!, (node) => {
      if (node.kind === 'variable') names.push(node.name.replace('script:', ''));
      return true;
    });
    for (const name of names)
      expect(name).toMatch(
        /^(?:Labwork\w*|_|env:COMPUTERNAME|true|false|ErrorActionPreference|PSDefaultParameterValues|WhatIfPreference|ConfirmPreference)$/,
      );
  });
});

describe('a block of the guide in a host script', () => {
  it('is a script block of its own, in the scope of all others', () => {
    const block = (...lines: readonly string[]) => fence('powershell on=srv1', ...lines);
    const bundle = bundleOf(part(step('9:1', 'One', block('return'), block("param($A = 'x')", 'Get-VM'))));
    const text = textOf(bundle, hostScript)!;
    expect(text).toContain('; Run = {\r\nreturn\r\n  } }\r\n');
    expect(text).toContain("; Run = {\r\nparam($A = 'x')\r\nGet-VM\r\n  } }\r\n");
    const blocks = nodesOf(text).flatMap((node) => (node.kind === 'script-block' ? node.block : []));
    const own = blocks.find(({ parameters }) => parameters !== undefined);
    expect(own?.parameters?.map(({ name }) => name)).toEqual(['A']);
  });

  it('is in pieces where these mean the same', () => {
    const block = fence('powershell on=srv1', 'function Get-It { return 1 }', 'Get-It', '& { return }');
    const text = textOf(bundleOf(part(step('9:1', 'One', block))), hostScript)!;
    expect(text).toContain('{\r\nGet-It\r\n  }');
  });

  it.each([
    ['return', 'return'],
    ['return within a loop', 'foreach ($x in 1..2) { return }'],
    ['a trap that goes on', 'trap { continue }\r\nGet-VM'],
    ['a loop of its own', 'foreach ($x in 1..2) { if ($x) { break } else { continue } }'],
    ['a return that leaves out what is behind it', 'if ($true) { return }\r\nGet-VM'],
  ])('holds what leaves a block alone: %s', (_, lines) => {
    const block = fence('powershell on=srv1', ...lines.split('\r\n'));
    const text = textOf(bundleOf(part(step('9:1', 'One', block))), hostScript)!;
    const own = nodesOf(text).flatMap((node) =>
      node.kind === 'hashtable'
        ? node.entries.flatMap(({ key, value }) =>
            key.kind === 'text' && key.value === 'Run' && value ? text.slice(value.start, value.end) : [],
          )
        : [],
    );
    expect(own).toContain(`{\r\n${lines}\r\n  }`);
  });

  it('ends in a loop around it, and the script notices that it was left before its end', () => {
    const text = modes;
    const loops = nodesOf(text).flatMap((node) =>
      node.kind === 'loop' && node.keyword === 'do' ? node : [],
    );
    const calls = nodesOf(text).filter(
      (node) => node.kind === 'command' && /^\. \$Labwork\w+\['Run'\]/.test(text.slice(node.start, node.end)),
    );
    expect(calls.length).toBeGreaterThan(1);
    for (const { start, end } of calls)
      expect(loops.some((loop) => loop.start < start && end < loop.end)).toBe(true);
    expect(modes).toMatch(
      /\$LabworkLeft = \$true[^]*?do \{[^]*?\$LabworkLeft = \$false\s*\} while[^]*?if \(\$LabworkLeft\) \{ throw/,
    );
  });
});
