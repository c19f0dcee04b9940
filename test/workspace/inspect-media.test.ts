import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { captionsProblem } from '../../src/lib/picture/check-captions.ts';
import { readContainer, withoutDescriptions } from '../../src/workspace/film-container.ts';
import { inspectMedia, mediaReadingOf } from '../../src/workspace/inspect-media.ts';

const box = (type: string, ...content: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length + 8);
  return Buffer.concat([head, Buffer.from(type, 'latin1'), body]);
};
const sample = (codec: string) => box('stsd', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), box(codec, 'x'));
const track = (codec: string, ...more: readonly Buffer[]) =>
  box('trak', box('mdia', box('minf', box('stbl', sample(codec)))), ...more);
const place = '+32.7750-096.8000/';
const film = (codec = 'avc1') =>
  Buffer.concat([
    box('ftyp', 'isom', 'mp42'),
    box('moov', track(codec, box('udta', place)), box('udta', box('\xa9xyz', place)), box('meta', place)),
    box('mdat', 'picture and sound'),
    box('uuid', place),
  ]);

/** An element of Matroska whose id is given in hexadecimal. */
const element = (id: string, ...content: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)));
  return Buffer.concat([
    Buffer.from(id, 'hex'),
    Buffer.from([0x40 | (body.length >> 8), body.length & 255]),
    body,
  ]);
};
const recorded = join(
  import.meta.dirname,
  '../fixtures/other-site/pictures/field-notes/five-shelves/door.webm',
);
const webm = (docType: string) =>
  Buffer.concat([
    element('1a45dfa3', element('4282', docType)),
    element(
      '18538067',
      element('1654ae6b', element('ae', element('86', 'V_VP9'))),
      element('1254c367', place),
      element('1f43b675', 'picture and sound'),
    ),
  ]);

const read = (bytes: Buffer, name = 'a.mp4') => mediaReadingOf(inspectMedia(name, bytes));

