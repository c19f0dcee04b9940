/**
 * The files under `catalogue/`, made by `tools/build-powershell-catalogue.ts`. Versions are a mask: 1 Windows Server 2012,
 * 2 2012 R2, 4 2016, 8 2019, 16 2022, 32 2025. A mask left out is the parent's: a parameter or set has its command's, a command
 * its module's.
 */
export interface CatalogueIndex {
  readonly version: 1;
  /** Where the facts come from, and their licences. */
  readonly notice: readonly string[];
  /** SHA-256 of the facts that the files were made from. */
  readonly inputDigest: string;
  /** SHA-256 of the files under `modules/` as they were made from it: name, NUL, text, NUL, in the order of `modules`. */
  readonly modulesDigest: string;
  /** `3.0 Name Type =alias`: since which PowerShell, then as a parameter of a command. */
  readonly commonParameters: readonly string[];
  readonly riskParameters: readonly string[];
  readonly transactionParameters: readonly string[];
  readonly actionPreference: readonly string[];
  /** Alias of a fresh session -> `Target`, or `Target 4.0` where it came with that PowerShell. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Alias that a module brings -> `Target:mask`. */
  readonly moduleAliases: Readonly<Record<string, string>>;
  /** Functions of a fresh session. */
  readonly functions: readonly string[];
  /** Console programs of Windows. */
  readonly programs: readonly string[];
  /**
   * Module -> `63 Add-X Get-Y:60 Get-Z:60?4!3`: its mask, then its commands, `:` their own mask, `?` where that is unproven, `!` where a
   * running system was asked and does not have it.
   */
  readonly modules: Readonly<Record<string, string>>;
}

export interface ModuleFacts {
  readonly module: string;
  readonly os: number;
  /** Version -> which sources described the module there. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
  /** Type -> `mask Name,Name` or `mask~inferred Name,Name`; names are percent-encoded where they hold a blank. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** Parameters that several commands have alike; a number in `p` is an index into it. */
  readonly shared: readonly string[];
  readonly commands: Readonly<Record<string, CommandFacts>>;
}

export interface CommandFacts {
  readonly os?: number;
  /** Versions for which a running system was asked. */
  readonly live?: number;
  /** Versions where the command is likely but unproven. */
  readonly maybe?: number;
  /** Versions where only the documentation has it. */
  readonly doubt?: number;
  /** Versions where it takes no common parameters. */
  readonly noCommon?: number;
  /** Sets, `;` between them: `Name`, `Name@mask`, a `*` at the end where it is the default set (`*mask`: on those versions). */
  readonly s: string;
  /**
   * Parameters, `;` between them: `Name Type`, then any of `=alias,alias`, `@mask`, `{value,value}`, `~mask` (versions whose
   * values are taken over from another), `[low..high]`, `?mask` (documented, absent from the running system) and
   * `:ab/!0p,c/1@60` (sets by letter, in the order of `s`, all where left out; flags `!` mandatory, a number its position, `p`
   * from the pipeline by value, `n` by property name, `r` takes the remaining arguments; versions).
   */
  readonly p: string;
}
