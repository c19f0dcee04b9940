/** Anything that can be written as JSON. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What is set at a resource; what is absent is as the factory left it. */
export type Properties = Readonly<Record<string, JsonValue>>;

/** One modelled thing on a device: a VLAN, a port, a setting. `kind` and `name` together are its key. */
export interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly properties: Properties;
}

/** What makes one resource another one. Without `before` it is created, without `after` it is removed. */
export interface ResourceChange {
  readonly action: 'create' | 'change' | 'remove';
  readonly kind: string;
  readonly name: string;
  readonly before: Properties | undefined;
  readonly after: Properties | undefined;
  /** No command makes this change, or the device refuses the one that would. */
  readonly unreachable?: true;
}

/** A change that no command makes. */
export interface UnemittedChange extends ResourceChange {
  /** A sentence without a full stop. */
  readonly why?: string;
}

/** The change of a resource from some properties to others; undefined where they are equal. */
export function changeOf(
  { kind, name }: Pick<Resource, 'kind' | 'name'>,
  before: Properties | undefined,
  after: Properties | undefined,
): ResourceChange | undefined {
  if (isSame(before, after)) return undefined;
  const action = before === undefined ? 'create' : after === undefined ? 'remove' : 'change';
  return { action, kind, name, before, after };
}

/** The names of the properties in which two sets of them differ, those of the second one first. */
export function changedProperties(before: Properties = {}, after: Properties = {}): string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (name) => !isSame(before[name], after[name]),
  );
}

/** Equal as JSON, whatever the order of keys. */
export function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const a = Object.entries(one);
  const b = new Map<string, JsonValue>(Object.entries(other));
  return a.length === b.size && a.every(([key, value]) => b.has(key) && isSame(value, b.get(key)));
}
