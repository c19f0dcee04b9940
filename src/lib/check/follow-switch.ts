import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PlatformId } from '../platforms/platform.ts';
import type { Output } from '../guide/guide.ts';
import type { Lab, LabDevice } from '../lab/lab.ts';
import type { Console } from '../models/switch/console.ts';
import { openConsole, reopenConsole, switchPlatform } from '../models/switch/console.ts';
import { reloaded } from '../models/switch/effects/exec.ts';
import type { ExecutedLine } from '../models/switch/execute-lines.ts';
import { executeLines } from '../models/switch/execute-lines.ts';
import { printShow } from '../models/switch/print-show.ts';
import type { Unfinished } from '../models/switch/unfinished.ts';
import { leftUnsaved, waitingForReload } from '../models/switch/unfinished.ts';
import { allAnswer } from '../models/switch/wiring.ts';
import { checkOutput } from './check-output.ts';
import { labWiring, startingState } from './switch-in-lab.ts';
import type { PlacedBlock } from './run-device.ts';

/** What the model of a switch says of one block. */
export interface Followed {
  readonly diagnostics: readonly Diagnostic[];
  /** The effect of every command is known, and what every `show` prints. */
  readonly modelled: boolean;
}

/**
 * Types all blocks of a switch, in their order, into its model. Apply blocks change it; verify, undo and example blocks begin at
 * the EXEC prompt of the switch as it then is, and what they do is forgotten.
 */
export function followSwitch(
  blocks: readonly PlacedBlock[],
  device: LabDevice,
  platform: PlatformId,
  lab: Lab | undefined,
): ReadonlyMap<PlacedBlock, Followed> {
  const followed = new Map<PlacedBlock, { diagnostics: Diagnostic[]; modelled: boolean }>();
  const kind = switchPlatform(platform);
  const own = blocks.filter(({ block }) => block.dialect === 'ios');
  if (!kind || own.length === 0) return followed;
  let console = openConsole(kind, { state: startingState(kind), hostname: device.name });
  const applied: ExecutedLine[] = [];
  const ownerOf = new Map<ExecutedLine, PlacedBlock>();
  let reloadsByHand = false;
  for (const placed of own) {
    const { block, guide, substitution, place } = placed;
    const applies = block.role === 'apply';
    const typed = executeLines(substitution.slice, applies ? console : reopenConsole(console));
    const diagnostics = typed.lines.flatMap(({ findings }) => findings);
    const wanted = guide.outputs.find((output) => output.block === block.id);
    if (wanted && place.platform === platform)
      diagnostics.push(...checkOutput(wanted, printedBy(typed.lines, wanted, device, lab), kind));
    followed.set(placed, {
      diagnostics,
      modelled: typed.lines.every((line) => isModelled(line)),
    });
    for (const line of typed.lines) ownerOf.set(line, placed);
    reloadsByHand ||= block.role === 'example' && typed.lines.some(isReload);
    if (!applies) continue;
    console = typed.console;
    applied.push(...typed.lines);
  }
  const rest: Unfinished[] = reloadsByHand ? [] : waitingForReload(applied, console.state);
  // A labwork leaves a machine behind; what a note shows need not last.
  const isLabwork = own.some(({ guide }) => guide.data?.kind === 'labworks');
  const unsaved = isLabwork ? leftUnsaved(applied, console.state) : undefined;
  for (const { line, problem } of unsaved ? [...rest, unsaved] : rest)
    followed.get(ownerOf.get(line)!)!.diagnostics.push(line.report(problem));
  return followed;
}

function isReload({ command }: ExecutedLine): boolean {
  return command?.facts.id === 'reload';
}

function isModelled({ step, command, modelled, console }: ExecutedLine): boolean {
  if (step.kind === 'nothing') return true;
  if (!command) return false;
  return command.words[0] === 'show'
    ? printShow(command.words.join(' '), console, allAnswer).kind === 'text'
    : modelled;
}

/** All that the `show` commands of a block print, under what its output assumes; undefined where one of them is not modelled. */
function printedBy(
  lines: readonly ExecutedLine[],
  { after, partner }: Output,
  device: LabDevice,
  lab: Lab | undefined,
): string | undefined {
  const texts: string[] = [];
  for (const { step, input, console } of lines) {
    if (step.kind === 'nothing') continue;
    const asked: Console = after === 'reload' ? { ...console, state: reloaded(console.state) } : console;
    const wiring = labWiring(device, lab, asked.state, partner !== 'silent');
    const answer = printShow(input, asked, wiring);
    if (answer.kind !== 'text') return undefined;
    texts.push(answer.text);
  }
  return texts.join('\n');
}
