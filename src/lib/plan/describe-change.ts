import type { JsonValue, Properties, ResourceChange } from '../models/resource.ts';

/** A change in words that every view shares. */
export interface DescribedChange {
  readonly sign: '+' | '~' | '-';
  /** `virtual switch`, `IP address` */
  readonly kind: string;
  readonly name: string;
  /** What is set, or becomes another; none of what goes. */
  readonly facts: readonly DescribedFact[];
}

export interface DescribedFact {
  /** `minimumBandwidth` */
  readonly name: string;
  /** Undefined for what is made. */
  readonly before: string | undefined;
  readonly after: string;
}

const signs = { create: '+', change: '~', remove: '-' } as const;

export function describeChange({
  action,
  kind,
  name,
  before = {},
  after = {},
}: ResourceChange): DescribedChange {
  const names = action === 'remove' ? [] : Object.keys({ ...before, ...after });
  const facts = names.map((key) => ({
    name: key,
    before: action === 'create' ? undefined : valueText(before[key]),
    after: valueText(after[key]),
  }));
  return {
    sign: signs[action],
    kind: kind.replaceAll('-', ' ').replace(/\b(?:vlan|nic|ip|mtu|dns)\b/g, (word) => word.toUpperCase()),
    name,
    facts: facts.filter((fact) => fact.before !== fact.after),
  };
}

function valueText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '(not set)';
  if (Array.isArray(value)) return value.map((item) => valueText(item as JsonValue)).join(', ');
  if (typeof value === 'object')
    return Object.entries(value as Properties)
      .map(([key, inner]) => `${key} ${valueText(inner)}`)
      .join(', ');
  return String(value);
}
