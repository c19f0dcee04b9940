import type { CompiledDialect } from '../compiled-code.ts';
import type { IosCommand } from './command.ts';
import { quotingHint } from './ios-id.ts';
import { writeValues } from './reading/quote.ts';
import { readBlock } from './reading/read-block.ts';
import { unexplained } from './reading/read-line.ts';
import type { IosSession } from './reading/session.ts';
import { startSession } from './reading/session.ts';
import { iosPlatformOf } from './tables/tables.ts';

/** The command line of switches without a word about what is wrong: its lines are read anew, since they are what its tables make of them. */
export const compiledIos: CompiledDialect<IosSession, IosCommand> = {
  start: ({ name, platform }) => startSession(iosPlatformOf(platform), name),
  restart: ({ platform, hostname }) => startSession(platform, hostname),
  quotingHint,
  writeValues,
  restore(code, _values, _compiled, before) {
    const { commands, session } = readBlock(code, before, unexplained);
    return { commands, syntax: () => undefined, session };
  },
};
