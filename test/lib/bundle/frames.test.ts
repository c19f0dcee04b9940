import { describe, expect, it } from 'vitest';
import { frameNames } from '../../../src/lib/dialects/powershell/frame-names.ts';
import { parse } from '../../../src/lib/dialects/powershell/syntax/parse.ts';
import type { Node } from '../../../src/lib/dialects/powershell/syntax/tree.ts';
import { walk } from '../../../src/lib/dialects/powershell/syntax/walk.ts';
import { powershellTemplate } from '../../../src/lib/platforms/powershell-template.ts';
import { fence, part } from '../fixture-posts.ts';
import { bundleOf, step, textOf } from './rack-bundle.ts';

const roles = ['apply', 'verify', 'undo'] as const;

/** The frame of a script with two steps, and nothing in it. */
function frameOf(role: (typeof roles)[number]): string {
  const steps = ['9:1', '9:2'];
  const frame = powershellTemplate({ shell: 'PowerShell 4.0', role, labwork: 9, device: 'srv1', steps });
  const parts = steps.flatMap((id) => [
    ...frame.openStep(id),
    ...frame.openBlock,
    ...frame.closeBlock,
    ...frame.closeStep(id),
  ]);
  return [...frame.preamble, ...parts, ...frame.ending].join('\n');
}

function nodesOf(text: string): Node[] {
  const nodes: Node[] = [];
  for (const { statement } of parse(text, 4).statements)
    walk(statement, (node) => {
      nodes.push(node);
      return true;
    });
  return nodes;
}

/** What PowerShell itself has, and parameters of the frame's own functions. */
const others =
  /^(?:env:.*|_|null|true|false|Name|What|(?:script:)?(?:ErrorActionPreference|PSDefaultParameterValues))$/;

describe('the frame of a PowerShell script', () => {
  it.each(roles)('is PowerShell of every version: %s', (role) => {
    for (const version of [3, 4, 5, 7]) expect(parse(frameOf(role), version).problems).toEqual([]);
  });

  it('has the names that guides keep clear of, and no others', () => {
    const used = roles.flatMap((role) => nodesOf(frameOf(role)));
    const variables = used.flatMap((node) =>
      node.kind === 'variable' && !others.test(node.name) ? node.name.replace('script:', '') : [],
    );
    const parameters = roles.flatMap((role) =>
      (parse(frameOf(role), 4).parameters ?? []).map(({ name }) => name),
    );
    expect(new Set([...variables, ...parameters])).toEqual(new Set(frameNames.variables));
    const functions = used.flatMap((node) => (node.kind === 'function' ? node.name : []));
    expect(new Set(functions)).toEqual(new Set(frameNames.functions));
    const commands = used.flatMap((node) => {
      const [first] = node.kind === 'command' ? node.elements : [];
      return first?.kind === 'text' ? first.value : [];
    });
    expect(new Set(commands)).toEqual(new Set([...frameNames.functions, ...frameNames.commands]));
  });

  it('has each block of the author in a script block of its own, in the scope of the script', () => {
    const block = (...lines: readonly string[]) => fence('powershell on=srv1', ...lines);
    const bundle = bundleOf(part(step('9:1', 'One', block('return'), block("param($A = 'x')", 'Get-VM'))));
    const text = textOf(bundle, 'hosts/srv1/apply.ps1')!;
    expect(text).toContain('\r\n. {\r\nreturn\r\n}\r\n');
    expect(text).toContain("\r\n. {\r\nparam($A = 'x')\r\nGet-VM\r\n}\r\n");
    const blocks = nodesOf(text).flatMap((node) => (node.kind === 'script-block' ? node.block : []));
    const own = blocks.find(({ parameters }) => parameters !== undefined);
    expect(own?.parameters?.map(({ name }) => name)).toEqual(['A']);
  });
});
