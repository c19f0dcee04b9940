import type { InterfaceConfig, SwitchState } from '../state.ts';
import { vlansOf } from '../vlan-list.ts';

/** Lines of global configuration that the model keeps as they are, in the order they were given. */
export function globalLines({ running }: SwitchState): readonly string[] {
  return [...running.lines.values()];
}

/** The same of an interface. */
export function interfaceLinesKept({ lines }: InterfaceConfig): readonly string[] {
  return lines ? [...lines.values()] : [];
}

/** What the last of the lines that fit has behind its words; undefined where none fits. */
export function lastValue(lines: readonly string[], words: string): string | undefined {
  const line = lines.findLast((one) => one === words || one.startsWith(`${words} `));
  return line?.slice(words.length).trim();
}

/** VLANs of all lines that have these words and a list of VLANs behind them, ascending. */
export function listedVlans(lines: readonly string[], words: string): number[] {
  const ids = lines.flatMap((line) => {
    const list = line.startsWith(`${words} `) ? line.slice(words.length).trim() : '';
    return /^[\d,-]+$/.test(list) ? vlansOf(list) : [];
  });
  return [...new Set(ids)].sort((a, b) => a - b);
}
