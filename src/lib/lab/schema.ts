import { z } from 'zod';
import { isOnOneLine, singleLine } from '../diagnostics/single-line.ts';
import { deviceClassIds } from '../platforms/device-class.ts';
import { platformIds } from '../platforms/platforms.ts';
import { isWindowsDevice } from '../source/file-names.ts';
import { cables, valueTypes } from './lab.ts';

/** What stands in commands and outputs, letter by letter: a line of text of which nothing is cut off. */
const name = z
  .string()
  .min(1)
  .superRefine(isOnOneLine)
  .refine((text) => text.trim() === text, 'no blank at its beginning or end');
/** The name of a device, network or value: what `on=` and `{{…}}` refer to. */
const identifier = z
  .string()
  .max(63, 'at most 63 characters')
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, beginning with a letter');
/** Bundles have a folder of the name. */
const deviceName = identifier.refine(
  (text) => !isWindowsDevice(text),
  'another name: Windows keeps this one for a device of its own, and can unpack no folder called so',
);
/** Of at least two labels (RFC 1123, 2.1): what hosts have behind their names. */
const domainName = z
  .string()
  .max(253, 'at most 253 characters')
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'a domain in lower-case letters, such as lab.example',
  );
const portRef = name.regex(/^[^/]+\/.+$/, 'a port as device/port, for example hv1/Ethernet 2');

/** A lab's YAML file. What the parts must have in common is proved by `readLab`. */
export const labSchema = z.strictObject({
  title: singleLine,
  summary: singleLine,
  devices: z
    .array(
      z.strictObject({
        name: deviceName,
        title: name,
        class: z.enum(deviceClassIds),
        platform: z.enum(platformIds).optional(),
        alternatives: z.array(z.enum(platformIds)).default([]),
        summary: singleLine.optional(),
        roles: z.array(singleLine).default([]),
        ports: z
          .array(
            z.strictObject({
              name,
              driver: name.optional(),
              /** Megabits per second. */
              speedMbps: z.int().positive().default(1000),
              role: singleLine.optional(),
            }),
          )
          .default([]),
      }),
    )
    .min(1),
  groups: z
    .array(
      z.strictObject({
        name: identifier,
        title: singleLine.optional(),
        devices: z.array(identifier).min(1),
      }),
    )
    .default([]),
  domain: domainName.optional(),
  links: z.array(z.strictObject({ from: portRef, to: portRef, note: singleLine.optional() })).default([]),
  networks: z
    .array(
      z.strictObject({
        id: identifier,
        name,
        vlan: z.int().min(1).max(4094),
        subnet: z.cidrv4().optional(),
        gateway: z.ipv4().optional(),
        dns: z.array(z.ipv4()).default([]),
        dhcp: z.array(z.strictObject({ from: z.ipv4(), to: z.ipv4() })).default([]),
        purpose: singleLine,
        notes: singleLine.optional(),
        cable: z.enum(cables).optional(),
        hosts: z.record(identifier, z.ipv4()).default({}),
      }),
    )
    .default([]),
  values: z
    .array(
      z.strictObject({
        name: identifier,
        type: z.enum(valueTypes),
        /** As it is written; its type says what it may be. */
        value: z.string(),
        title: singleLine,
      }),
    )
    .default([]),
});

export type LabSource = z.output<typeof labSchema>;
