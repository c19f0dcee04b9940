import { comparisonSchema } from '../comparison/schema.ts';
import { siteSchema } from '../identity/schema.ts';
import { labSchema } from '../lab/schema.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Suggestions } from './assist.ts';
import { schemaOf, suggestField } from './suggest-field.ts';

const schemas = { lab: labSchema, comparison: comparisonSchema, site: siteSchema };

/** Fields and their values in a file of YAML. */
export function suggestInData(
  file: SourceFile,
  kind: keyof typeof schemas,
  offset: number,
): Suggestions | undefined {
  return suggestField(file, offset, { start: 0, end: file.text.length }, schemaOf(schemas[kind]), {});
}
