import { describe, expect, it } from 'vitest';
import { hostileYamlTexts } from '../../../bench/hostile-yaml.ts';
import { readComparison } from '../../../src/lib/comparison/read-comparison.ts';
import { readMembership } from '../../../src/lib/guide/membership.ts';
import { readFrontMatter } from '../../../src/lib/guide/read-front-matter.ts';
import { readLab } from '../../../src/lib/lab/read-lab.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const texts = hostileYamlTexts(20_000);

describe('YAML that nobody writes', () => {
  it.each(Object.keys(texts))('ends in diagnostics, and few of them: %s', (name) => {
    const text = texts[name]!;
    const post = `---\n${text}\n---\n`;
    for (const { value, diagnostics } of [
      readLab(createSourceFile('labs/lab.yaml', text)),
      readComparison(createSourceFile('comparisons/comparison.yaml', text)),
      readFrontMatter(createSourceFile('labworks/post.mdx', post)),
    ]) {
      expect(value).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
      expect(diagnostics.length).toBeLessThan(60);
      expect(JSON.stringify(diagnostics).length).toBeLessThan(60_000);
    }
    expect(readMembership('labworks/post.mdx', post).kind).toBe('labworks');
  });
});
