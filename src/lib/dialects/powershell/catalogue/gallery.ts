/** Modules of the PowerShell Gallery by the names of their commands: these are known, and nothing of their parameters. */
export interface GalleryNames {
  readonly version: 1;
  /** Where the names come from, and the licences there. */
  readonly notice: readonly string[];
  /** Module -> its commands, with blanks between them. */
  readonly modules: Readonly<Record<string, string>>;
}

/** A command of such a module. */
export interface GalleryCommand {
  /** As its module writes it. */
  readonly name: string;
  readonly module: string;
}

export interface Gallery {
  command(name: string): GalleryCommand | undefined;
  hasModule(name: string): boolean;
}

/** The gallery over its file, which is asked for when a name is met that nothing else has, and at most once. */
export function openGallery(read: (() => GalleryNames) | undefined): Gallery {
  let commands: ReadonlyMap<string, GalleryCommand> | undefined;
  let modules: ReadonlySet<string> = new Set();
  const open = () => {
    if (commands) return commands;
    const all = Object.entries(read?.().modules ?? {});
    modules = new Set(all.map(([module]) => module.toLowerCase()));
    commands = new Map(
      all.flatMap(([module, names]) => names.split(' ').map((name) => [name.toLowerCase(), { name, module }])),
    );
    return commands;
  };
  return {
    command: (name) => open().get(name.toLowerCase()),
    hasModule(name) {
      open();
      return modules.has(name.toLowerCase());
    },
  };
}
