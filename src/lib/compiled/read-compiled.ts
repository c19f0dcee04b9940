import { z } from 'zod';
import type { Rehearsal } from '../check/rehearsal.ts';
import type { PostDataOf } from '../guide/front-matter.ts';
import { roles } from '../guide/guide.ts';
import type { Lab } from '../lab/lab.ts';
import { dialectIds } from '../platforms/dialects.ts';
import { platformIds } from '../platforms/platforms.ts';
import type { CompiledLabwork } from './compiled-labwork.ts';
import { compiledFormat } from './compiled-labwork.ts';

const count = z.int().nonnegative();
const text = z.string().nullable();
const platform = z.enum(platformIds);

const block = z.strictObject({
  part: count,
  id: z.string(),
  dialect: z.enum(dialectIds),
  role: z.enum(roles),
  step: text,
  platform: platform.nullable(),
  because: text,
  cannotUndo: text,
  devices: z.array(z.string()).min(1),
  text: z.string(),
  line: z.int().positive(),
  evidence: z.enum(['parsed', 'bound', 'modelled']),
  allowed: z.array(z.strictObject({ rule: z.string(), why: z.string() })),
  // Its dialect's own.
  code: z.unknown(),
  commands: z.array(
    z.tuple([z.enum(['supported', 'unsupported', 'unknown']), z.enum(['modelled', 'unmodelled', 'prints'])]),
  ),
});

/** What was proved when it was read: a record that has this much of its kind. */
function proved<Kind extends object>(isSome: (record: Readonly<Record<string, unknown>>) => boolean) {
  return z.custom<Kind>(
    (value) =>
      typeof value === 'object' && value !== null && isSome(Object.fromEntries(Object.entries(value))),
  );
}

/** The form of a compiled labwork but for the lab and the front matter, which were proved when they were read, and what dialects keep. */
const compiledSchema: z.ZodType<CompiledLabwork> = z.strictObject({
  compiled: z.literal(compiledFormat),
  lab: proved<Lab>(({ id }) => typeof id === 'string'),
  parts: z
    .array(
      z.strictObject({
        path: z.string(),
        data: proved<PostDataOf<'labworks'>>(({ kind }) => kind === 'labworks'),
        steps: z.array(z.strictObject({ id: z.string(), title: z.string(), anchor: z.string() })),
        outputs: z.array(
          z.strictObject({ block: z.string(), text: z.string(), captured: z.string().optional() }),
        ),
        blocks: z.array(z.tuple([count, count])),
      }),
    )
    .min(1),
  tracks: z.array(
    z.strictObject({
      device: z.string(),
      platform,
      alternative: z.boolean(),
      blocks: z.array(block),
      refusals: z.array(z.strictObject({ platform, why: text, byModel: z.boolean() })).nullable(),
    }),
  ),
  rehearsals: z.record(
    z.string(),
    proved<Rehearsal>(() => true),
  ),
});

/** Reads a compiled labwork of this program's format. Throws where it is none: nobody writes one but `compileLabwork`. */
export function readCompiled(json: string): CompiledLabwork {
  return compiledSchema.parse(JSON.parse(json));
}
