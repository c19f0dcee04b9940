declare module 'subset-font' {
  /** The font cut down to the glyphs of `text`, with the named axes pinned. */
  export default function subset(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2';
      variationAxes?: Readonly<Record<string, number>>;
      /** OpenType features; all where it is left out. */
      keepFeatures?: readonly string[];
      dropTables?: readonly string[];
    },
  ): Promise<Buffer>;
}

declare module 'fontverter' {
  export function convert(font: Buffer, format: 'truetype'): Promise<Buffer>;
}
