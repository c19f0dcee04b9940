import type { RuleId } from '../../lib/rules.ts';
import { isPlatformId, optionalRules, platforms, readRulePage, rules } from '../../lib/engine.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';
import { docsUrl } from '../docs-url.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';

/** The page of a rule for a person at a terminal. */
export function rulePage(rule: RuleId, file: SourceFile, painter: TextPainter): string {
  const { title, summary, fixable, text } = readRulePage(file).value;
  const repaired = fixable ? ', repaired by --fix' : '';
  const asked = optionalRules.has(rule) ? `, only with --rule ${rule}` : '';
  return [
    painter.strong(title),
    `${painter.heading(rules[rule], rules[rule])} ${rule}${repaired}${asked}`,
    '',
    summary,
    '',
    withIndentedCode(text.trim(), painter),
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
