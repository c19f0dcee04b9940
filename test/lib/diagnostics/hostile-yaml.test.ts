import { describe, expect, it } from 'vitest';
import { diagnosticsOf, hostileYamlTexts } from '../../../bench/hostile-yaml.ts';

const texts = hostileYamlTexts(20_000);

describe('YAML that nobody writes', () => {
  it.each(Object.keys(texts))('ends in diagnostics, and few of them: %s', (name) => {
    for (const found of diagnosticsOf(texts[name]!)) {
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThan(60);
      expect(JSON.stringify(found).length).toBeLessThan(60_000);
    }
  });
});
