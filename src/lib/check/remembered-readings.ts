import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CodeReading, Command, Dialect } from '../dialects/dialect.ts';
import type { ValuePlace, WrittenValues } from '../dialects/value-places.ts';
import { replacementsOf } from '../dialects/value-places.ts';
import type { DialectId } from '../platforms/dialects.ts';
import type { Slice } from '../source/slice.ts';
import { replaceInSlice } from '../source/slice.ts';
import type { Position, Range } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Dialects } from './run-device.ts';

/** Blocks that are remembered, the last of them; a labwork of two thousand lines has some hundred. */
const mostBlocks = 2000;
/** Of a block as it is read on several devices, or once more with what was changed above it. */
const mostReadings = 4;

/**
 * The dialects, which remember what they made of each block: one that is read again with the same session, wherever it stands in its file by
 * now, is not read anew. What comes of it is the same; `remembered-readings.test.ts` holds both to each other. For whoever checks a text
 * after each letter.
 */
export function rememberReadings(dialects: Dialects): Dialects {
  const remembered = Object.entries(dialects).map(([id, dialect]) => [id, remembering(dialect)] as const);
  return Object.fromEntries(remembered) as Readonly<Record<DialectId, Dialect>>;
}

function remembering(dialect: Dialect): Dialect {
  const readings = createMemory<KnownReading[]>();
  const values = createMemory<WrittenValues['written']>();
  return {
    ...dialect,
    read(code, session) {
      const place = placeOf(code);
      const known = readings.get(place.written) ?? [];
      const found = known.find((one) => isSameBlock(one, place) && isAlike(one.before, session));
      const reading = found ? moved(found.reading, found.place, place) : dialect.read(code, session);
      const others = known.filter((one) => one !== found).slice(0, mostReadings - 1);
      readings.put(place.written, [{ place, before: found?.before ?? session, reading }, ...others]);
      return reading;
    },
    writeValues(code: Slice, places: readonly ValuePlace[], platform: string) {
      const key = JSON.stringify([platform, code.text, places]);
      const written = values.get(key);
      if (written) return { written, slice: replaceInSlice(code, replacementsOf(places, written)) };
      const made = dialect.writeValues(code, places, platform);
      values.put(key, made.written);
      return made;
    },
  };
}

interface KnownReading {
  readonly place: BlockInFile;
  readonly before: unknown;
  readonly reading: CodeReading<unknown, Command>;
}

/** A block with all that its places in the file follow from. */
interface BlockInFile {
  readonly path: string;
  readonly start: Position;
  /** What stands in the file from its first letter to its last. */
  readonly written: string;
  /** With the values in it. */
  readonly text: string;
  readonly pieces: Slice['pieces'];
}

function placeOf({ file, text, pieces }: Slice): BlockInFile {
  const from = pieces[0]?.from ?? 0;
  const last = pieces.at(-1);
  const to = last ? last.from + last.fromLength : from;
  return {
    path: file.path,
    start: rangeAt(file, from, from).start,
    written: file.text.slice(from, to),
    text,
    pieces,
  };
}

function isSameBlock({ place }: KnownReading, other: BlockInFile): boolean {
  const { path, start, written, text, pieces } = place;
  if (text !== other.text || written !== other.written || path !== other.path) return false;
  if (start.column !== other.start.column || pieces.length !== other.pieces.length) return false;
  const by = other.start.offset - start.offset;
  return pieces.every((piece, index) => {
    const { at, length, from, fromLength, substituted } = other.pieces[index]!;
    return (
      piece.at === at &&
      piece.length === length &&
      piece.from + by === from &&
      piece.fromLength === fromLength &&
      piece.substituted === substituted
    );
  });
}

/** A reading of a block that stands elsewhere by now. */
function moved(
  reading: CodeReading<unknown, Command>,
  { start, path }: BlockInFile,
  { start: now }: BlockInFile,
): CodeReading<unknown, Command> {
  const by = now.offset - start.offset;
  const lines = now.line - start.line;
  if (by === 0 && lines === 0) return reading;
  const movedPlace = ({ line, column, offset }: Position): Position => ({
    line: line + lines,
    column,
    offset: offset + by,
  });
  const movedRange = (range: Range): Range => ({
    start: movedPlace(range.start),
    end: movedPlace(range.end),
  });
  const movedDiagnostic = (one: Diagnostic): Diagnostic => ({
    ...one,
    range: movedRange(one.range),
    ...(one.related && {
      related: one.related.map((place) =>
        place.file === path ? { ...place, range: movedRange(place.range) } : place,
      ),
    }),
    ...(one.fix && {
      fix: {
        ...one.fix,
        edits: one.fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })),
      },
    }),
  });
  return {
    ...reading,
    diagnostics: reading.diagnostics.map(movedDiagnostic),
    commands: reading.commands.map((command) => ({
      ...command,
      range: movedRange(command.range),
      ...(command.binding && {
        binding: {
          ...command.binding,
          arguments: command.binding.arguments.map((one) => ({ ...one, range: movedRange(one.range) })),
        },
      }),
    })),
  };
}

/** Whether two values are made alike: what a session holds are plain values, lists, maps and sets. A large one is not compared to its end. */
function isAlike(one: unknown, other: unknown, budget = { left: 2000 }): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if ((budget.left -= 1) < 0 || Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (one instanceof Map || one instanceof Set) {
    const [own, others] = [[...one], [...(other as typeof one)]];
    return own.length === others.length && own.every((item, index) => isAlike(item, others[index], budget));
  }
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) &&
        isAlike(
          (one as Readonly<Record<string, unknown>>)[key],
          (other as Readonly<Record<string, unknown>>)[key],
          budget,
        ),
    )
  );
}

/** What was put in last. */
function createMemory<Value>() {
  const known = new Map<string, Value>();
  return {
    get: (key: string) => known.get(key),
    put(key: string, value: Value) {
      known.delete(key);
      known.set(key, value);
      for (const oldest of known.keys()) {
        if (known.size <= mostBlocks) return;
        known.delete(oldest);
      }
    },
  };
}
