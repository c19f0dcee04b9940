import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contentSchemas, schemaLine } from '../../../src/lib/assist/content-schemas.ts';
import { readComparison } from '../../../src/lib/comparison/read-comparison.ts';
import { findFrontMatter } from '../../../src/lib/guide/find-front-matter.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { readLab } from '../../../src/lib/lab/read-lab.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const root = resolve(import.meta.dirname, '../../..');
const schemas = contentSchemas();
const ajv = new Ajv({ strictTypes: false, formats: { date: true, uri: true, ipv4: true, cidrv4: true } });
const validators = new Map(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));

/** Why a text of YAML does not have a schema; undefined where it has it. */
function refusal(name: string, yaml: string): string | undefined {
  const validate = validators.get(name)!;
  return validate(parse(yaml)) ? undefined : JSON.stringify(validate.errors);
}

/** The YAML of every lab, comparison and post of the fixtures that holds, with the name of its schema. */
const valid = ['accuracy', 'rack', 'recorded', 'workshop', 'compatibility', 'cli']
  .flatMap((name) =>
    readdirSync(join(root, 'test/fixtures', name), { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    ),
  )
  .map(({ parentPath, name }) => join(parentPath, name))
  .flatMap((path): [path: string, schema: string, yaml: string][] => {
    const text = readFileSync(path, 'utf8');
    const file = createSourceFile(path, text);
    if (/[\\/]labs[\\/][^\\/]+\.ya?ml$/.test(path)) return readLab(file).value ? [[path, 'lab', text]] : [];
    if (/[\\/]comparisons[\\/][^\\/]+\.ya?ml$/.test(path))
      return readComparison(file).value ? [[path, 'comparison', text]] : [];
    const front = /\.mdx?$/.test(path) ? findFrontMatter(text) : undefined;
    const data = front && readGuide(file).data;
    return data ? [[path, `front-matter-${data.kind}`, text.slice(front.start, front.end)]] : [];
  });
const yamlOf = (schema: string) => valid.find(([, name]) => name === schema)?.[2];

describe('the JSON Schemas of what authors write', () => {
  it('lie in public as they are made now', () => {
    const there = readdirSync(join(root, 'public/schemas')).sort();
    expect(there).toEqual(
      Object.keys(schemas)
        .map((name) => `${name}.json`)
        .sort(),
    );
    for (const [name, schema] of Object.entries(schemas))
      expect(JSON.parse(readFileSync(join(root, 'public/schemas', `${name}.json`), 'utf8')), name).toEqual(
        schema,
      );
  });

  it('accept all that the check accepts', () => {
    expect(valid.length).toBeGreaterThan(12);
    for (const [path, schema, yaml] of valid) expect(refusal(schema, yaml), path).toBeUndefined();
    expect(refusal('site', readFileSync(join(root, 'src/site.yaml'), 'utf8'))).toBeUndefined();
  });

  it('accept texts that YAML reads as numbers or truth values, as the check does', () => {
    const lab = yamlOf('lab')!;
    expect(refusal('lab', lab.replace(/^title: .*$/m, 'title: 2014'))).toBeUndefined();
    expect(refusal('lab', lab.replace(/^summary: .*$/m, 'summary: true'))).toBeUndefined();
  });

  it.each([
    ['lab', /^title:.*$/m, 'titel: A'],
    ['lab', /^title:.*$/m, 'title: [a]'],
    ['lab', /\bclass: \w+/, 'class: fridge'],
    ['lab', /\bplatform: [\w-]+/, 'platform: windows-xp'],
    ['lab', /\bvlan: \d+/, 'vlan: 5000'],
    ['lab', /\bvlan: \d+/, 'vlan: ten'],
    ['lab', /\bsubnet: \S+/, 'subnet: 5'],
    ['lab', /- name: \w+/, '- name: Big Name'],
    ['comparison', /^form:.*$/m, 'form: guess'],
    ['comparison', /^rows:/m, 'row:'],
    ['comparison', /^source:.*$/m, ''],
    ['front-matter-labworks', /^part:.*$/m, 'part: first'],
    ['front-matter-labworks', /^steps:.*$/m, 'steps: 1 to 4'],
    ['front-matter-labworks', /^date:.*$/m, 'date: yesterday'],
    ['front-matter-labworks', /^lab:.*\n/m, ''],
    ['front-matter-labworks', /^tags:.*$/m, 'tag: [a]'],
    ['front-matter-fail-files', /^number:.*$/m, 'number: -1'],
    ['front-matter-debug', /^severity:.*$/m, 'severity: bad'],
    ['front-matter-debug', /\bpost: [\w/-]+/, 'post: shed'],
    ['front-matter-field-notes', /^title:.*$/m, ''],
    ['site', /^name:.*$/m, ''],
    ['site', /^language:.*$/m, 'language: English'],
    ['site', /^navigation:/m, 'menu:'],
  ])('refuse in %s %s as “%s”', (schema, from, to) => {
    const yaml = schema === 'site' ? readFileSync(join(root, 'src/site.yaml'), 'utf8') : yamlOf(schema)!;
    expect(yaml).toMatch(from);
    expect(
      refusal(
        schema,
        yaml.replace(from, () => to),
      ),
    ).toBeDefined();
  });

  it('are named by a path from the file', () => {
    expect(schemaLine('lab', 3)).toBe('# yaml-language-server: $schema=../../../public/schemas/lab.json');
  });
});
