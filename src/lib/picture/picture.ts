import type { MediaFile } from './media.ts';
import type { PictureProblem } from './picture-problem.ts';

/** The formats of pictures that are made of pixels; drawings (SVG) are read by `lib/figure`. */
export const pictureFormats = ['png', 'jpeg', 'webp', 'avif', 'gif'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** What the head of a picture's file says, before a pixel of it is read. */
export interface PictureHead {
  /** By its first bytes, whatever its name; another word for a format that is not read, undefined for what is no picture. */
  readonly format: string | undefined;
  /** Pixels of one frame, as stored. */
  readonly width: number;
  readonly height: number;
  /** 1 where nothing moves. */
  readonly frames: number;
  /** Size of the file. */
  readonly bytes: number;
}

/** A picture as the engine knows it: what whoever may read files has measured of one. */
export interface Picture {
  readonly format: PictureFormat;
  /** Pixels as they are shown: a camera held upright has turned them. */
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** Of the file's bytes. */
  readonly digest: string;
}

/** What a file turned out to be. */
export type PictureReading = Picture | MediaFile | PictureProblem;
