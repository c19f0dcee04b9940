import { limits } from './limits.ts';
import type { PictureProblem } from './picture-problem.ts';

/** What a post shows that moves and sounds: films, and the texts that are read beside them. */
export const filmFormats = ['mp4', 'webm'] as const;
export type MediaFormat = (typeof filmFormats)[number] | 'vtt';

/** What was measured of a file that is a film or captions by its name. */
export interface MediaHead {
  /** By its first bytes; another word for a container that is not shown, undefined for what is none. */
  readonly format: string | undefined;
  /** Of its tracks, as the container names them. */
  readonly codecs: readonly string[];
  /** Whether the container's parts fit into one another and into the file. */
  readonly isWhole: boolean;
  /** Size of the file. */
  readonly bytes: number;
  /** Of captions: what is wrong with them, in words that end a sentence. */
  readonly problem: string | undefined;
}

export interface MediaFile {
  readonly format: MediaFormat;
  readonly bytes: number;
  /** Of the file's bytes. */
  readonly digest: string;
}

/**
 * Of tracks that browsers play (MDN, “Web video codec guide” and “Web audio codec guide”), as MP4 and WebM name them. HEVC is not among
 * them: Firefox and many systems do not play it. A track of anything else, such as a camera's own, may say where it was taken.
 */
const played: ReadonlySet<string> = new Set([
  ...['avc1', 'avc3', 'av01', 'vp08', 'vp09', 'mp4a', 'Opus', 'fLaC', '.mp3'],
  ...['V_VP8', 'V_VP9', 'V_AV1', 'A_OPUS', 'A_VORBIS'],
]);

const encodeAnew =
  'Encode it anew: `ffmpeg -i FILM -map 0:v -map 0:a? -c:v libx264 -pix_fmt yuv420p -movflags +faststart NEW.mp4`.';

/** Why a film or captions cannot be shown; undefined where they can. */
export function judgeMedia({
  format,
  codecs,
  isWhole,
  bytes,
  problem,
}: MediaHead): PictureProblem | undefined {
  if (bytes === 0) return unreadable('is empty', 'Save it anew.');
  if (problem !== undefined)
    return unreadable(
      problem,
      'Write it as WebVTT: `WEBVTT`, an empty line, `00:01.000 --> 00:04.000`, and what is said.',
    );
  if (format === undefined)
    return unreadable('is no film: its first bytes are of no known container', encodeAnew);
  if (!isMediaFormat(format))
    return unreadable(`is ${format}, which browsers do not play everywhere`, encodeAnew);
  if (bytes > limits.filmBytes)
    return {
      kind: 'too-large',
      problem: `has ${Math.ceil(bytes / 2 ** 20)} MiB; at most ${limits.filmBytes / 2 ** 20} are published`,
      hint: 'Cut it, or encode it smaller; hosts take no larger files.',
    };
  if (!isWhole || (format !== 'vtt' && codecs.length === 0))
    return unreadable(
      'is damaged or breaks off: its container cannot be read',
      'Copy it again from where it came.',
    );
  const other = codecs.find((codec) => !played.has(codec));
  return other === undefined
    ? undefined
    : unreadable(`has a track of “${other}”, which browsers do not play everywhere`, encodeAnew);
}

export function isMediaFormat(format: string): format is MediaFormat {
  return format === 'vtt' || filmFormats.some((known) => known === format);
}

function unreadable(problem: string, hint: string): PictureProblem {
  return { kind: 'unreadable', problem, hint };
}
