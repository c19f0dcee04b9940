import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';

const folder = resolve(import.meta.dirname, '../src/content/rules');

export interface Example {
  /** Its first line, for the test's name. */
  readonly title: string;
  readonly part: 'given' | 'bad' | 'good';
  readonly language: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly code: string;
}

export interface RulePage {
  readonly rule: string;
  readonly front: Readonly<Record<string, unknown>>;
  /** Posts that both sides stand beside, under the heading “Given”. */
  readonly given: readonly Example[];
  readonly examples: readonly Example[];
}

/** The pages of all rules with their examples, by name. */
export function readRulePages(): readonly RulePage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => readPage(join(folder, path)));
}

/** A page's front matter, and its fenced examples by the heading they stand under. */
function readPage(path: string): RulePage {
  const text = readFileSync(path, 'utf8');
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!front) throw new Error(`${path} has no front matter`);
  const examples: Example[] = [];
  let part: Example['part'] | undefined;
  const pattern = /^## (.*)$|^(`{3,})(\S+)(.*)\n([\s\S]*?)^\2$/gm;
  for (const [, heading, , language, meta = '', code = ''] of text.matchAll(pattern)) {
    if (heading !== undefined)
      part = (['given', 'bad', 'good'] as const).find((name) => heading.toLowerCase().startsWith(name));
    else if (part)
      examples.push({
        title: `${language} “${code.split('\n')[0]}”`,
        part,
        language: language!,
        meta: new Map([...meta.matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key!, value!])),
        code: code.replace(/\n$/, ''),
      });
  }
  return {
    rule: relative(folder, path).replaceAll('\\', '/').replace(/\.md$/, ''),
    front: readFront(front[1]!),
    given: examples.filter(({ part: own }) => own === 'given'),
    examples: examples.filter(({ part: own }) => own !== 'given'),
  };
}

/** What cannot be read is told by the page's own test. */
function readFront(text: string): Record<string, unknown> {
  try {
    return parse(text) as Record<string, unknown>;
  } catch (error) {
    return { unreadable: String(error) };
  }
}
