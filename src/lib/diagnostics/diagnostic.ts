import type { Range, SourceFile } from '../source/source-file.ts';

/** `error` fails a check; `warning` and `info` do not. */
export type Severity = 'error' | 'warning' | 'info';

/** One problem, told once. The sentence says what was seen, the hint what to do. A plain value: views turn it into text. */
export interface Diagnostic {
  /** Permanent id: `powershell/unknown-parameter`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what was seen, and what was expected. Ends with a full stop. */
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  /** A few words set under the marked text in a code frame. */
  readonly label?: string;
  readonly related?: readonly Related[];
  /** Why it matters; for IOS, the device's own reply. */
  readonly why?: string;
  /** What to do, in the imperative. */
  readonly hint?: string;
  readonly fix?: Fix;
  readonly actual?: string;
  readonly expected?: string;
}

export interface Related {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

/** A `safe` fix is certain to be what the author meant and is applied by `--fix`; an `unsafe` one is only shown. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly Edit[];
}

/** Replaces the file's text from `start` up to `end` (offsets). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a reading returns: the value as far as it could be read, and everything noticed on the way. */
export interface Reading<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a rule reports about a range of one file: everything of a diagnostic but what its catalogue entry already says. */
export type Finding<Rule extends string = string> = Omit<Diagnostic, 'rule' | 'severity' | 'file'> & {
  readonly rule: Rule;
  readonly severity?: Severity;
  readonly file: SourceFile;
};
