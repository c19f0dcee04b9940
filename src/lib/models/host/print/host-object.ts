/** An object as a command that reads gives it out: its properties, by their names in lower case. */
export type HostObject = ReadonlyMap<string, ObjectProperty>;

export interface ObjectProperty {
  /** As PowerShell writes it. */
  readonly name: string;
  /** What it is made of: `word` is one of a list that .NET has (an enumeration). */
  readonly type: 'text' | 'number' | 'flag' | 'word' | 'list';
  /** Undefined where nobody knows; null where it is empty. */
  readonly value: ObjectValue | undefined;
}

export type ObjectValue = string | number | boolean | null | readonly string[];

/** What a command gives out. */
export interface Listing {
  readonly objects: readonly HostObject[];
  /** Objects that may be among them, for all that is known. */
  readonly perhaps?: readonly HostObject[];
  /** Windows gives them out in this order. */
  readonly isOrdered: boolean;
  /** The columns of the table that PowerShell shows them in by itself. */
  readonly columns?: readonly string[];
}

type Typed = readonly [type: ObjectProperty['type'], value: ObjectValue | undefined];

export function objectOf(properties: Readonly<Record<string, Typed>>): HostObject {
  return new Map(
    Object.entries(properties).map(([name, [type, value]]) => [name.toLowerCase(), { name, type, value }]),
  );
}

/** Numbers, truth values and words stand at the right of their column. Seen in PowerShell 7.6.9 with `Format-Table -AutoSize -Property`. */
export function standsRight({ type, value }: ObjectProperty): boolean {
  return value !== null && (type === 'number' || type === 'flag' || type === 'word');
}

/** So many elements of a list are shown. Source: about_Preference_Variables, $FormatEnumerationLimit. */
const shownElements = 4;

/** As a table or a list shows it; undefined where nobody knows. */
export function shown({ value }: ObjectProperty): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return String(value);
  const more = value.length > shownElements ? '...' : '';
  return `{${value.slice(0, shownElements).join(', ')}${more}}`;
}
