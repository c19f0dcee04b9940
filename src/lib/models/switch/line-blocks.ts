import { isSubMode } from '../../dialects/ios/reading/modes.ts';
import type { IosCommandFacts, ModeId } from '../../dialects/ios/tables/table-format.ts';
import type { ConfigTarget, Effect } from './change.ts';
import { withRunning } from './change.ts';
import type { SwitchCommand } from './command.ts';
import { changed } from '../layered-map.ts';
import type { SwitchState } from './state.ts';
import { storeVerbatim } from './store-verbatim.ts';
import { rangesIn } from './terminal-lines.ts';

export function opensBlock({ enters }: IosCommandFacts): boolean {
  return enters !== undefined && isSubMode(enters as ModeId) && enters !== 'up' && enters !== 'closed';
}

/** A block whose lines are kept as they are. */
export function opensLines(facts: IosCommandFacts): boolean {
  return opensBlock(facts) && facts.enters !== 'config-vlan' && !facts.enters!.startsWith('config-if');
}

/** The blocks that a command opens, within those that it stands in; a range of lines may be several. */
export function blocksOf(
  { mode, words }: SwitchCommand,
  target: ConfigTarget,
  { running, profile }: SwitchState,
): string[] {
  if (target.kind === 'lines' && mode !== 'config')
    return target.blocks.map((block) => blockWithin(block, words));
  return rangesIn(words.join(' '), running.lineBlocks.keys(), profile.factory?.lines ?? []);
}

function blockWithin(block: string, words: readonly string[]): string {
  return `${block}\n ${words.join(' ')}`;
}

export function withoutBlocks(state: SwitchState, blocks: readonly string[]): SwitchState {
  const { lineBlocks } = state.running;
  const gone = [...lineBlocks.keys()].filter((key) =>
    blocks.some((block) => key === block || key.startsWith(`${block}\n`)),
  );
  return gone.length === 0
    ? state
    : withRunning(state, {
        lineBlocks: changed(
          lineBlocks,
          gone.map((key) => [key, undefined]),
        ),
      });
}
export function keepInBlocks(state: SwitchState, blocks: readonly string[], command: SwitchCommand): Effect {
  const { lineBlocks } = state.running;
  const { enters, negation, words } = { ...command, ...command.facts };
  // A block within this one stands for itself.
  if (enters?.startsWith('config-'))
    return {
      state: negation
        ? withoutBlocks(
            state,
            blocks.map((block) => blockWithin(block, words)),
          )
        : state,
    };
  const kept = blocks.map((block): [string, ReadonlyMap<string, string>] => [
    block,
    storeVerbatim(lineBlocks.get(block) ?? new Map(), command),
  ]);
  return { state: withRunning(state, { lineBlocks: changed(lineBlocks, kept) }), unmodelled: true };
}

/** `policy-map A` of its class. */
export function blockAround(block: string): string {
  return block.split('\n', 1)[0]!;
}
