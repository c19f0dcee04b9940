import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules as checkRules } from '../../../src/lib/check/rules.ts';
import { rules as guideRules } from '../../../src/lib/guide/rules.ts';

const lib = join(import.meta.dirname, '../../../src/lib');

/** The files of a room in which a rule's id stands, but for the table of rules itself. */
function filesWith(room: string, rule: string): string[] {
  return readdirSync(join(lib, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'rules.ts')
    .filter((name) => readFileSync(join(lib, room, name), 'utf8').includes(`'${rule}'`))
    .map((name) => `${room}/${name}`);
}

describe('the file that finds a rule', () => {
  it.each([...Object.keys(guideRules), ...Object.keys(checkRules)])('is found from its id: %s', (rule) => {
    expect([...filesWith('guide', rule), ...filesWith('check', rule)]).toHaveLength(1);
  });
});
