import type { CheckedLabwork } from '../check/labwork.ts';
import { platformIds, platforms } from '../platforms/platforms.ts';
import type { RunningInstructions } from '../platforms/script-template.ts';
import type { Markdown } from '../writing/markdown.ts';
import { code, heading, list, numberedList, prose } from '../writing/markdown.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import type { Script } from './script.ts';

/**
 * How a person runs the scripts: the order across devices, what is left to the hand, what is typed where, and how to go back. The same
 * words in the bundle's README and on the labwork's page; headings are of the second level.
 */
export function instructions(
  labwork: CheckedLabwork,
  facts: LabworkMetadata,
  scripts: readonly Script[],
): readonly Markdown[] {
  return [...order(facts), ...leftOut(labwork), ...running(scripts, facts), ...goingBack(labwork, facts)];
}

/** Which device's turn it is, in the guide's order. */
function order({ executionSteps, steps }: LabworkMetadata): Markdown[] {
  const turns = executionSteps.map(({ device, step, scripted, byHand }) => {
    const title = steps.find(({ id }) => id === step)?.title ?? '';
    return {
      text: scripted
        ? prose`${device}, step ${step}: ${title}`
        : prose`${device}, step ${step}, by hand: ${title}`,
      items: byHand.map((line) => prose`not in the script, see below: ${code(line)}`),
    };
  });
  return [
    heading(2, prose`Order`),
    prose`The apply script of a device has all of its steps. Go from device to device in this order, a step at a time, and run the device's verify
script after each:`,
    numberedList(turns),
  ];
}

/** Commands that the guide shows and no script runs: for somebody to type, or not. */
function leftOut(labwork: CheckedLabwork): Markdown[] {
  const items = labwork.tracks.flatMap(({ blocks, device, platform }) =>
    blocks
      .filter(({ block }) => block.role === 'example')
      .map(({ block, resolved }) => {
        const step = block.step === undefined ? '' : `, step ${block.step}`;
        return {
          text: prose`${device.name} (${platforms[platform].title})${step}: ${code(resolved.text.split('\n')[0] ?? '')}`,
          line: prose`${block.because ?? ''}`,
        };
      }),
  );
  if (items.length === 0) return [];
  return [
    heading(2, prose`Not in the scripts`),
    prose`The guide shows these commands and says why no script runs them. In the apply scripts they stand at their place as comments.`,
    list(items),
  ];
}

/** Platform by platform, in their order; what is said of several alike is said once. */
function running(scripts: readonly Script[], { number, executionSteps }: LabworkMetadata): Markdown[] {
  const described = new Map<RunningInstructions, readonly Markdown[]>();
  for (const id of platformIds) {
    const { running: describe } = platforms[id];
    const own = scripts.filter(({ platform }) => platforms[platform].running === describe);
    if (own.length === 0 || described.has(describe)) continue;
    const first = own.find(({ roles }) => roles.includes('apply'))?.device;
    const step = executionSteps.find(({ device, scripted }) => device === first && scripted)?.step;
    described.set(
      describe,
      describe({ labwork: number, step, undo: own.some(({ roles }) => roles.includes('undo')) }),
    );
  }
  return [heading(2, prose`Running them`), ...[...described.values()].flat()];
}

/** Which steps the undo scripts take back, the last first, and which they do not. */
function goingBack({ tracks }: CheckedLabwork, { executionSteps, steps }: LabworkMetadata): Markdown[] {
  const own = tracks.filter(({ alternative }) => !alternative);
  // One script for all takes back what it made, whatever the guide shows.
  const whole = new Set(
    own.filter(({ platform }) => platforms[platform].scripts.kind === 'one').map(({ device }) => device.name),
  );
  const undone = new Set(
    own.flatMap(({ blocks, device }) =>
      blocks.flatMap(({ block }) =>
        block.role === 'undo' || (block.role === 'apply' && whole.has(device.name))
          ? [keyOf(device.name, block.step ?? '')]
          : [],
      ),
    ),
  );
  const turns = executionSteps.toReversed();
  const isUndone = ({ device, step }: (typeof turns)[number]) => undone.has(keyOf(device, step));
  const title = heading(2, prose`Going back`);
  if (!turns.some(isUndone))
    return [
      title,
      prose`The guide shows no commands that take its steps back, so there is no undo script: what you kept before you began is the way back.`,
    ];
  const items = turns.map((turn) => {
    const name = steps.find(({ id }) => id === turn.step)?.title ?? '';
    const how = !isUndone(turn)
      ? 'by hand, the guide shows no undo'
      : whole.has(turn.device)
        ? 'with its script, -Undo'
        : 'with its undo script';
    return { text: prose`${turn.device}, step ${turn.step} (${name}): ${how}` };
  });
  return [
    title,
    prose`In the order of the steps, the last first, and only steps that you have run:`,
    numberedList(items),
  ];
}

function keyOf(device: string, step: string): string {
  return `${step} ${device}`;
}
