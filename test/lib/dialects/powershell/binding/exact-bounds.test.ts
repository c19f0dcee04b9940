import { expect, it } from 'vitest';
import { createSourceFile, sliceOf } from '../../../../../src/lib/engine.ts';
import { engine } from '../../../../fuzz/commands.ts';

it('says the bounds of a 64-bit number digit by digit', () => {
  const text = `Set-VM -Name a -ProcessorCount ${'9'.repeat(40)}`;
  const { diagnostics } = engine.checkScript(sliceOf(createSourceFile('a.ps1', text)), 'windows-server-2025');
  expect(diagnostics[0]?.message).toContain('from -9223372036854775808 to 9223372036854775807, and');
});
