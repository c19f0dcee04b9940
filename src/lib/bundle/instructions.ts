import type { RunBlock, RunLabwork } from '../check/labwork.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { platformIds, platforms } from '../platforms/platforms.ts';
import { templates } from '../platforms/templates.ts';
import type { RunningInstructions } from '../platforms/script-template.ts';
import type { Markdown } from '../writing/markdown.ts';
import { address, code, heading, list, numberedList, prose } from '../writing/markdown.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import type { Script } from './script.ts';
import { stepDisturbances } from './step-disturbances.ts';

/**
 * How a person runs the scripts: the order across devices, what is left to the hand, what is typed where, and how to go back. The same
 * words in the bundle's README and on the labwork's page; headings are of the second level.
 */
export function instructions(
  labwork: RunLabwork,
  facts: LabworkMetadata,
  scripts: readonly Script[],
): readonly Markdown[] {
  return [
    ...order(labwork, facts),
    ...leftOut(labwork),
    ...running(scripts, facts),
    ...notRight(labwork, facts),
    ...goingBack(labwork, facts),
  ];
}

/** Which device's turn it is, in the guide's order, with what is off the network meanwhile and what shows that it is right. */
function order(labwork: RunLabwork, { executionSteps, steps }: LabworkMetadata): Markdown[] {
  const disturbances = stepDisturbances(labwork);
  const turns = executionSteps.map(({ device, step, scripted, byHand }) => {
    const title = steps.find(({ id }) => id === step)?.title ?? '';
    const { offline = [], lasts = [] } = disturbances.get(`${step} ${device}`) ?? {};
    return {
      text: scripted
        ? prose`${device}, step ${step}: ${title}`
        : prose`${device}, step ${step}, by hand: ${title}`,
      items: [
        ...byHand.map((line) => prose`not in the script, see below: ${code(line)}`),
        ...(offline.length > 0 ? [prose`off the network meanwhile: ${offline.join(', ')}`] : []),
        ...lasts.map((why) => prose`not done at once: ${why}`),
        ...(scripted ? [prose`right when ${rightWhen(labwork, device, step)}`] : []),
      ],
    };
  });
  return [
    heading(2, prose`Order`),
    prose`Files and scripts of a device have all of its steps. Go from device to device in this order, a step at a time, and look after each whether it is right
before you go on. What is not said to be off the network stays on it, so far as is known:`,
    numberedList(turns),
  ];
}

/** What shows that a step is done. */
function rightWhen({ tracks }: RunLabwork, device: string, step: string): Markdown {
  const platform = tracks.find((track) => track.device.name === device)?.platform;
  return platform && templates[platform].scripts.kind === 'one'
    ? prose`${code(`-Verify -Step ${step}`)} ends with 0`
    : prose`\`3-verify\` prints under step ${step} what stands above each of its commands`;
}

/** What to do at each kind of device when a step does not come out as it should. */
function notRight({ tracks }: RunLabwork, { url, release, statusUrl }: LabworkMetadata): Markdown[] {
  const kinds = new Set(tracks.map(({ platform }) => templates[platform].scripts.kind));
  const items = [
    ...(kinds.has('one')
      ? [
          prose`The script ends with 3: it refused and changed nothing. It says what is in the way; put that right, or leave it be.`,
          prose`It ends with 1: a command failed, or something took longer than it may. Run the same again: it looks first and goes on from there. If it fails at the same place twice, go back.`,
          prose`It ends with 2 after \`-Verify\`: it names what differs. What waits for the other end of a cable comes when that is done.`,
        ]
      : []),
    ...(kinds.has('stages')
      ? [
          prose`The switch refuses a line, or prints something else than stands above a command: paste nothing more, and \`undo\` if something was changed. Do not save.`,
          prose`You cannot reach the switch any more: the serial console; without one a restart, which brings back what was saved last, but for VLANs and frame sizes of a switch that keeps them apart.`,
        ]
      : []),
    release
      ? prose`Look whether others have found the same: ${address(statusUrl)} and ${address(url)}.`
      : prose`Look whether others have found the same: ${address(url)}.`,
  ];
  return [
    heading(2, prose`If it is not right`),
    prose`Stop, and keep what is on the screen. One device at a time; the others keep running as they are.`,
    list(items.map((text) => ({ text }))),
  ];
}

/** Commands that the guide shows and no script runs: for somebody to type, or not. */
function leftOut(labwork: RunLabwork): Markdown[] {
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
    prose`The guide shows these commands and says why no script runs them. They stand at their place as comments.`,
    list(items),
  ];
}

/** Platform by platform, in their order; what is said of several alike is said once. */
function running(
  scripts: readonly Script[],
  { number, executionSteps, repairs }: LabworkMetadata,
): Markdown[] {
  const described = new Map<RunningInstructions, readonly Markdown[]>();
  for (const id of platformIds) {
    const { running: describe } = templates[id];
    const own = scripts.filter(({ platform }) => templates[platform].running === describe);
    if (own.length === 0 || described.has(describe)) continue;
    const first = own.find(({ roles }) => roles.includes('apply'))?.device;
    const step = executionSteps.find(({ device, scripted }) => device === first && scripted)?.step;
    described.set(
      describe,
      describe({
        labwork: number,
        step,
        undo: own.some(({ roles }) => roles.includes('undo')),
        repairs,
        movesAddresses: own.some((script) => script.movesAddresses === true),
      }),
    );
  }
  return [heading(2, prose`Running them`), ...[...described.values()].flat()];
}

/** Which steps the undo scripts take back, the last first, and which they do not. */
function goingBack({ tracks }: RunLabwork, { executionSteps, steps }: LabworkMetadata): Markdown[] {
  const own = tracks.filter(({ alternative }) => !alternative);
  // One script for all takes back what it made, whatever the guide shows.
  const whole = new Set(
    own.filter(({ platform }) => templates[platform].scripts.kind === 'one').map(({ device }) => device.name),
  );
  const undone = new Set(
    own.flatMap(({ blocks, device, platform }) =>
      blocks
        .filter((checked) =>
          whole.has(device.name)
            ? checked.block.role === 'apply' || checked.block.role === 'undo'
            : isTakenBack(checked, platform),
        )
        .map(({ block }) => keyOf(device.name, block.step ?? '')),
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
        : 'with its undo file';
    return { text: prose`${turn.device}, step ${turn.step} (${name}): ${how}` };
  });
  return [
    title,
    prose`In the order of the steps, the last first, and only steps that you have run:`,
    numberedList(items),
  ];
}

/** By the author, or by the model where it knows what the block changes and the guide does not say that it cannot be. */
function isTakenBack({ block, states }: RunBlock, platform: PlatformId): boolean {
  if (block.role === 'undo') return true;
  const { resources } = platforms[platform].model;
  return (
    block.role === 'apply' &&
    block.cannotUndo === undefined &&
    (resources?.diff(states.before, states.after) ?? []).length > 0
  );
}

function keyOf(device: string, step: string): string {
  return `${step} ${device}`;
}
