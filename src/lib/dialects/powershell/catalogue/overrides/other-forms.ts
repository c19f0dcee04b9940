/** Values that a parameter takes besides those of its type, because it converts them itself. */
export const otherForms: readonly {
  readonly command: RegExp;
  readonly parameter: string;
  /** The value as text. */
  readonly takes: RegExp;
  readonly source: string;
}[] = [
  {
    command: /^Set-StrictMode$/i,
    parameter: 'Version',
    takes: /^(?:latest|\d+)$/i,
    source:
      'Set-StrictMode, -Version: "1.0, 2.0, 3.0, Latest"; whole numbers: ArgumentToVersionTransformation of the open-source engine',
  },
];
