import { iosText } from '../../dialects/ios/text-conventions.ts';
import { checkText } from '../../dialects/text-checks/check-text.ts';
import type { SimulatedFile, SimulationOptions } from './simulate-file.ts';
import { simulateFile } from './simulate-file.ts';
import type { Slice } from '../../source/slice.ts';

/**
 * A bare configuration or session in a factory-fresh switch. The switch takes a password that everybody can read, so that one is
 * a warning here; in a post it fails the check.
 */
export function simulateScript(code: Slice, options: SimulationOptions): SimulatedFile {
  const simulated = simulateFile(code, options);
  const secrets = checkText(code, iosText, false).filter(({ rule }) => rule === iosText.secretRule.id);
  if (secrets.length === 0) return simulated;
  const byLine = Map.groupBy(secrets, ({ range }) => range.start.line);
  return {
    ...simulated,
    lines: simulated.lines.map((line, index) => ({
      ...line,
      diagnostics: [
        ...line.diagnostics,
        ...(byLine.get(index + 1) ?? []).map((secret) => ({ ...secret, severity: 'warning' as const })),
      ],
    })),
  };
}
