import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isRuleId, optionalRules, rulePath, rules } from '../../lib/diagnostics/rules.ts';
import { suggest } from '../../lib/diagnostics/suggest.ts';
import { contentRoot, readText } from '../files.ts';
import { siteUrl } from '../site-url.ts';
import { UsageError } from '../usage.ts';

export const help = `npx labworks explain [RULE]

Prints the page of a rule, for example hygiene/curly-quote: what it finds, why it matters, and an example of each side.
Without a rule, lists them all.
`;

export function run(args: string[]): number {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [word, ...more] = positionals;
  if (more.length > 0) throw new UsageError('explain takes one rule.');
  if (word === undefined) {
    const width = Math.max(...Object.keys(rules).map((rule) => rule.length));
    const lines = Object.entries(rules).map(([rule, severity]) => `${rule.padEnd(width)}  ${severity}`);
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  }
  if (!isRuleId(word)) {
    const near =
      suggest(word, Object.keys(rules)) ?? Object.keys(rules).find((rule) => rule.endsWith(`/${word}`));
    throw new UsageError(`there is no rule “${word}”.${near ? ` Did you mean “${near}”?` : ''}`);
  }
  const page = readText(join(contentRoot, 'rules', `${word}.md`));
  if ('problem' in page) throw new UsageError(`the page of ${word} cannot be read: ${page.problem}.`);
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(page.text);
  const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(front?.[1] ?? '')?.[1] ?? '';
  const title = field('title');
  const repaired = field('fixable').startsWith('true') ? ', repaired by --fix' : '';
  process.stdout.write(
    [
      title,
      '='.repeat(title.length),
      `${word} (${rules[word]}${repaired}${optionalRules.has(word) ? `, only with --rule ${word}` : ''})`,
      '',
      field('summary'),
      '',
      page.text.slice(front?.[0].length ?? 0).trim(),
      '',
      `${siteUrl}${rulePath(word)}`,
      '',
    ].join('\n'),
  );
  return 0;
}
