import type { Sharp } from 'sharp';
import type { Picture } from '../../../lib/picture/picture.ts';
import type { PictureFile, PictureView } from '../../../site/types/picture.ts';
import { digestOf } from '../../../workspace/digest.ts';
import { loadSharp, openOptions } from '../../../workspace/inspect-picture.ts';
import { settings } from './settings.ts';

/** What a picture is shown as, whatever it is called and wherever it lies. */
export type MadePicture = Omit<PictureView, 'id' | 'digest' | 'kind'>;

/** The files of a picture, by the names that they have in the site. */
export type PictureFiles = ReadonlyMap<string, Buffer>;

type LibraryOptions = Parameters<Awaited<ReturnType<typeof loadSharp>>>[1];

/**
 * Makes what pages show of a picture that was inspected. Each file is encoded from pixels: turned as the camera was, in the colours of
 * sRGB, and without anything else that stood in the file, of which the place where a photograph was taken is the most harmful.
 */
export async function makePicture(
  bytes: Buffer,
  picture: Picture,
): Promise<{ readonly made: MadePicture; readonly files: PictureFiles }> {
  const files = new Map<string, Buffer>();
  const store = (content: Buffer, ending: string, width: number): PictureFile => {
    // A host may pass over what begins with a line.
    const name = `p-${digestOf(content)}.${ending}`;
    files.set(name, content);
    return { url: `/pictures/${name}`, width };
  };
  const sharp = await loadSharp();
  const open = (options?: LibraryOptions): Sharp =>
    sharp(bytes, { ...openOptions, ...options })
      .autoOrient()
      .toColourspace('srgb');
  const { width, height } = picture;
  const original = await makeOriginal(open, picture);
  const ownFile = store(original, picture.format === 'jpeg' ? 'jpg' : picture.format, width);

  const top = Math.min(width, settings.widths.at(-1)!);
  const { data, info } = await open().resize({ width: top }).raw().toBuffer({ resolveWithObject: true });
  const shape = { width: info.width, height: info.height, channels: info.channels };
  const pixels = (wanted: number): Sharp => {
    const all = sharp(data, { raw: shape });
    return wanted === top ? all : all.resize({ width: wanted });
  };
  const widths = widthsBelow(top);
  const isLossless = picture.format === 'png' || picture.format === 'gif';
  const crisp = isLossless && width <= settings.crispWidth ? await makeCrisp(open, width) : undefined;
  const animation = picture.frames > 1 ? await makeAnimation(open, picture) : undefined;
  const common = {
    width,
    height,
    original: { ...ownFile, format: picture.format, bytes: original.length },
    animation: animation && store(animation.content, 'webp', animation.width),
    transparent: isTransparent(data, info.channels),
  };
  if (crisp) {
    const own = crisp.map(({ width: wide, content }) => store(content, 'webp', wide));
    const isStill = picture.format === 'png';
    const fallback = isStill ? ownFile : store(await open().png().toBuffer(), 'png', width);
    return { made: { ...common, sources: [{ type: 'image/webp', files: own }], fallback }, files };
  }
  const avif: Encoded[] = [];
  const webp: Encoded[] = [];
  // Thin lines of colour survive in a drawing that was saved as PNG; a photograph has none.
  const chromaSubsampling = isLossless ? '4:4:4' : '4:2:0';
  for (const wide of widths) {
    const source = pixels(wide);
    const likeness = await withinBudget(settings.avif, (options) =>
      source.clone().avif({ ...options, chromaSubsampling }),
    );
    avif.push({ width: wide, content: likeness });
    const other = await withinBudget(settings.webp, (options) => source.clone().webp(options));
    webp.push({ width: wide, content: other });
  }
  const plain = Math.min(top, settings.fallbackWidth);
  // An even number of channels has one of transparency, which JPEG does not know.
  const fallback =
    info.channels % 2 === 0
      ? store(await pixels(plain).png().toBuffer(), 'png', plain)
      : store(await withinBudget(settings.jpeg, (options) => pixels(plain).jpeg(options)), 'jpg', plain);
  const sourceOf = (ending: 'avif' | 'webp', encoded: readonly Encoded[]) => ({
    type: `image/${ending}`,
    files: encoded.map(({ width: wide, content }) => store(content, ending, wide)),
  });
  // Browsers take the first that they know, so that the one which is larger must not be it.
  const sources = sizeOf(avif) < sizeOf(webp) ? [sourceOf('avif', avif)] : [];
  sources.push(sourceOf('webp', webp));
  return { made: { ...common, sources, fallback }, files };
}

/** Whether the page is seen through any pixel. An even number of channels has one of transparency, which comes last. */
function isTransparent(pixels: Buffer, channels: number): boolean {
  if (channels % 2 === 1) return false;
  for (let at = channels - 1; at < pixels.length; at += channels) if (pixels[at]! < 255) return true;
  return false;
}

function sizeOf(encoded: readonly Encoded[]): number {
  return encoded.reduce((sum, { content }) => sum + content.length, 0);
}

/** A file in the best of the qualities in which it keeps to the budget. */
async function withinBudget<Options extends { readonly quality: number }>(
  options: Options,
  encoder: (options: Options) => Sharp,
): Promise<Buffer> {
  let content = Buffer.alloc(0);
  for (const share of settings.lesser) {
    content = await encoder({ ...options, quality: Math.round(options.quality * share) }).toBuffer();
    if (content.length <= settings.budget) break;
  }
  return content;
}

type Open = (options?: LibraryOptions) => Sharp;

function makeOriginal(open: Open, { format, frames }: Picture): Promise<Buffer> {
  const all = open(frames > 1 ? { pages: -1 } : undefined);
  const { jpeg, webp, avif } = settings.original;
  if (format === 'jpeg') return all.jpeg(jpeg).toBuffer();
  if (format === 'webp') return all.webp(webp).toBuffer();
  if (format === 'avif') return all.avif(avif).toBuffer();
  return format === 'gif' ? all.gif().toBuffer() : all.png().toBuffer();
}

/** The widths up to the widest, without those that are nearly as wide as the next. */
export function widthsBelow(top: number): number[] {
  return [...settings.widths.filter((width) => width < top * settings.nearly), top];
}

interface Encoded {
  readonly width: number;
  readonly content: Buffer;
}

/**
 * Without any loss, for screenshots: undefined where that takes more than a good likeness would. It is as wide as the file, for letters
 * that are scaled are neither crisp nor small; a narrower one that is as large is left out.
 */
async function makeCrisp(open: Open, top: number): Promise<Encoded[] | undefined> {
  const pixels = (width: number) => (width === top ? open() : open().resize({ width }));
  const content = await pixels(top).webp(settings.lossless).toBuffer();
  const likeness = await pixels(top).webp(settings.webp).toBuffer();
  if (content.length > likeness.length || content.length > settings.budget) return undefined;
  const made: Encoded[] = [{ width: top, content }];
  for (const width of widthsBelow(top).slice(0, -1).toReversed()) {
    const narrower = await pixels(width).webp(settings.lossless).toBuffer();
    if (narrower.length < made[0]!.content.length * settings.nearly)
      made.unshift({ width, content: narrower });
  }
  return made;
}

async function makeAnimation(open: Open, { width }: Picture): Promise<Encoded> {
  const { quality, effort, width: most } = settings.animation;
  const wide = Math.min(width, most);
  const content = await open({ pages: -1 })
    .resize({ width: wide })
    .webp({ quality, effort, mixed: true })
    .toBuffer();
  return { width: wide, content };
}
