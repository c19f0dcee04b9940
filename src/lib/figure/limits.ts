/** What a drawing may be at most. The figures of this blog are 2 to 40 KB of a hundred elements; nothing by hand comes near. */
export const limits = {
  /** UTF-16 code units of the file. */
  length: 500_000,
  /** Elements within elements. */
  depth: 100,
  /** Elements that a browser draws, those that stand behind references counted at every reference. */
  drawn: 50_000,
  /** References that lead to references. */
  references: 20,
} as const;
