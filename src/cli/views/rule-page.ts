import type { RuleId } from '../../lib/rules.ts';
import { isPlatformId, optionalRules, platforms, rules } from '../../lib/engine.ts';
import { docsUrl } from '../docs-url.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';

/** The page of a rule for a person at a terminal; `text` is its file under `src/content/rules`. */
export function rulePage(rule: RuleId, text: string, painter: TextPainter): string {
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(front?.[1] ?? '')?.[1] ?? '';
  const repaired = field('fixable').startsWith('true') ? ', repaired by --fix' : '';
  const asked = optionalRules.has(rule) ? `, only with --rule ${rule}` : '';
  return [
    painter.strong(unquoted(field('title'))),
    `${painter.heading(rules[rule], rules[rule])} ${rule}${repaired}${asked}`,
    '',
    unquoted(field('summary')),
    '',
    withIndentedCode(text.slice(front?.[0].length ?? 0).trim(), painter),
    '',
    painter.faint(docsUrl(rule)),
    '',
  ].join('\n');
}

/** Headings without their marks, and code set in, under what it is written for. */
function withIndentedCode(markdown: string, painter: TextPainter): string {
  return markdown
    .replace(
      /^(`{3,})(\w*)[ \t]*(.*)\n([\s\S]*?)^\1[ \t]*$\n?/gm,
      (_match, _fence, language: string, meta: string, code: string) => {
        const platform = /(?:^|\s)platform=(\S+)/.exec(meta)?.[1] ?? '';
        const where = isPlatformId(platform) ? platforms[platform].title : language;
        return `    ${painter.faint(where)}\n${code.replace(/^(?=.)/gm, '    ')}`;
      },
    )
    .replace(/^#+ +(.*)$/gm, (_match, title: string) => painter.strong(title));
}

function unquoted(yaml: string): string {
  return yaml
    .replace(/^'(.*)'$/, (_match, text: string) => text.replaceAll("''", "'"))
    .replace(/^"(.*)"$/, '$1');
}
