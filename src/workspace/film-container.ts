// The containers of films, as far as it takes to know what is in one and to take out what a camera wrote beside picture and sound: where
// it was, above all. Nothing in a film points to places by way of what is taken out, so that the rest stays where it is.

/** A part of a file, from `start` to before `end`. */
interface FilePart {
  readonly start: number;
  readonly end: number;
}

export interface FilmContainer {
  readonly format: string;
  readonly codecs: readonly string[];
  readonly isWhole: boolean;
  /** What says something about the film. */
  readonly described: readonly FilePart[];
  /** Pixels, as it is shown; undefined where no track says it. */
  readonly size: FilmSize | undefined;
}

export interface FilmSize {
  readonly width: number;
  readonly height: number;
}

/** Undefined where the first bytes are of no container that is known here. */
export function readContainer(bytes: Buffer): FilmContainer | undefined {
  const head = bytes.toString('latin1', 0, 12);
  if (/^.{4}ftyp/s.test(head)) {
    if (head.slice(8) === 'qt  ') return other('QuickTime');
    return readBoxes(bytes);
  }
  if (head.startsWith('\x1aE\xdf\xa3')) return readElements(bytes);
  if (head.startsWith('RIFF') && head.slice(8) === 'AVI ') return other('AVI');
  return head.startsWith('OggS') ? other('Ogg') : undefined;
}

function other(format: string): FilmContainer {
  return { format, codecs: [], isWhole: true, described: [], size: undefined };
}

/** The film without what says something about it, as long as it was. */
export function withoutDescriptions(bytes: Buffer): Buffer {
  const container = readContainer(bytes);
  const copy = Buffer.from(bytes);
  for (const { start, end } of container?.described ?? [])
    if (container?.format === 'mp4') blankBox(copy, start, end);
    else blankElement(copy, start, end);
  return copy;
}

/** ISO/IEC 14496-12: boxes of a size and a type, some of which hold others. */
const holding: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf']);
/** User data, Apple's keys and XMP, wherever they stand. */
const describing: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid']);

function readBoxes(bytes: Buffer): FilmContainer {
  const codecs: string[] = [];
  const described: FilePart[] = [];
  let size: FilmSize | undefined;
  const walk = (from: number, to: number): boolean => {
    let at = from;
    while (at + 8 <= to) {
      const type = bytes.toString('latin1', at + 4, at + 8);
      const short = bytes.readUInt32BE(at);
      const isLong = short === 1 && at + 16 <= to;
      const length = short === 0 ? to - at : isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short;
      const end = at + length;
      if (length < (isLong ? 16 : 8) || end > to) return false;
      const content = at + (isLong ? 16 : 8);
      if (describing.has(type)) described.push({ start: at, end });
      // Version, flags and a number of entries stand before the first entry, whose type is the codec's.
      else if (type === 'stsd' && content + 16 <= end)
        codecs.push(bytes.toString('latin1', content + 12, content + 16));
      else if (type === 'tkhd') size ??= sizeOfTrack(bytes, content, end);
      else if (holding.has(type) && !walk(content, end)) return false;
      at = end;
    }
    return at === to;
  };
  const isWhole = walk(0, bytes.length);
  return { format: 'mp4', codecs, isWhole, described, size };
}

/**
 * A track header ends with a matrix of nine numbers and with width and height in 1/65536 of a pixel, which are 0 for sound. A telephone held
 * upright turns the track by the matrix: x comes from y, and nothing of it from x.
 */
function sizeOfTrack(bytes: Buffer, content: number, end: number): FilmSize | undefined {
  const matrix = end - 44;
  if (matrix < content) return undefined;
  const [width, height] = [end - 8, end - 4].map((at) => Math.round(bytes.readUInt32BE(at) / 0x10000));
  if (!width || !height) return undefined;
  const isTurned = bytes.readInt32BE(matrix) === 0 && bytes.readInt32BE(matrix + 4) !== 0;
  return isTurned ? { width: height, height: width } : { width, height };
}

function blankBox(bytes: Buffer, start: number, end: number): void {
  const isLong = bytes.readUInt32BE(start) === 1;
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, start + (isLong ? 16 : 8), end);
}

