import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CodeReading, Command, Dialect, Language } from '../dialects/dialect.ts';
import { checkText } from '../dialects/text-checks/check-text.ts';
import type { Replacement, Slice } from '../source/slice.ts';
import { replaceInSlice, sliceOffset } from '../source/slice.ts';

/** A block as it was read, with the text checks before it. */
export interface CheckedCode<Session, C extends Command> extends CodeReading<Session, C> {
  /** The text that was read: as the text checks would repair it. What a model says of a command, it says of this. */
  readonly read: Slice;
  /** Lines of the file of which the text checks alone speak: what they found there has no certain repair. */
  readonly spoiled: ReadonlySet<number>;
}

/** A text after the text checks, ready for its dialect. */
interface RepairedCode {
  readonly code: Slice;
  readonly found: readonly Diagnostic[];
  readonly read: Slice;
  readonly spoiled: ReadonlySet<number>;
}

/** The text checks, and the text as they would repair it. `bundled`: it goes into the script of a bundle. */
function repairCode(code: Slice, { text }: Language, bundled: boolean): RepairedCode {
  const found = checkText(code, text, bundled);
  const spoiled = new Set<number>();
  for (const { severity, fix, range } of found) {
    if (severity !== 'error' || fix?.safety === 'safe') continue;
    for (let line = range.start.line; line <= range.end.line; line++) spoiled.add(line);
  }
  return { code, found, read: repaired(code, found), spoiled };
}

/**
 * The dialect reads the repaired text, so that a curly quote is reported once and what stands behind it is still checked; where a
 * repair is not certain, its lines are left to the text checks alone.
 */
function readCode<Session, C extends Command>(
  { code, found, read, spoiled }: RepairedCode,
  dialect: Dialect<Session, C>,
  session: Session,
): CheckedCode<Session, C> {
  const reading = dialect.read(read, session);
  const rest = reading.diagnostics.filter(({ range }) => !spoiled.has(range.start.line));
  // Tokens and tree are of the text as it stands.
  const asWritten = read.text === code.text ? reading : undefined;
  const tokens = asWritten?.tokens ?? (() => dialect.read(code, session).tokens());
  const syntax = asWritten?.syntax ?? (() => dialect.read(code, session).syntax());
  return { ...reading, tokens, syntax, read, spoiled, diagnostics: [...found, ...rest].sort(byPosition) };
}

/** What becomes of code: it is only shown, it goes into a script of a bundle, or it is a file that is whole by itself. */
export type CodeUse = 'shown' | 'bundled' | 'file';

/** Both, one after the other. What goes into a bundle is held to what its scripts need. */
export function checkCode<Session, C extends Command>(
  code: Slice,
  dialect: Dialect<Session, C>,
  session: Session,
  use: CodeUse,
): CheckedCode<Session, C> {
  const bundled = use === 'bundled';
  const checked = readCode(repairCode(code, dialect, bundled), dialect, session);
  const { strictRules, bundleRules, fileRules } = dialect;
  const diagnostics = checked.diagnostics
    .filter(({ rule }) => bundled || !bundleRules.has(rule) || (use === 'file' && fileRules.has(rule)))
    .map((one) => (bundled && strictRules.has(one.rule) ? { ...one, severity: 'error' as const } : one));
  return { ...checked, diagnostics };
}

/** By place, then by rule, so that a list of diagnostics is the same on every run. */
export function byPosition(a: Diagnostic, b: Diagnostic): number {
  return (
    a.range.start.offset - b.range.start.offset ||
    a.range.end.offset - b.range.end.offset ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

function repaired(code: Slice, found: readonly Diagnostic[]): Slice {
  const replacements: Replacement[] = [];
  for (const { fix, severity } of found) {
    // An error's likely repair is read as well, though nothing is told of its line: the lines after it depend on what it does.
    if (!fix || (fix.safety !== 'safe' && severity !== 'error')) continue;
    for (const edit of fix.edits) {
      const start = sliceOffset(code, edit.start);
      const end = sliceOffset(code, edit.end);
      if (start !== undefined && end !== undefined && start <= end)
        replacements.push({ start, end, text: edit.text });
    }
  }
  replacements.sort((a, b) => a.start - b.start || a.end - b.end);
  const apart = replacements.filter(
    ({ start }, index) => index === 0 || start >= replacements[index - 1]!.end,
  );
  return replaceInSlice(code, apart);
}
