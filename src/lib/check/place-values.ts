import type { Language } from '../dialects/dialect.ts';
import type { Lab, LabValue } from '../lab/lab.ts';
import { labValues } from '../lab/values.ts';
import type { Slice } from '../source/slice.ts';
import type { ResolvedValue } from './labwork.ts';

/** A block with values in the place of their marks. */
export interface PlacedValues {
  /** The code with every known `{{value}}` filled in; unknown ones stay as they were written. */
  readonly slice: Slice;
  readonly values: readonly ResolvedValue[];
  /** Those that are not filled in. */
  readonly left: readonly LeftMark[];
}

/** A mark that stays as it is written. */
export interface LeftMark extends MarkInCode {
  /** The value that cannot be written there; undefined where there is none of that name. */
  readonly value: LabValue | undefined;
}

/** `{{path}}` in a code, by its offsets. */
export interface MarkInCode {
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `{{vswitch}}`, `{{networks.lm.vlan}}`. A PowerShell script block in a script block has a blank or a cmdlet inside. */
const mark = /\{\{ ?([A-Za-z][\w-]*(?:\.[\w-]+)*) ?\}\}/g;

export function valueMarks(text: string): readonly MarkInCode[] {
  return [...text.matchAll(mark)].map((match) => ({
    path: match[1]!,
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Writes the lab's values into a block for a platform, each quoted by its language for the place it stands at. */
export function placeValues(
  code: Slice,
  lab: Lab | undefined,
  { writeValues }: Pick<Language, 'writeValues'>,
  platform: string,
): PlacedValues {
  const marks = valueMarks(code.text);
  if (marks.length === 0) return { slice: code, values: [], left: [] };
  const known = lab ? labValues(lab) : new Map<string, LabValue>();
  const places = marks.map(({ path, start, end }) => {
    const value = known.get(path);
    return { start, end, of: value, value: value?.text };
  });
  const { slice, written } = writeValues(code, places, platform);
  const left: LeftMark[] = [];
  const values: ResolvedValue[] = [];
  let shift = 0;
  places.forEach(({ start, end, of: value }, index) => {
    const text = written[index];
    if (!value || text === undefined) {
      left.push({ ...marks[index]!, value });
      return;
    }
    values.push({ value, start: start + shift, end: start + shift + text.length });
    shift += text.length - (end - start);
  });
  return { slice, values, left };
}