/** RFC 8794 and RFC 9559: elements of an id and a size, both of which say how long they are. */
const ids = {
  header: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  codec: 0x86,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  displayUnit: 0x54b2,
  displayWidth: 0x54b0,
  displayHeight: 0x54ba,
  cluster: 0x1f43b675,
  tags: 0x1254c367,
  attachments: 0x1941a469,
} as const;
const holdingIds: ReadonlySet<number> = new Set([
  ids.header,
  ids.segment,
  ids.tracks,
  ids.trackEntry,
  ids.video,
]);

const numeric: ReadonlySet<number> = new Set([
  ids.pixelWidth,
  ids.pixelHeight,
  ids.displayUnit,
  ids.displayWidth,
  ids.displayHeight,
]);

function readElements(bytes: Buffer): FilmContainer {
  const codecs: string[] = [];
  const described: FilePart[] = [];
  /** Whole numbers by what they are of; of the first track that has them. */
  const numbers = new Map<number, number>();
  let docType = '';
  const walk = (from: number, to: number): boolean => {
    let at = from;
    while (at < to) {
      const id = readNumber(bytes, at, to, false);
      const size = id && readNumber(bytes, id.end, to, true);
      if (!id || !size) return false;
      const content = size.end;
      // One that was written while it was recorded does not know its size: what it holds is looked at as what follows.
      const isOpen = size.value === undefined;
      const end = isOpen ? content : content + size.value;
      if (end > to) return false;
      if (id.value === ids.docType) docType = bytes.toString('latin1', content, end).replace(/\0+$/, '');
      else if (id.value === ids.codec)
        codecs.push(bytes.toString('latin1', content, end).replace(/\0+$/, ''));
      else if (id.value === ids.tags || id.value === ids.attachments) described.push({ start: at, end });
      else if (numeric.has(id.value!) && end - content >= 1 && end - content <= 4) {
        if (!numbers.has(id.value!)) numbers.set(id.value!, bytes.readUIntBE(content, end - content));
      } else if (!isOpen && holdingIds.has(id.value!) && !walk(content, end)) return false;
      at = end;
    }
    return at === to;
  };
  const isWhole = walk(0, bytes.length);
  const format = docType === 'webm' ? 'webm' : 'Matroska';
  return { format, codecs, isWhole, described, size: sizeOfElements(numbers) };
}

/** As it is to be shown, in pixels or as a proportion; as it is stored where nothing says so. */
function sizeOfElements(numbers: ReadonlyMap<number, number>): FilmSize | undefined {
  const size = (width: number, height: number) => {
    const [wide, high] = [numbers.get(width), numbers.get(height)];
    return wide && high ? { width: wide, height: high } : undefined;
  };
  const stored = size(ids.pixelWidth, ids.pixelHeight);
  const shown = size(ids.displayWidth, ids.displayHeight);
  if (!stored || !shown || !numbers.get(ids.displayUnit)) return shown ?? stored;
  return { width: Math.round((stored.height * shown.width) / shown.height), height: stored.height };
}

/** A number of one to eight bytes, of which the first says by its leading zeros how many; an unknown size has ones alone. */
function readNumber(
  bytes: Buffer,
  at: number,
  to: number,
  isSize: boolean,
): { readonly value: number | undefined; readonly end: number } | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (at + length > to) return undefined;
  let value = isSize ? first & (0xff >> length) : first;
  let isUnknown = value === 0xff >> length;
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index]!;
    isUnknown &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { value: isSize && isUnknown ? undefined : value, end: at + length };
}

function blankElement(bytes: Buffer, start: number, end: number): void {
  const length = end - start;
  bytes.fill(0, start, end);
  // “Void”, with a size that fills what was there.
  bytes[start] = 0xec;
  if (length < 9) bytes[start + 1] = 0x80 | (length - 2);
  else {
    bytes.writeUInt32BE(Math.floor((length - 9) / 2 ** 32), start + 1);
    bytes.writeUInt32BE((length - 9) % 2 ** 32, start + 5);
    bytes[start + 1] = 0x01;
  }
}
