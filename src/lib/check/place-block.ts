import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unknownDevice } from './findings.ts';
import { diagnose } from './rules.ts';
import type { CheckRuleId } from './rules.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { DialectId } from '../platforms/dialects.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { deviceClasses } from '../platforms/device-class.ts';
import { languages } from '../platforms/dialects.ts';
import { defaultPlatforms, platformIds, platforms } from '../platforms/platforms.ts';
import type { Block } from '../guide/guide.ts';
import type { Lab, LabDevice } from '../lab/lab.ts';

/** Where a block runs. */
export interface Placement {
  readonly device: LabDevice;
  readonly platform: PlatformId;
  /** Written for an alternative of the lab's own device. */
  readonly alternative: boolean;
  /** All platforms of its dialect, where the block is for none of them in particular: it is wrong where it is wrong on each. */
  readonly anyOf?: readonly PlatformId[];
}

/** What a post says of where its blocks run. */
export interface PostScope {
  /** Blocks stand for themselves: no bundle is made of them. */
  readonly isLabwork: boolean;
  /** `platform:` of the front matter. */
  readonly platform: PlatformId | undefined;
}

/** Finds the devices and platform of a block, or says why there is none. */
export function placeBlock(
  block: Block,
  lab: Lab | undefined,
  post: PostScope,
): readonly Placement[] | Diagnostic {
  if (!lab || block.on === undefined) {
    const place = placeOn(block, lab, block.on, post);
    return 'rule' in place ? place : [place];
  }
  const places: Placement[] = [];
  for (const name of devicesNamed(block.on, lab)) {
    const place = placeOn(block, lab, name, post);
    if ('rule' in place) return place;
    if (!places.some(({ device }) => device === place.device)) places.push(place);
  }
  return places;
}

/** The devices that `on=` names: one, several with commas between them, and each of a group of the lab. */
function devicesNamed(on: string, lab: Lab): readonly string[] {
  const words = on.split(',').map((word) => word.trim());
  return words.flatMap((word) => lab.groups.find(({ name }) => name === word)?.devices ?? [word]);
}

function placeOn(
  block: Block,
  lab: Lab | undefined,
  on: string | undefined,
  post: PostScope,
): Placement | Diagnostic {
  const report = (rule: CheckRuleId, word: string | undefined, message: string, hint: string): Diagnostic =>
    diagnose({
      rule,
      file: block.code.file,
      range: (word && block.meta[word]) || block.fence,
      message,
      hint,
    });

  if (block.platform !== undefined && platforms[block.platform].dialect !== block.dialect) {
    return report(
      'guide/wrong-dialect',
      'platform',
      `The block is ${named(block.dialect)}, and ${platforms[block.platform].title} does not run that.`,
      `Name a platform that runs ${named(block.dialect)}: ${platformsOf(block.dialect).join(', ')}.`,
    );
  }
  if (!lab) {
    if (on !== undefined) {
      return unknownDevice(
        block.code.file,
        block.meta['on'] ?? block.fence,
        `The block runs on “${on}”, but this post has no lab.`,
        'Name the lab in the front matter: `lab: …`.',
      );
    }
    const platform = block.platform ?? platformOfPost(block, post);
    if (platform !== undefined) return { device: unnamedDevice(platform), platform, alternative: false };
    if (!post.isLabwork) return anywhere(block.dialect);
    return report(
      'guide/missing-device',
      undefined,
      'The block does not say what it runs on, and this post has no lab.',
      'Name the lab in the front matter, or write `platform=…` in the fence.',
    );
  }

  const fitting = lab.devices.filter(
    (device) => device.platform && platforms[device.platform].dialect === block.dialect,
  );
  const names = fitting.map(({ name }) => name);
  if (on === undefined && fitting.length !== 1) {
    return report(
      'guide/missing-device',
      undefined,
      `The block does not say where it runs, and the lab “${lab.id}” has ${fitting.length === 0 ? 'no device' : `${fitting.length} devices`} for ${named(block.dialect)}.`,
      fitting.length === 0
        ? 'Add the device to the lab.'
        : `Add \`on=${names[0]}\`${
            names.length > 1
              ? ` or ${names
                  .slice(1)
                  .map((name) => `\`on=${name}\``)
                  .join(', ')}`
              : ''
          }.`,
    );
  }
  const device = on === undefined ? fitting[0] : lab.devices.find(({ name }) => name === on);
  if (!device) {
    const near = suggest(
      on!,
      [...lab.devices, ...lab.groups].map(({ name }) => name),
    );
    return unknownDevice(
      block.code.file,
      block.meta['on'] ?? block.fence,
      `The lab “${lab.id}” has no device “${on}”.`,
      near ? `Did you mean \`on=${near}\`?` : `Devices for ${named(block.dialect)} are ${names.join(', ')}.`,
    );
  }
  if (!device.platform || platforms[device.platform].dialect !== block.dialect) {
    return report(
      'guide/wrong-dialect',
      'on',
      device.platform
        ? `${device.name} is a ${platforms[device.platform].title}, which does not run ${named(block.dialect)}.`
        : `The lab gives ${device.name} no platform, so nothing can run on it.`,
      names.length > 0
        ? `Devices for ${named(block.dialect)} are ${names.join(', ')}.`
        : 'Give the device a platform in the lab.',
    );
  }
  if (block.platform === undefined || block.platform === device.platform)
    return { device, platform: device.platform, alternative: false };
  if (!device.alternatives.includes(block.platform)) {
    return report(
      'guide/unknown-platform',
      'platform',
      `The block is written for ${platforms[block.platform].title}, which is no alternative of ${device.name} in the lab.`,
      device.alternatives.length > 0
        ? `Its alternatives are ${device.alternatives.join(', ')}.`
        : `Add it to the alternatives of ${device.name}, or leave out \`platform=\`.`,
    );
  }
  return { device, platform: block.platform, alternative: true };
}

function platformOfPost({ dialect }: Block, { platform }: PostScope): PlatformId | undefined {
  return platform !== undefined && platforms[platform].dialect === dialect ? platform : undefined;
}

/** Where a block runs that names nothing: on some device of its dialect, whichever that is. */
export function anywhere(dialect: DialectId): Placement {
  const platform = defaultPlatforms[dialect];
  const device = { ...unnamedDevice(platform), title: languages[dialect].title };
  const anyOf = platformsOf(dialect).filter((id) => platforms[id].commandsOf === undefined);
  return { device, platform, alternative: false, anyOf };
}

/** The stand-in for a device in a post without a lab. */
function unnamedDevice(platform: PlatformId): LabDevice {
  const { class: own, title } = platforms[platform];
  return {
    name: deviceClasses[own].unnamed,
    title,
    class: own,
    platform,
    alternatives: [],
    roles: [],
    ports: [],
  };
}

function platformsOf(dialect: DialectId): readonly PlatformId[] {
  return platformIds.filter((id) => platforms[id].dialect === dialect);
}

function named(dialect: DialectId): string {
  return languages[dialect].title;
}
