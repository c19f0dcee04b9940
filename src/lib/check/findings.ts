import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { diagnose } from './rules.ts';

// Findings that several checks make.

/** A device that the lab does not have. */
export function unknownDevice(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'guide/unknown-device', file, range, message, hint });
}

/** A value that the lab does not have. */
export function unknownValue(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'guide/unknown-value', file, range, message, hint });
}

const valueType = 'guide/value-type';

/** A value that cannot be written at its place. */
export function misplacedValue(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: valueType, file, range, message, hint });
}

export function isMisplacedValue({ rule }: Diagnostic): boolean {
  return rule === valueType;
}

/** A name in a post of something that is not there. */
export function unknownReference(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'guide/unknown-reference', file, range, message, hint });
}

/** Two things of the content that would lie at one address of the site. */
export function sameAddress(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'content/same-address', file, range, message, hint });
}

/** A file that is on no page. */
export function unusedFile(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'content/unused-file', file, range, message, hint });
}

/** The nearest of the known words, or what else to do. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const near = suggest(word, known);
  return near ? `Did you mean “${near}”?` : otherwise;
}
