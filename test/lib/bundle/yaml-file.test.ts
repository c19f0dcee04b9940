import { describe, expect, it } from 'vitest';
import { Document, Scalar, parse, visit } from 'yaml';
import type { YamlValue } from '../../../src/lib/bundle/ansible/yaml-file.ts';
import { Verbatim, yamlFile } from '../../../src/lib/bundle/ansible/yaml-file.ts';
import { createChance, pick } from '../../chance.ts';

/** The same by the library, texts quoted and keys that need it. */
function judged(value: YamlValue): string {
  const document = new Document(value);
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value !== 'string') return;
      node.type =
        key === 'key' && /^[a-z][\w.]*$/.test(node.value) && node.value !== 'no'
          ? Scalar.PLAIN
          : Scalar.QUOTE_DOUBLE;
    },
  });
  return `---\n${document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })}`;
}

/** As `yamlFile` leaves no character outside ASCII. */
const inAscii = (text: string) =>
  text.replace(/[^\n\x20-\x7E]/gu, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase();
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });

const texts = [
  '', ' ', 'a', 'true', 'null', '0x10', '1e3', '---', '...', '# a', 'a: b', '- a', '{{ a }}', '!unsafe', '&a', '*a', '"', "'", '\\', '\\n',
  '\n', ' \n ', 'a \nb', '\\ \n', '\t', '\u0000', '\u0007', '\u000b', '\u001b', '\u0001', '\u0085', '\u00a0', '\u2028', 'é', '💾', '%', '\r\n', '?',
]; // prettier-ignore

function valueOf(chance: () => number, depth: number): YamlValue {
  const text = () => Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(chance, texts)).join('');
  const kind = chance();
  if (depth === 0 || kind < 0.4) return kind < 0.05 ? 7 : kind < 0.1 ? chance() < 0.5 : text();
  const items = Array.from({ length: Math.floor(chance() * 4) }, () => valueOf(chance, depth - 1));
  if (kind < 0.7) return items;
  return Object.fromEntries(
    items.map((item) => [chance() < 0.5 ? pick(chance, ['a', 'b.c', 'd_e', 'no']) : text(), item]),
  );
}

describe('a YAML file', () => {
  it('is what the library writes, and is read as the value it was made of', () => {
    const chance = createChance(23);
    for (let round = 0; round < 3000; round++) {
      const value = valueOf(chance, 4);
      const file = yamlFile(value, []);
      expect(file).toBe(inAscii(judged(value)));
      expect(parse(file)).toEqual(value);
    }
  });

  it('quotes a key that YAML 1.1 takes for something else', () => {
    expect(yamlFile({ hosts: { no: {}, y: {}, null: {}, note: {} } }, [])).toBe(
      '---\nhosts:\n  "no": {}\n  "y": {}\n  "null": {}\n  note: {}\n',
    );
  });

  it('has no anchors for what stands in it twice, and marks what nobody may fill in', () => {
    const task = { name: 'x' };
    expect(yamlFile({ a: [task, task], b: new Verbatim('{{ b }}'), c: undefined }, ['Why'])).toBe(
      '# Why\n---\na:\n  - name: "x"\n  - name: "x"\nb: !unsafe "{{ b }}"\n',
    );
  });
});
