import type { JsonValue, ResourceChange } from '../../../models/resource.ts';
import type { Express } from '../script-row.ts';

/** One thing of a host that a command reads. Expressions name parameters of the script by `$script:`, for they are evaluated in functions. */
export interface HostSetting {
  /** As a person calls it; ASCII without quotes. */
  readonly title: string;
  /** An expression: what it is called among its kind. */
  readonly name: string;
  /** The command that reads it, without which its module is not there. */
  readonly needs: string;
  /** Statements that give the one object there is, or none; never an error for what is not there. */
  readonly read: string;
  /** By property, or path of properties, of that object: an expression. */
  readonly want: Readonly<Record<string, string>>;
  /** It is not there before it is made, and is not made anew to be another. */
  readonly make?: true;
  /** An expression: the adapter or switch that it is of, which may be made on the way. */
  readonly on?: string;
  /** Statements that bring back `$Before`, which has what was found, or is null. */
  readonly back?: string;
  /** Statements that give why it cannot go yet, or nothing; asked before it is taken back. */
  readonly holds?: string;
  /** Why nothing takes it back; without a quote or a full stop. */
  readonly stays?: string;
}

/** A change, with the properties that it sets alone; `isLost`: some that were there are not any more. */
export interface SetChange extends ResourceChange {
  readonly set: Readonly<Record<string, JsonValue>>;
  readonly isLost: boolean;
}

/** Undefined for a change that these commands do not read. */
export type SettingMaker = (change: SetChange, express: Express) => readonly HostSetting[] | undefined;

/** The settings of a kind of which a command reads all, each property by its own name; others are not read. */
export function properties(
  set: SetChange['set'],
  names: Readonly<Record<string, { readonly property: string; readonly parameter: string }>>,
  express: Express,
): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(set).map(([key, value]) => {
    const known = names[key];
    return known && ([known.property, express.inside(value, known.parameter)] as const);
  });
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : undefined;
}
