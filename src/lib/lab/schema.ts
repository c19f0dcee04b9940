import { z } from 'zod';
import { deviceClassIds } from '../platforms/device-class.ts';
import { platformIds } from '../platforms/platforms.ts';
import { cables, valueTypes } from './lab.ts';

const words = z.string().trim().min(1);
/** The name of a device, network or value: what `on=` and `{{…}}` refer to. */
const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, beginning with a letter');
const portRef = z.string().regex(/^[^/]+\/.+$/, 'a port as device/port, for example smb1/Ethernet 2');

/** A lab's YAML file. What the parts must have in common is proved by `readLab`. */
export const labSchema = z.strictObject({
  title: words,
  summary: words,
  devices: z
    .array(
      z.strictObject({
        name: identifier,
        title: words,
        class: z.enum(deviceClassIds),
        platform: z.enum(platformIds).optional(),
        alternatives: z.array(z.enum(platformIds)).default([]),
        summary: words.optional(),
        ports: z
          .array(
            z.strictObject({
              name: words,
              driver: words.optional(),
              /** Megabits per second. */
              speedMbps: z.int().positive().default(1000),
              role: words.optional(),
            }),
          )
          .default([]),
      }),
    )
    .min(1),
  links: z.array(z.strictObject({ from: portRef, to: portRef, note: words.optional() })).default([]),
  networks: z
    .array(
      z.strictObject({
        id: identifier,
        name: words,
        vlan: z.int().min(1).max(4094),
        subnet: z.cidrv4().optional(),
        purpose: words,
        notes: words.optional(),
        cable: z.enum(cables),
        hosts: z.record(identifier, z.ipv4()).default({}),
      }),
    )
    .default([]),
  values: z
    .array(
      z.strictObject({
        name: identifier,
        type: z.enum(valueTypes),
        value: z.union([words, z.number()]),
        title: words,
      }),
    )
    .default([]),
});

export type LabSource = z.output<typeof labSchema>;
