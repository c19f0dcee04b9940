/**
 * What a picture may be at most. A photograph of a large camera has 50 to 60 million pixels and 30 MB; a file of a few thousand bytes
 * can say that it has more than memory holds, so its head is judged before its pixels are read.
 */
export const limits = {
  /** Of the file. */
  bytes: 64 * 1024 * 1024,
  /** Of all frames together. */
  pixels: 120_000_000,
  /** Pixels of an edge: WebP has no more. */
  edge: 16_383,
  frames: 500,
  /** Of a film or its captions: what Cloudflare Pages takes at most of a file; GitHub takes four times as much. */
  filmBytes: 25 * 1024 * 1024,
} as const;
