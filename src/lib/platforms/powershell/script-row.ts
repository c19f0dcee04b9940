import type { JsonValue } from '../../models/resource.ts';

/** One thing that a command makes or sets, as a row of the script's table; its fields are expressions of PowerShell. */
export interface ScriptRow {
  readonly kind: RowKind;
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type RowKind = 'Team' | 'VirtualSwitch' | 'HostAdapter' | 'HostAdapterVlan' | 'Address' | 'Setting';

/** Writes a value of the model as an expression, with the parameter in it that the author's command has; `at` names its likely arguments. */
export interface Express {
  (value: JsonValue, ...at: readonly string[]): string;
  /** The same, for statements that are run by functions of the script: they name its parameters by `$script:`. */
  inside(value: JsonValue, ...at: readonly string[]): string;
}
