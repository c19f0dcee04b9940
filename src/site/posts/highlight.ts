import type { Run } from './code-runs.ts';
import { runsOfLines } from './code-runs.ts';
import type { CodePlace } from './dialect-tokens.ts';
import { dialectTokens } from './dialect-tokens.ts';
import { escapeHtml } from './escape-html.ts';
import { hasGrammar, loadGrammars } from './grammar-tokens.ts';

/** The languages of fences. `powershell` and `ios` are read by their dialects, `output` and `text` are shown as they are. */
export const highlighted = ['powershell', 'ios', 'yaml', 'json', 'bash', 'log', 'text', 'output'] as const;
export type Language = (typeof highlighted)[number];

export function isLanguage(word: unknown): word is Language {
  return (highlighted as readonly unknown[]).includes(word);
}

/** A run of the text that a reader may change. */
export interface MarkedValue {
  readonly start: number;
  readonly end: number;
  /** `networks.lm.vlan` */
  readonly value: string;
  /** The colour of its network's cable. */
  readonly cable: string | undefined;
}

/** HTML of every line of `text` (split at LF), with classes `tk-…` only; the text content of the lines is the text. */
export type Highlight = (
  text: string,
  language: Language,
  values?: readonly MarkedValue[],
  place?: CodePlace,
) => string[];

/** For code of these languages, of a dialect, and without colours. */
export async function createHighlight(languages: readonly Language[]): Promise<Highlight> {
  const grammarTokens = await loadGrammars(languages.filter(hasGrammar));
  const tokensOf = (text: string, language: Language, place: CodePlace | undefined): Run[] => {
    if (language === 'powershell' || language === 'ios') return dialectTokens(text, language, place);
    return hasGrammar(language) ? grammarTokens(text, language) : [];
  };
  return (text, language, values = [], place) => {
    const lines = text.split('\n');
    const runs = runsOfLines(lines, tokensOf(text, language, place));
    let offset = 0;
    return lines.map((line, index) => {
      const html = lineHtml(line, offset, runs[index]!, values);
      offset += line.length + 1;
      return html;
    });
  };
}

/** Cuts a line at every border of a token or value, so that neither ever has to reach across the other. */
function lineHtml(
  line: string,
  offset: number,
  runs: readonly Run[],
  values: readonly MarkedValue[],
): string {
  const end = offset + line.length;
  let html = '';
  let at = offset;
  for (const value of values) {
    if (value.end <= offset || value.start >= end) continue;
    const from = Math.max(value.start, offset);
    const to = Math.min(value.end, end);
    const cable = value.cable === undefined ? '' : ` data-cable="${escapeHtml(value.cable)}"`;
    html += runsHtml(line, offset, runs, at, from);
    html += `<span class="value" data-value="${escapeHtml(value.value)}"${cable}>${runsHtml(line, offset, runs, from, to)}</span>`;
    at = to;
  }
  return html + runsHtml(line, offset, runs, at, end);
}

function runsHtml(line: string, offset: number, runs: readonly Run[], from: number, to: number): string {
  let html = '';
  for (const run of runs) {
    const start = Math.max(run.start, from);
    const end = Math.min(run.end, to);
    if (start >= end) continue;
    const text = line.slice(start - offset, end - offset);
    html +=
      run.name === undefined || text.trim() === ''
        ? escapeHtml(text)
        : `<span class="tk-${run.name}">${escapeHtml(text)}</span>`;
  }
  return html;
}
