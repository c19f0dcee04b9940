import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { firstProblems, mostInCode } from '../diagnostics/most-problems.ts';
import type { Command, Dialect } from '../dialects/dialect.ts';
import type { KnownPlatform } from '../platforms/platforms.ts';
import { deviceQueries } from '../platforms/queries.ts';
import type { Slice } from '../source/slice.ts';
import { byPosition, checkCode } from './check-code.ts';
import { concludeRun, runBlock } from './run-commands.ts';

export interface CheckedScript<C extends Command> {
  readonly diagnostics: readonly Diagnostic[];
  /** As the dialect read them. */
  readonly commands: readonly C[];
}

/** Characters of a script or configuration; whoever reads one from a disk refuses a longer one before anything is made of it. */
export const longestScript = 500_000;

/** Lines of one, refused in the same way: those of real ones have twenty characters and more. */
export const mostScriptLines = 50_000;

/** Checks a bare script or configuration, a factory-fresh device before it. */
export function checkScript<Session, C extends Command>(
  code: Slice,
  { id, dialect: language, model, profile }: KnownPlatform,
  dialect: Dialect<Session, C>,
): CheckedScript<C> {
  // As it stands: a prompt that was left in says that this is no configuration.
  const file = code.text;
  const name = 'device';
  const session = dialect.start({ name, platform: id }, file);
  const read = checkCode(code, dialect, session, 'file');
  const { ran, next } = runBlock(
    { model, session, state: model.start(profile, { name, session, file }) },
    read,
    'apply',
  );
  const concluded =
    concludeRun({ ...next, queries: deviceQueries[language] }, [ran], { lasts: false }).get(ran) ?? [];
  const found = [...read.diagnostics, ...ran.diagnostics, ...concluded];
  return {
    diagnostics: firstProblems(found.sort(byPosition), mostInCode),
    commands: read.commands.map((command, index) => ({
      ...command,
      support: ran.commands[index]!.support,
    })),
  };
}
