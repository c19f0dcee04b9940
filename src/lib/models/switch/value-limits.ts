import type { IosCommand } from '../../dialects/ios/command.ts';

/**
 * Where numbers of VLANs may end: nobody makes the first one, 1002 to 1005 are there for other networks than Ethernet, and those above are
 * refused by a Catalyst that is a VTP server (Catalyst 2960-S configuration guide, Configuring VLANs).
 */
export const vlanBounds = {
  lowest: [1, 2],
  highest: [4094, 1001],
  reserved: [1002, 1003, 1004, 1005],
} as const;

/** What the argument takes that is from `start` to `end` of its text; undefined where it is a part of one, or has no bounds. */
export function limitsAt(
  { parsed, lineStart }: IosCommand,
  start: number,
  end: number,
):
  | { readonly kind: 'number'; readonly from: number; readonly to: number }
  | { readonly kind: 'length'; readonly to: number }
  | undefined {
  if (parsed.kind !== 'command') return undefined;
  const value = parsed.parsed.match.values.find(
    (one) => one.start + lineStart === start && one.end + lineStart === end,
  );
  if (!value) return undefined;
  const { type, from, to } = value.argument;
  if (type === 'int' && from !== undefined && to !== undefined) return { kind: 'number', from, to };
  return (type === 'word' || type === 'line') && to !== undefined ? { kind: 'length', to } : undefined;
}
