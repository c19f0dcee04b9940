import type { CodeToken } from '../../lib/dialects/code-token.ts';
import type { TokenRun } from './code-runs.ts';
import { runsOfLines } from './code-runs.ts';
import { dialectRuns, isDialect, runsOf } from './dialect-tokens.ts';
import { escapeHtml } from './escape-html.ts';
import { loadGrammars } from './grammar-tokens.ts';

/** A run of the text that a reader may change. */
export interface MarkedValue {
  readonly start: number;
  readonly end: number;
  /** `networks.lm.vlan` */
  readonly value: string;
  /** The colour of its network's cable. */
  readonly cable: string | undefined;
}

/**
 * HTML of every line of `text` (split at LF), with classes `tk-…` only; the text content of the lines is the text. Commands are read by
 * their dialects, what Shiki knows has the colours of its grammar, and everything else is shown as it is.
 */
export type Highlight = (text: string, language: string) => string[];

/** For the code of one post in these languages, as far as it runs on no device. */
export async function createHighlight(languages: readonly string[]): Promise<Highlight> {
  const grammarTokens = await loadGrammars(languages.filter((language) => !isDialect(language)));
  return (text, language) => {
    const runs = isDialect(language) ? dialectRuns(text, language) : grammarTokens(text, language);
    return linesHtml(text, runs, []);
  };
}

/** As `Highlight`, of commands that were read before: `tokens` are of the text. `values` are in order and do not overlap. */
export function highlightCommands(
  text: string,
  tokens: readonly CodeToken[],
  values: readonly MarkedValue[],
): string[] {
  return linesHtml(text, runsOf(tokens), values);
}

function linesHtml(text: string, runs: readonly TokenRun[], values: readonly MarkedValue[]): string[] {
  const lines = text.split('\n');
  const runsByLine = runsOfLines(lines, runs);
  let offset = 0;
  return lines.map((line, index) => {
    const html = lineHtml(line, offset, runsByLine[index]!, values);
    offset += line.length + 1;
    return html;
  });
}

/** Cuts a line at every border of a token or value, so that neither ever has to reach across the other. */
function lineHtml(
  line: string,
  offset: number,
  runs: readonly TokenRun[],
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

function runsHtml(line: string, offset: number, runs: readonly TokenRun[], from: number, to: number): string {
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
