import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { misplacedValue, unknownValue } from './findings.ts';
import { listed } from '../diagnostics/listed.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Language } from '../dialects/dialect.ts';
import type { Lab, LabValue } from '../lab/lab.ts';
import { labValues } from '../lab/values.ts';
import type { Slice } from '../source/slice.ts';
import { originRange } from '../source/slice.ts';
import type { ResolvedValue } from './labwork.ts';

export interface Substitution {
  /** The code with every known `{{value}}` filled in; unknown ones stay as they were written. */
  readonly slice: Slice;
  readonly values: readonly ResolvedValue[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `{{vswitch}}`, `{{networks.lm.vlan}}`. A PowerShell script block in a script block has a blank or a cmdlet inside. */
const mark = /\{\{ ?([A-Za-z][\w-]*(?:\.[\w-]+)*) ?\}\}/g;

/** Writes the lab's values into a block for a platform, each quoted by its language for the place it stands at. */
export function substituteValues(
  code: Slice,
  lab: Lab | undefined,
  language: Language,
  platform: string,
): Substitution {
  const marks = [...code.text.matchAll(mark)];
  if (marks.length === 0) return { slice: code, values: [], diagnostics: [] };
  const known = lab ? labValues(lab) : new Map<string, LabValue>();
  const places = marks.map((match) => {
    const value = known.get(match[1]!);
    return { start: match.index, end: match.index + match[0].length, of: value, value: value?.text };
  });
  const { slice, written } = language.writeValues(code, places, platform);
  const diagnostics: Diagnostic[] = [];
  const values: ResolvedValue[] = [];
  let shift = 0;
  places.forEach(({ start, end, of: value }, index) => {
    const text = written[index];
    const report = (problem: typeof unknownValue, message: string, hint: string) =>
      diagnostics.push(problem(code.file, originRange(code, start, end), message, hint));
    const [all, path] = marks[index]!;
    if (!lab) {
      report(
        unknownValue,
        `\`${all}\` names a value, but this post has no lab.`,
        'Name the lab in the front matter (`lab: …`), or write the value itself.',
      );
    } else if (!value) {
      const near = suggest(path!, known.keys());
      report(
        unknownValue,
        `The lab “${lab.id}” has no value “${path}”.`,
        near
          ? `Did you mean \`{{${near}}}\`?`
          : `Add it to the lab’s \`values\`; known are ${listed([...known.keys()])}.`,
      );
    } else if (text === undefined) {
      report(
        misplacedValue,
        `The ${value.title} is “${value.text}”, which cannot be written at this place without changing the command.`,
        language.quotingHint,
      );
    } else {
      values.push({ value, start: start + shift, end: start + shift + text.length });
      shift += text.length - (end - start);
    }
  });
  return { slice, values, diagnostics };
}
