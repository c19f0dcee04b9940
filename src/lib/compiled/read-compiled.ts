import { z } from 'zod';
import { roles } from '../guide/guide.ts';
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

/** The form of a compiled labwork but for the lab and the front matter, which were proved when they were read, and what dialects keep. */
const compiledSchema = z.strictObject({
  compiled: z.literal(compiledFormat),
  lab: z.looseObject({ id: z.string() }),
  parts: z
    .array(
      z.strictObject({
        path: z.string(),
        data: z.looseObject({ kind: z.literal('labworks') }),
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
  rehearsals: z.record(z.string(), z.looseObject({})),
});

/** Reads a compiled labwork of this program's format. Throws where it is none: nobody writes one but `compileLabwork`. */
export function readCompiled(json: string): CompiledLabwork {
  const value: unknown = JSON.parse(json);
  return compiledSchema.parse(value) as unknown as CompiledLabwork;
}
