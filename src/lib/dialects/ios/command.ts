import type { Command } from '../dialect.ts';
import type { MeantCommand, ParsedLine } from './reading/read-line.ts';
import type { OpenText } from './reading/open-text.ts';
import type { IosSession } from './reading/session.ts';

/** A line that holds a command, or what was meant as one, with all that was read of it. */
export interface IosCommand extends Command {
  /** The whole line. */
  readonly lineText: string;
  /** Offset of the line within the text of the slice. */
  readonly lineStart: number;
  /** The session in which it was read. */
  readonly before: IosSession;
  readonly parsed: Exclude<ParsedLine, { readonly kind: 'nothing' }>;
  /** The text that begins behind it and goes on in the next lines. */
  readonly text?: OpenText;
  /** Where a refused line does fit. */
  readonly meant: MeantCommand | undefined;
}
