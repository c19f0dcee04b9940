import { z } from 'zod';
import { comparisonSchema } from '../comparison/schema.ts';
import { frontMatter, kinds } from '../guide/front-matter.ts';
import { siteSchema } from '../identity/schema.ts';
import { labSchema } from '../lab/schema.ts';
import { stateFileSchema } from '../plan/state-file.ts';

/** A JSON Schema, as far as it is made another here. */
interface JsonSchema {
  type?: string | string[];
  pattern?: string;
  format?: string;
  enum?: unknown;
  const?: unknown;
  [key: string]: unknown;
}

/**
 * JSON Schemas of what authors write, by the names of their files, for editors that complete YAML by one. They accept all that the check
 * accepts; what only the check knows (that names agree, that an address is one) they do not refuse.
 */
export function contentSchemas(): Readonly<Record<string, object>> {
  return {
    lab: schemaFor('A lab: devices, links, networks and values', labSchema),
    comparison: schemaFor('A comparison: what was measured or found, as rows and columns', comparisonSchema),
    site: schemaFor('Who the site is', siteSchema),
    state: schemaFor(
      'What devices have: what a plan of a labwork begins with and ends with',
      stateFileSchema,
    ),
    ...Object.fromEntries(
      kinds.map((kind) => [
        `front-matter-${kind}`,
        schemaFor(`The front matter of posts in ${kind}`, frontMatter[kind]),
      ]),
    ),
  };
}

/** The line that tells editors which schema a file of the content has; `folders`: how deep the file lies below the root of the project. */
export function schemaLine(name: string, folders: number): string {
  return `# yaml-language-server: $schema=${'../'.repeat(folders)}public/schemas/${name}.json`;
}

// Draft 7 is what editors know best.
function schemaFor(title: string, type: z.ZodType): object {
  const { $schema, ...made } = z.toJSONSchema(type, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      acceptAsWritten(jsonSchema as JsonSchema);
    },
  });
  return { $schema, title, ...made };
}

/** Where a text fits, the check takes what is written: `title: 2014` and `value: 3` are texts, which YAML reads as numbers. */
function acceptAsWritten(schema: JsonSchema): void {
  if (schema.type !== 'string' || schema.enum !== undefined || schema.const !== undefined) return;
  if (schema.format !== undefined && schema.pattern === undefined) return;
  const fits = (...texts: readonly string[]) =>
    schema.pattern === undefined || texts.some((text) => new RegExp(schema.pattern!, 'u').test(text));
  const types = [
    'string',
    ...(fits('1', '1.5', '-1') ? ['number'] : []),
    ...(fits('true', 'false') ? ['boolean'] : []),
  ];
  if (types.length > 1) schema.type = types;
}
