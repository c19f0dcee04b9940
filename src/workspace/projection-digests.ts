import { labValues, projectPost } from '../lib/engine.ts';
import type { Projection } from '../lib/ledger/projections.ts';
import type { Guide } from '../lib/guide/guide.ts';
import type { Lab } from '../lib/lab/lab.ts';
import { sha256 } from './sha256.ts';

/** What a revision is known by, without its text. */
export interface ProjectionDigests {
  /** SHA-256 in hexadecimal digits, as `Revision` has them. */
  readonly source: string;
  readonly rendered: string;
  /** Names of what it shows that lies in files of its own. */
  readonly uses: readonly string[];
}

/** Undefined where the post cannot be read. */
export function projectionDigests(
  guide: Guide,
  labs: ReadonlyMap<string, Lab>,
): ProjectionDigests | undefined {
  const projection = projectionOf(guide, labs);
  return projection && digestsOf(projection);
}

/** A post with the values of its lab; undefined where it cannot be read. */
export function projectionOf(guide: Guide, labs: ReadonlyMap<string, Lab>): Projection | undefined {
  const lab = guide.data?.lab === undefined ? undefined : labs.get(guide.data.lab);
  const values = lab && labValues(lab);
  return projectPost(guide, (path) => values?.get(path)?.text);
}

export function digestsOf({ lines, rendered, uses }: Projection): ProjectionDigests {
  return { source: sha256(lines.join('\n')), rendered: sha256(rendered), uses };
}
