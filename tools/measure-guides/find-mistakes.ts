import type { Diagnostic } from '../../src/lib/diagnostics/diagnostic.ts';
import type { Engine } from '../../src/lib/engine.ts';
import { createSourceFile, sliceOf } from '../../src/lib/engine.ts';
import type { ReportedMistake } from './reported-mistakes.ts';

/** What the check says of a mistake. */
export interface FoundMistake {
  readonly mistake: ReportedMistake;
  /** Found at all, as an error or a warning. */
  readonly isFound: boolean;
  /** Found with the cause that was reported. */
  readonly isNamed: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Asks the check about mistakes that were reported: the rule must be the mistake's own, and name in words what was reported. */
export function findMistakes(mistakes: readonly ReportedMistake[], engine: Engine): readonly FoundMistake[] {
  return mistakes.map((mistake) => {
    const code = sliceOf(createSourceFile('reported.ps1', mistake.code));
    const told = engine
      .checkScript(code, mistake.platform)
      .diagnostics.filter(({ severity }) => severity !== 'info');
    const isNamed = told.some(
      ({ rule, message, hint }) =>
        rule === mistake.rule &&
        `${message} ${hint ?? ''}`.toLowerCase().includes(mistake.names.toLowerCase()),
    );
    return { mistake, isFound: told.length > 0, isNamed, diagnostics: told };
  });
}
