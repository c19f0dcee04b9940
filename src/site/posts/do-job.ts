import { createEngine } from '../../lib/engine.ts';
import type { Lab } from '../../lib/lab/lab.ts';
import type { CheckedLabwork } from '../../lib/plan/labwork.ts';
import { site } from '../site.ts';
import { digestOf } from './digest.ts';
import type { Job, JobResult } from './job.ts';
import { keepFile } from './kept-files.ts';
import { makePosts } from './make-posts.ts';
import { makeRule } from './make-rule.ts';
import { bodyFile, zipFile } from './places.ts';
import type { LabworkSummary } from './records.ts';
import { loadCatalogue, loadEngineRecords } from './sources.ts';

const engine = createEngine({ catalogue: loadCatalogue(), records: loadEngineRecords() });

/** Reads, checks and renders posts and rules, and keeps their bodies. */
export async function doJob({ labs, groups, rules }: Job): Promise<JobResult> {
  const labsById = new Map(labs.map((lab) => [lab.id, lab]));
  const posts: JobResult['posts'][number][] = [];
  const labworks: JobResult['labworks'][number][] = [];
  for (const group of groups) {
    const made = await makePosts(group, labsById, engine);
    for (const { summary, body } of made.posts) {
      keepFile(bodyFile(summary.digest), JSON.stringify(body));
      posts.push(summary);
    }
    const labwork = await keepLabwork(made.checked, labsById);
    if (labwork) labworks.push(labwork);
  }
  return { posts, labworks, rules: await Promise.all(rules.map(makeRule)) };
}

/** Makes the bundle and the matrix of a labwork that is free of errors, and keeps the zip. */
async function keepLabwork(
  checked: CheckedLabwork,
  labs: ReadonlyMap<string, Lab>,
): Promise<LabworkSummary | undefined> {
  const data = checked.guides[0]?.guide.data;
  const clean = checked.guides.every(
    ({ guide, diagnostics }) =>
      guide.data !== undefined && diagnostics.every(({ severity }) => severity !== 'error'),
  );
  if (data?.kind !== 'labworks' || !clean) return undefined;
  // Loaded when there is a labwork: most jobs have none.
  const { makeBundle } = await import('../../lib/bundle/make-bundle.ts');
  const bundle = makeBundle(checked, { site: site.origin });
  if (!bundle) return undefined;
  const { name, version, sha256, zip, files } = bundle;
  const digest = digestOf(sha256);
  keepFile(zipFile(digest), zip);
  return {
    number: data.labwork,
    digest,
    bundle: {
      name,
      url: `/bundles/${name}`,
      version,
      size: zip.length,
      sha256,
      files: files.map(({ path, bytes, sha256: sum, about }) => ({
        path,
        size: bytes.length,
        sha256: sum,
        about,
      })),
    },
    compatibility: engine.compatibilityOf(
      checked.guides.map(({ guide }) => guide),
      labs,
    ),
  };
}
