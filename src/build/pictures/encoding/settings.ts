/**
 * What pictures are made into. A figure is at most 832 CSS pixels wide (`styles/figures.css`), so twice that is the most that a screen
 * shows of it; a telephone with three pixels to one of CSS shows 1,170.
 */
export const settings = {
  /** Pixels; a picture is never made wider than it is. */
  widths: [400, 800, 1200, 1664],
  /** Of a width that is left out, because the next one is hardly wider. */
  nearly: 0.85,
  /** Of a screenshot that is shown without loss; a wider one is a picture like any other. */
  crispWidth: 4096,
  /**
   * Bytes of a file that a page shows, at most. One that is more, such as a photograph of gravel, is encoded anew in these shares of the
   * quality, and given in the last of them whatever it is.
   */
  budget: 200 * 1024,
  lesser: [1, 0.7, 0.4, 0.15],
  /** Effort 1 takes a small part of the time of the library's own 4, for files that are some percent larger. */
  avif: { quality: 50, effort: 1 },
  webp: { quality: 75, effort: 4 },
  lossless: { lossless: true, effort: 4 },
  /** For browsers that know neither, and for feed readers. */
  jpeg: { quality: 80, progressive: true },
  fallbackWidth: 1200,
  /** All pixels of a photograph, for whoever asks for them. */
  original: { jpeg: { quality: 90 }, webp: { quality: 90 }, avif: { quality: 70, effort: 1 } },
  animation: { width: 832, quality: 70, effort: 3 },
} as const;
