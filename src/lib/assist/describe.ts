import type { Assistance } from '../dialects/assistance.ts';
import { asCode } from '../dialects/assistance.ts';
import type { Guide } from '../guide/guide.ts';
import type { LabDevice } from '../lab/lab.ts';
import { labValues } from '../lab/values.ts';
import { describeChange } from '../plan/describe-change.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { StepPlan } from '../plan/plan.ts';
import type { DialectId } from '../platforms/dialects.ts';
import { platforms } from '../platforms/platforms.ts';
import { rangeAt } from '../source/source-file.ts';
import type { PlaceNote, WrittenPost } from './assist.ts';
import { blockAt, checkedBlock, labOf } from './assist.ts';
import type { NameAt } from './named-at.ts';
import { nameAt } from './named-at.ts';
import { placeInText } from './text-place.ts';

/** What is known of an offset of a post: a value, a device, a word of a command, what a step or a block makes of its devices. */
export function describeAt(
  post: WrittenPost,
  offset: number,
  assistances: Readonly<Record<DialectId, Assistance>>,
): PlaceNote | undefined {
  const { file, checked } = post;
  const named = nameAt(file, offset);
  const lines = named && linesOfName(post, named);
  if (named && lines) return { range: rangeAt(file, named.start, named.end), lines };
  const place = placeInText(file.text, offset);
  if (place.kind === 'code') {
    const own = checkedBlock(checked, blockAt(checked?.guide, place));
    if (!own) return undefined;
    const { commands, platform, resolved: code, block } = own;
    // A command may hold others: the innermost is the shortest.
    const [command] = commands
      .filter(({ range }) => range.start.offset <= offset && offset <= range.end.offset)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    const note =
      command && assistances[block.dialect].describe(command, offset, { platform, commands, code });
    return note && { range: rangeAt(file, note.start, note.end), lines: note.lines };
  }
  if (place.kind === 'fence') {
    const block = blockAt(checked?.guide, place);
    const own = checkedBlock(checked, block);
    if (!block || !own) return undefined;
    return { range: block.fence, lines: linesOfBlock(own) };
  }
  const step = checked && stepOnLine(checked.guide, offset);
  return step && { range: step.range, lines: linesOfStep(post, step.id) };
}

function linesOfName(post: WrittenPost, { kind, name }: NameAt): string[] | undefined {
  const lab = labOf(post);
  if (kind === 'value') {
    const value = lab && labValues(lab).get(name);
    if (!lab || !value) return undefined;
    return [
      `${asCode(value.text)} – ${value.title}`,
      `${asCode(`{{${name}}}`)}, of the type ${asCode(value.type)}, from the lab ${asCode(lab.id)}; a reader may change it.`,
    ];
  }
  if (kind === 'platform') {
    const platform = Object.values(platforms).find(({ id }) => id === name);
    return platform && [platform.title];
  }
  if (kind !== 'device' || !lab) return undefined;
  const device = lab.devices.find((one) => one.name === name);
  if (device) return linesOfDevice(device);
  const group = lab.groups.find((one) => one.name === name);
  return group && [`${asCode(name)}: the devices ${group.devices.map(asCode).join(', ')}`];
}

function linesOfDevice({ name, title, platform, alternatives, summary, ports }: LabDevice): string[] {
  const titleOf = (id: keyof typeof platforms) => platforms[id].title;
  return [
    `${asCode(name)}: ${asCode(title)}${platform === undefined ? '' : `, ${titleOf(platform)}`}${alternatives.length > 0 ? `, or ${alternatives.map(titleOf).join(', ')}` : ''}`,
    ...(summary === undefined ? [] : [asCode(summary)]),
    ...(ports.length > 0 ? [`${ports.length} port${ports.length === 1 ? '' : 's'}`] : []),
  ];
}

/** What a block makes of its device, as the model sees it. */
function linesOfBlock({
  block,
  device,
  platform,
  commands,
  states,
  evidence,
}: NonNullable<ReturnType<typeof checkedBlock>>): string[] {
  const { resources } = platforms[platform].model;
  const changes = block.role === 'apply' ? (resources?.diff(states.before, states.after) ?? []) : [];
  const count = `${commands.length} command${commands.length === 1 ? '' : 's'}`;
  return [
    `On ${asCode(device.name)} (${platforms[platform].title}): ${block.role}, ${count}, ${evidence}`,
    ...changes.map((change) => `- ${changeLine(describeChange(change))}`),
    ...(block.role === 'apply' && changes.length === 0 ? ['Changes nothing that the model knows.'] : []),
  ];
}

/** What a step makes of each device, as the plan has it. */
function linesOfStep({ labwork }: WrittenPost, id: string): string[] {
  const plan = labwork && makePlan(labwork);
  const steps = (plan?.devices ?? []).flatMap(({ device, steps: own }) =>
    own.filter(({ step }) => step === id).map((step) => [device, step] as const),
  );
  if (steps.length === 0) return [`Step ${id} changes no device.`];
  return steps.flatMap(([device, step]) => [`Step ${id} on ${asCode(device)}`, ...stepLines(step)]);
}

function stepLines({ changes, unmodelled, offline, lasts }: StepPlan): string[] {
  return [
    ...changes.map((change) => `- ${changeLine(describeChange(change))}`),
    ...unmodelled.map(({ name }) => `- ${asCode(name)}: nobody knows what it changes`),
    ...(offline.length > 0 ? [`Off the network meanwhile: ${offline.map(asCode).join(', ')}`] : []),
    ...lasts.map((one) => `${one[0]!.toUpperCase()}${one.slice(1)}.`),
  ];
}

function changeLine({ sign, kind, name, facts }: ReturnType<typeof describeChange>): string {
  const told = facts.map(({ name: fact, before, after }) =>
    before === undefined ? `${fact} ${asCode(after)}` : `${fact} ${asCode(before)} → ${asCode(after)}`,
  );
  return `${asCode(sign)} ${kind} ${asCode(name)}${told.length > 0 ? `: ${told.join(', ')}` : ''}`;
}

/** The step whose heading stands on the line of an offset. */
function stepOnLine({ file, steps }: Guide, offset: number): Guide['steps'][number] | undefined {
  const { line } = rangeAt(file, offset, offset).start;
  return steps.find(({ range }) => range.start.line === line);
}