describe('a film', () => {
  it('is known by its container, whatever its name', () => {
    expect(read(film())).toMatchObject({ format: 'mp4' });
    expect(read(webm('webm'))).toMatchObject({ format: 'webm' });
    expect(read(readFileSync(recorded))).toMatchObject({ format: 'webm' });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'is empty'],
    ['a text', Buffer.from('no film'), 'is no film'],
    ['one of a telephone', box('ftyp', 'qt  '), 'is QuickTime'],
    ['Matroska', webm('matroska'), 'is Matroska'],
    ['HEVC', film('hvc1'), 'has a track of “hvc1”'],
    ['places beside the picture', film('mebx'), 'has a track of “mebx”'],
    ['one that breaks off', film().subarray(0, 90), 'is damaged'],
    ['one without a track', box('ftyp', 'isom', 'mp42'), 'is damaged'],
    [
      'one whose size is a lie',
      Buffer.concat([box('ftyp', 'isom'), Buffer.from('7fffffff6d6f6f76', 'hex')]),
      'is damaged',
    ],
  ] as const)('is refused: %s', (_what, bytes, problem) => {
    const reading = read(bytes);
    expect('problem' in reading && reading.problem).toContain(problem);
  });

  it('is refused where it is larger than hosts take', () => {
    const head = { format: 'mp4', codecs: ['avc1'], isWhole: true, problem: undefined };
    expect(mediaReadingOf({ media: { ...head, bytes: 26 * 2 ** 20 }, digest: 'a' })).toMatchObject({
      kind: 'too-large',
    });
    expect(mediaReadingOf({ media: { ...head, bytes: 25 * 2 ** 20 }, digest: 'a' })).toMatchObject({
      format: 'mp4',
    });
  });

  it.each([
    ['mp4', film()],
    ['webm', webm('webm')],
  ])('is published without what says where it was taken, and else as it was: %s', (_name, bytes) => {
    const published = withoutDescriptions(bytes);
    expect(bytes.includes(place)).toBe(true);
    expect(published.includes(place)).toBe(false);
    expect(published.length).toBe(bytes.length);
    expect(published.includes('picture and sound')).toBe(true);
    expect(published.indexOf('picture and sound')).toBe(bytes.indexOf('picture and sound'));
    expect(read(published)).toMatchObject({ format: (read(bytes) as { format: string }).format });
  });

  /** ISO/IEC 14496-12, “Track Header Box”: times, layer and volume, the matrix, width and height. */
  const trackHeader = (width: number, height: number, [a, b, c, d]: readonly number[]) => {
    const head = Buffer.alloc(84);
    [a!, b!, 0, c!, d!, 0, 0, 0, 0x4000].forEach((value, index) =>
      head.writeInt32BE(value * 0x10000, 40 + 4 * index),
    );
    head.writeUInt32BE(width * 0x10000, 76);
    head.writeUInt32BE(height * 0x10000, 80);
    return box('tkhd', head);
  };
  const sizeOfMp4 = (...headers: readonly Buffer[]) =>
    readContainer(
      Buffer.concat([
        box('ftyp', 'isom', 'mp42'),
        box('moov', ...headers.map((head) => track('avc1', head))),
      ]),
    )?.size;
  const sizeOfWebm = (...numbers: readonly Buffer[]) =>
    readContainer(
      Buffer.concat([
        element('1a45dfa3', element('4282', 'webm')),
        element(
          '18538067',
          element('1654ae6b', element('ae', element('86', 'V_VP9'), element('e0', ...numbers))),
        ),
      ]),
    )?.size;
  const pixels = [
    element('b0', Buffer.from([0x05, 0x00])),
    element('ba', Buffer.from([0x02, 0xd0])),
  ] as const;

  it('is as large as its container says', () => {
    const upright = [1, 0, 0, 1];
    expect(sizeOfMp4(trackHeader(0, 0, upright), trackHeader(1920, 1080, upright))).toEqual({
      width: 1920,
      height: 1080,
    });
    // A telephone held upright.
    expect(sizeOfMp4(trackHeader(1920, 1080, [0, 1, -1, 0]))).toEqual({ width: 1080, height: 1920 });
    expect(sizeOfMp4(trackHeader(0, 0, upright))).toBeUndefined();
    expect(sizeOfMp4(box('tkhd', 'short'))).toBeUndefined();
    expect(sizeOfWebm(...pixels)).toEqual({ width: 1280, height: 720 });
    const proportion = [
      element('54b0', Buffer.from([4])),
      element('54ba', Buffer.from([3])),
      element('54b2', Buffer.from([3])),
    ];
    expect(sizeOfWebm(...pixels, ...proportion)).toEqual({ width: 960, height: 720 });
    expect(sizeOfWebm(...pixels, ...proportion.slice(0, 2))).toEqual({ width: 4, height: 3 });
    expect(sizeOfWebm()).toBeUndefined();
    expect(readContainer(readFileSync(recorded))?.size).toEqual({ width: 160, height: 90 });
  });

  it('ends no reader, whatever its bytes are', () => {
    let state = 7;
    const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16;
    for (const whole of [film(), webm('webm'), readFileSync(recorded)])
      for (let round = 0; round < 200; round++) {
        const bytes = Buffer.from(whole);
        for (let change = 0; change < 4; change++) bytes[next() % bytes.length] = next() & 255;
        expect(() => [read(bytes), withoutDescriptions(bytes)]).not.toThrow();
      }
  });
});

describe('captions', () => {
  it.each([
    'WEBVTT\n\n00:01.000 --> 00:02.000\nHello',
    '\uFEFFWEBVTT - a title\r\n\r\nNOTE x\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n1\r\n01:00:01.000 --> 01:00:02.500 align:start\r\nHello\r\nthere',
  ])('hold: %j', (text) => {
    expect(captionsProblem(text)).toBeUndefined();
  });

  it.each([
    ['1\n00:00:01,000 --> 00:00:02,000\nHello', 'are no WebVTT'],
    ['WEBVTT', 'have no cue'],
    ['WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nHello', 'have something that is no cue: “00:00:01,000'],
    ['WEBVTT\n\n00:02.000 --> 00:01.000\nHello', 'ends before it begins'],
    ['WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:01.000 --> 00:02.000\nb', 'begins before the one above it'],
    ['WEBVTT\n\n00:05.000 --> 00:06.000\n\n', 'without a word'],
    ['WEBVTT\n\nHello', 'is no cue: “Hello”'],
  ])('are refused: %j', (text, problem) => {
    expect(captionsProblem(text)).toContain(problem);
  });

  it('are refused where they are in another encoding', () => {
    expect(read(Buffer.from('WEBVTT caf\xe9', 'latin1'), 'a.vtt')).toMatchObject({
      problem: 'are not in UTF-8',
    });
  });
});
