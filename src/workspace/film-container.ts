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
  return { format, codecs: [], isWhole: true, described: [] };
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
  const walk = (from: number, to: number): boolean => {
    let at = from;
    while (at + 8 <= to) {
      const type = bytes.toString('latin1', at + 4, at + 8);
      const short = bytes.readUInt32BE(at);
      const isLong = short === 1 && at + 16 <= to;
      const size = short === 0 ? to - at : isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short;
      const end = at + size;
      if (size < (isLong ? 16 : 8) || end > to) return false;
      const content = at + (isLong ? 16 : 8);
      if (describing.has(type)) described.push({ start: at, end });
      // Version, flags and a number of entries stand before the first entry, whose type is the codec's.
      else if (type === 'stsd' && content + 16 <= end)
        codecs.push(bytes.toString('latin1', content + 12, content + 16));
      else if (holding.has(type) && !walk(content, end)) return false;
      at = end;
    }
    return at === to;
  };
  const isWhole = walk(0, bytes.length);
  return { format: 'mp4', codecs, isWhole, described };
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
  cluster: 0x1f43b675,
  tags: 0x1254c367,
  attachments: 0x1941a469,
} as const;
const holdingIds: ReadonlySet<number> = new Set([ids.header, ids.segment, ids.tracks, ids.trackEntry]);

function readElements(bytes: Buffer): FilmContainer {
  const codecs: string[] = [];
  const described: FilePart[] = [];
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
      else if (!isOpen && holdingIds.has(id.value!) && !walk(content, end)) return false;
      at = end;
    }
    return at === to;
  };
  const isWhole = walk(0, bytes.length);
  return { format: docType === 'webm' ? 'webm' : 'Matroska', codecs, isWhole, described };
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
