import { z } from 'zod';
import { platformIds } from '../platforms/platforms.ts';
import { day } from '../guide/front-matter.ts';
import { valueTypes } from '../lab/lab.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const step = z.string().regex(/^\d+:\d+$/);

/** `manifest.json` of a bundle, version 1. Published as JSON Schema at `/schemas/manifest-1.json`. */
export const manifestSchema = z
  .strictObject({
    $schema: z.url(),
    manifest: z.literal(1).describe('Version of this format.'),
    labwork: z.int().positive(),
    title: z.string(),
    version: z.string().describe('Release of the bundle; 0.0.0-unreleased where it is none.'),
    status: z.url().optional().describe('Where to ask whether the release was superseded or withdrawn.'),
    url: z.url().describe('The page of the labwork.'),
    parts: z.array(
      z.strictObject({
        part: z.int().positive(),
        title: z.string(),
        url: z.url(),
        date: day,
        release: z.string().describe('Of the bundle.'),
        revision: z
          .int()
          .positive()
          .optional()
          .describe('Of the post, as the changes on its page number them; not said in early releases.'),
        steps: z.array(step),
      }),
    ),
    requires: z.strictObject({
      platforms: z.array(z.enum(platformIds)),
      licences: z.array(z.string()),
      hardware: z.array(z.string()),
    }),
    lab: z.string(),
    values: z
      .array(
        z.strictObject({
          path: z.string().describe('Name of the value in the lab.'),
          title: z.string(),
          type: z.enum(valueTypes),
          value: z.string(),
        }),
      )
      .describe('Values of the lab that stand in the scripts.'),
    devices: z.array(
      z.strictObject({
        name: z.string(),
        title: z.string(),
        platform: z.enum(platformIds),
        alternative: z.boolean(),
      }),
    ),
    files: z
      .array(z.strictObject({ path: z.string(), size: count.describe('Bytes.'), sha256, about: z.string() }))
      .describe('Every file but this one and SHA256SUMS.'),
    sourceMap: z
      .array(
        z.strictObject({
          script: z.string(),
          role: z
            .enum(['apply', 'verify', 'undo'])
            .optional()
            .describe('What its commands are for; in early releases the name of the script says it.'),
          lines: z.tuple([z.int().positive(), z.int().positive()]).describe('First and last line, from 1.'),
          step: step.nullable(),
          block: z.string(),
          post: z.string(),
          line: z.int().positive(),
          inserted: z
            .array(z.strictObject({ start: count, end: count, was: z.string() }))
            .optional()
            .describe(
              'Runs of these lines, joined by LF, where the script has a parameter and the guide this text.',
            ),
        }),
      )
      .describe('Which block of which post each run of script lines came from.'),
    evidence: z
      .array(
        z.strictObject({
          step,
          commands: count,
          known: count.describe('Commands known, with their parameters, on their platform.'),
        }),
      )
      .describe('How far the commands of each step were checked. None was executed.'),
    rehearsed: z
      .array(
        z.strictObject({
          script: z.string(),
          powershell: z.string().describe('Version of PowerShell.'),
          date: day,
          scenarios: count.describe('Start states and faults from which it was run; all held.'),
          of: count.describe('How many there are.'),
          processes: count.describe('Runs of the script in a process of its own.'),
          runspaces: count.optional().describe('Further runs, in runspaces of a process that stays.'),
        }),
      )
      .optional()
      .describe(
        'Scripts that were run in PowerShell against stand-ins for Windows that keep state, and never on a machine.',
      ),
    excluded: z
      .array(
        z.strictObject({
          step: step.nullable(),
          device: z.string(),
          platform: z.enum(platformIds),
          because: z.string(),
          commands: z.array(z.string()).optional().describe('Its lines.'),
        }),
      )
      .describe('Examples of the guide that no script runs.'),
    allowed: z
      .array(
        z.strictObject({
          step: step.nullable(),
          device: z.string(),
          platform: z.enum(platformIds),
          block: z.string(),
          rule: z.string(),
          why: z.string(),
        }),
      )
      .optional()
      .describe('What the check found and the author let stand; left out where there is nothing.'),
  })
  .meta({ title: 'Manifest of a Labworks bundle' });

export type Manifest = z.output<typeof manifestSchema>;

/** The JSON Schema of the manifest, for `/schemas/manifest-1.json`; `site` without a slash at its end. */
export function manifestJsonSchema(site: string): object {
  return {
    $id: `${site}/schemas/manifest-1.json`,
    ...z.toJSONSchema(manifestSchema, { target: 'draft-2020-12' }),
  };
}
