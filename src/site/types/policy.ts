/** How what is published may be changed. */
export interface PolicyView {
  readonly classes: readonly PolicyWord[];
  /** Of a correction, the slightest first. */
  readonly severities: readonly PolicyWord[];
  /** What no editorial revision may change, in words that follow “a change of”. */
  readonly substances: readonly string[];
}

export interface PolicyWord {
  readonly name: string;
  readonly means: string;
}
