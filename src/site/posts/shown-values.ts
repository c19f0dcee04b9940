import type { AccuracyReport } from '../../lib/accuracy/report.ts';
import type { Comparison } from '../../lib/comparison/comparison.ts';
import type { Lab } from '../../lib/lab/lab.ts';
import type { AccuracyView } from '../types/accuracy.ts';
import type { ComparisonView } from '../types/comparison.ts';
import type { LabView } from '../types/lab.ts';
import type { PolicyView } from '../types/policy.ts';
import { accuracyView } from './accuracy-view.ts';
import { comparisonView } from './comparison-view.ts';
import { labView } from './lab-view.ts';
import { policyView } from './policy.ts';
import type { PublishedSchema } from './published-schemas.ts';
import { publishedSchemas } from './published-schemas.ts';

/** What pages show beside posts, as plain data. */
export interface ShownValues {
  readonly labs: readonly LabView[];
  readonly comparisons: readonly ComparisonView[];
  readonly accuracy: readonly AccuracyView[];
  readonly schemas: readonly PublishedSchema[];
  readonly policy: PolicyView;
}

export interface ValuesOfContent {
  readonly labs: readonly Lab[];
  /** Each with the digest of the file it was read from. */
  readonly comparisons: readonly (Comparison & { readonly digest: string })[];
  /** By id: reports of measurements. */
  readonly accuracy: ReadonlyMap<string, AccuracyReport>;
  /** The site's address, without a slash at the end. */
  readonly origin: string;
}

export async function shownValues({
  labs,
  comparisons,
  accuracy,
  origin,
}: ValuesOfContent): Promise<ShownValues> {
  return {
    labs: labs.map(labView),
    comparisons: await Promise.all(comparisons.map(comparisonView)),
    accuracy: [...accuracy].map(([id, report]) => accuracyView(id, report)),
    schemas: publishedSchemas(origin),
    policy: policyView(),
  };
}
