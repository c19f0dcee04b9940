import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { misplacedValue, unknownValue } from './findings.ts';
import { listed } from '../diagnostics/listed.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Language } from '../dialects/dialect.ts';
import type { Lab } from '../lab/lab.ts';
import { labValues } from '../lab/values.ts';
import type { Slice } from '../source/slice.ts';
import { originRange } from '../source/slice.ts';
import type { LeftMark, PlacedValues } from './place-values.ts';
import { placeValues } from './place-values.ts';

export interface Substitution extends Pick<PlacedValues, 'slice' | 'values'> {
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes the lab's values into a block for a platform, and tells of those that cannot be written. */
export function substituteValues(
  code: Slice,
  lab: Lab | undefined,
  language: Language,
  platform: string,
): Substitution {
  const { slice, values, left } = placeValues(code, lab, language, platform);
  return { slice, values, diagnostics: left.map((one) => problemOf(one, code, lab, language)) };
}

function problemOf(
  { path, text, start, end, value }: LeftMark,
  code: Slice,
  lab: Lab | undefined,
  language: Language,
): Diagnostic {
  const report = (problem: typeof unknownValue, message: string, hint: string) =>
    problem(code.file, originRange(code, start, end), message, hint);
  if (!lab)
    return report(
      unknownValue,
      `\`${text}\` names a value, but this post has no lab.`,
      'Name the lab in the front matter (`lab: …`), or write the value itself.',
    );
  if (!value) {
    const known = [...labValues(lab).keys()];
    const near = suggest(path, known);
    return report(
      unknownValue,
      `The lab “${lab.id}” has no value “${path}”.`,
      near ? `Did you mean \`{{${near}}}\`?` : `Add it to the lab’s \`values\`; known are ${listed(known)}.`,
    );
  }
  return report(
    misplacedValue,
    `The ${value.title} is “${value.text}”, which cannot be written at this place without changing the command.`,
    language.quotingHint,
  );
}
