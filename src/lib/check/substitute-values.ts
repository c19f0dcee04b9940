import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { misplacedValue, unknownValue } from './findings.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Language } from '../dialects/dialect.ts';
import type { Lab, LabValue } from '../lab/lab.ts';
import { labValues } from '../lab/values.ts';
import type { Replacement, Slice } from '../source/slice.ts';
import { originRange, replaceInSlice } from '../source/slice.ts';
import type { ResolvedValue } from './labwork.ts';

export interface Substitution {
  /** The code with every known `{{value}}` filled in; unknown ones stay as they were written. */
  readonly slice: Slice;
  readonly values: readonly ResolvedValue[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `{{vswitch}}`, `{{networks.lm.vlan}}`. A PowerShell script block in a script block has a blank or a cmdlet inside. */
const mark = /\{\{ ?([A-Za-z][\w-]*(?:\.[\w-]+)*) ?\}\}/g;

/** Writes the lab's values into a block, each quoted by the dialect for the place it stands at. */
export function substituteValues(code: Slice, lab: Lab | undefined, dialect: Language): Substitution {
  const marks = [...code.text.matchAll(mark)];
  if (marks.length === 0) return { slice: code, values: [], diagnostics: [] };
  const known = lab ? labValues(lab) : new Map<string, LabValue>();
  const diagnostics: Diagnostic[] = [];
  const replacements: (Replacement & { readonly value: LabValue })[] = [];
  // The dialect judges the quotes around a value on a text that has a plain letter in its place.
  const { text: plain, offsets } = withPlaceholders(code.text, marks);
  const quote = dialect.quoter(plain);
  marks.forEach((match, index) => {
    const path = match[1]!;
    const start = match.index;
    const end = start + match[0].length;
    const report = (problem: typeof unknownValue, message: string, hint: string) =>
      diagnostics.push(problem(code.file, originRange(code, start, end), message, hint));
    const value = known.get(path);
    if (!lab) {
      report(
        unknownValue,
        `\`${match[0]}\` names a value, but this post has no lab.`,
        'Name the lab in the front matter (`lab: …`), or write the value itself.',
      );
      return;
    }
    if (!value) {
      const near = suggest(path, known.keys());
      report(
        unknownValue,
        `The lab “${lab.id}” has no value “${path}”.`,
        near
          ? `Did you mean \`{{${near}}}\`?`
          : `Add it to the lab’s \`values\`; known are ${listed([...known.keys()])}.`,
      );
      return;
    }
    const text = quote(value.text, offsets[index]!);
    if (text === undefined) {
      report(
        misplacedValue,
        `The ${value.title} is “${value.text}”, which cannot be written at this place without changing the command.`,
        dialect.quotingHint,
      );
      return;
    }
    replacements.push({ start, end, text, value });
  });
  const values: ResolvedValue[] = [];
  let shift = 0;
  for (const { start, end, text, value } of replacements) {
    values.push({ value, start: start + shift, end: start + shift + text.length });
    shift += text.length - (end - start);
  }
  return { slice: replaceInSlice(code, replacements), values, diagnostics };
}

function withPlaceholders(
  text: string,
  marks: readonly RegExpExecArray[],
): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let plain = '';
  let done = 0;
  for (const match of marks) {
    plain += text.slice(done, match.index);
    offsets.push(plain.length);
    plain += 'X';
    done = match.index + match[0].length;
  }
  return { text: plain + text.slice(done), offsets };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
