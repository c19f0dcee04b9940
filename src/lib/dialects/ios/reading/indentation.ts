import { startOf } from '../grammar/grammar-graph.ts';
import type { Match, Mismatch } from '../grammar/match-line.ts';
import { matchLine } from '../grammar/match-line.ts';
import { isSubMode } from './modes.ts';
import type { IosSession } from './session.ts';
import type { ModeId } from '../tables/table-format.ts';
import type { ModeMatch } from './match-in-mode.ts';
import type { Word } from '../grammar/words.ts';

/** The session in which a line is read that is indented as this one: blocks that it stands outside of are left. */
export function leaveBlocks(before: IosSession, words: readonly Word[], line: string): IosSession {
  const session = leaveUnknownBlock(before, words[0]!);
  const { mode, block } = session;
  const indent = words[0]!.start;
  if (!isSubMode(mode) || !block.indented || indent > block.indent || staysAtMargin(session, words, line))
    return session;
  const { outer } = block;
  return outer
    ? leaveBlocks({ ...session, ...outer }, words, line)
    : { ...session, mode: 'config', block: { indent, indented: false } };
}

/** In an indented block a line further in stays inside, unless it plainly opens another block. */
export function staysInBlock(
  { mode, block, configuration }: IosSession,
  indent: number,
  reading: Extract<ModeMatch, { ok: true }>,
): boolean {
  if (!isSubMode(mode) || reading.mode !== 'config' || reading.through) return false;
  return indent > block.indent && (configuration || reading.match.form.facts.enters === undefined);
}

/** The session after a line, which may be the first one further in than the line that opened its block. */
export function markIndented(after: IosSession, before: IosSession, indent: number): IosSession {
  return after.block === before.block && indent > before.block.indent && !before.block.indented
    ? { ...after, block: { ...before.block, indented: true } }
    : after;
}

/** In a configuration file a `!` at the margin ends a block. */
export function afterComment(session: IosSession, indent: number): IosSession {
  if (!session.configuration || indent > 0) return session;
  const mode = isSubMode(session.mode) ? 'config' : session.mode;
  return { ...session, mode, unknownBlock: undefined, block: { indent: 0, indented: false } };
}

/** A line further out has left the block, unless it is the `exit` that leaves it. */
function leaveUnknownBlock(session: IosSession, { start, lower }: Word): IosSession {
  const { unknownBlock } = session;
  return unknownBlock?.indented && start <= unknownBlock.indent && lower !== 'exit'
    ? { ...session, unknownBlock: undefined }
    : session;
}

/**
 * A line at the margin after lines further in is a global command, but not every text is tidy: one stays that the block knows
 * and global configuration does not, or that got further in the block.
 */
function staysAtMargin({ mode, platform }: IosSession, words: readonly Word[], line: string): boolean {
  if (words[0]!.lower === 'do') return true;
  const read = (tried: ModeId) => matchLine(words, line, startOf(platform, tried), platform);
  const outside = read('config');
  if (outside.ok && !leaves(outside) && isFull(outside)) return false;
  const inside = read(mode);
  return inside.ok ? isFull(inside) : !outside.ok && inside.at > outside.at;
}

function isFull(reading: Match | Mismatch): boolean {
  return reading.ok && !reading.form.facts.keywordsOnly;
}

function leaves({ form }: Match): boolean {
  return form.facts.enters === 'up';
}
