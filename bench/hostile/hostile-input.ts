/** A text that nobody writes, just below the limits of what is read. */
export interface HostileInput {
  /** What it is, and of what kind: `Markdown: lazy lines of a quote`. */
  readonly name: string;
  readonly make: () => string;
  /** Reads it as the check does. What it gives back is not looked at. */
  readonly read: (text: string) => unknown;
}
