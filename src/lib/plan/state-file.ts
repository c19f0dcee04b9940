import { z } from 'zod';
import type { StartStates } from '../check/run-device.ts';
import type { JsonValue, Resource } from '../models/resource.ts';
import type { PlatformId } from '../platforms/platforms.ts';

const json: z.ZodType<JsonValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);

/** What devices have, as resources: what a plan begins with and ends with. Another form gets another version. */
export const stateFileSchema = z.strictObject({
  format: z.literal('labworks-state').describe('What this file is.'),
  version: z.literal(1).describe('Of this form.'),
  devices: z
    .record(
      z.string(),
      z.strictObject({
        platform: z.string().describe('windows-server-2022, catalyst-2960s'),
        resources: z
          .array(
            z.strictObject({
              kind: z.string().describe('virtual-switch, vlan'),
              name: z.string(),
              properties: z
                .record(z.string(), json)
                .describe('What is set; what is absent is as the factory left it.'),
            }),
          )
          .describe('In the order in which they were made.'),
      }),
    )
    .describe('By the names that the lab has for them.'),
});

export type StateFile = z.infer<typeof stateFileSchema>;

interface DeviceOfLab {
  readonly name: string;
  readonly platform?: PlatformId | undefined;
}

/** The state at the end of a plan. */
export function stateFileOf(
  devices: readonly {
    readonly device: string;
    readonly platform: PlatformId;
    readonly end: readonly Resource[];
  }[],
): StateFile {
  return {
    format: 'labworks-state',
    version: 1,
    devices: Object.fromEntries(
      devices.map(({ device, platform, end }) => [
        device,
        {
          platform,
          resources: end.map(({ kind, name, properties }) => ({ kind, name, properties: { ...properties } })),
        },
      ]),
    ),
  };
}

/**
 * Reads a state file, or a plan in JSON, which has one in it. `problem` is a sentence that says what is wrong with it: its form, a device
 * that the lab does not have or has as something else, resources that no such device has.
 */
export function readStateFile(
  text: string,
  lab: { readonly devices: readonly DeviceOfLab[] } | undefined,
  canRestore: (platform: PlatformId, resources: readonly Resource[]) => boolean,
):
  | { readonly states: StartStates; readonly problem?: undefined }
  | { readonly states?: undefined; readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'it is no JSON.' };
  }
  const own = typeof value === 'object' && value !== null && 'state' in value ? value.state : value;
  const { success, data, error } = stateFileSchema.safeParse(own);
  if (!success) {
    const [issue] = error.issues;
    const place = issue?.path.map(String).join('.');
    return {
      problem: `${place === undefined || place === '' ? 'it' : `\`${place}\``} does not hold: ${issue?.message ?? ''}.`,
    };
  }
  for (const [name, { platform, resources }] of Object.entries(data.devices)) {
    const device = lab?.devices.find((one) => one.name === name);
    if (!device) return { problem: `the lab has no device “${name}”.` };
    if (device.platform !== platform)
      return {
        problem: `${name} is a ${device.platform ?? 'device on which nothing runs'} in the lab, and a ${platform} there.`,
      };
    if (!canRestore(device.platform, resources))
      return { problem: `${name} cannot have these resources: no commands of a ${platform} lead there.` };
  }
  return { states: new Map(Object.entries(data.devices).map(([name, { resources }]) => [name, resources])) };
}
