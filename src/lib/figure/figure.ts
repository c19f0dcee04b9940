/** A drawing that was read, proved and written anew: nothing in it runs, loads or leads anywhere. Made by `readFigure`. */
export interface Figure {
  /** The file's name without extension. */
  readonly id: string;
  /** Of `<svg>` itself, without namespaces and id. */
  readonly attributes: Readonly<Record<string, string>>;
  /**
   * What `<svg>` holds, as text that XML and HTML read alike, cut wherever an id or a reference to one begins: joined with a prefix of
   * its own, a drawing clashes with no other on its page.
   */
  readonly content: readonly string[];
}
