import { describe, expect, it } from 'vitest';
import { jsonFile } from '../../../src/lib/writing/json.ts';

describe('a JSON file', () => {
  const value = {
    'a\u2028b': ['caf\u00E9 \u{1F600}', '\u202E\u200B\u0000\u001B\u0085\u007F', '\uD800', 'plain', '\uFFFE'],
  };

  it('is read back as what was written', () => {
    expect(JSON.parse(jsonFile(value))).toEqual(value);
  });

  it('is ASCII, of lines that end at line feeds alone', () => {
    expect(jsonFile(value)).toMatch(/^[\n\x20-\x7E]+\n$/);
    expect(jsonFile({ a: 'b' })).toBe('{\n  "a": "b"\n}\n');
  });
});
