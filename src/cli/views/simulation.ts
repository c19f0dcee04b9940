import { diagnosticJson, jsonText, showInvisible, stateJson } from '../../lib/engine.ts';
import type { SimulatedFile } from '../../lib/models/switch/simulate-file.ts';
import type { ShowAnswer } from '../../lib/models/switch/print-show.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';
import { docsUrl } from '../docs-url.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';

/** A command of `--show` with what came of it. */
export interface Shown {
  readonly command: string;
  readonly answer: ShowAnswer;
}

export interface SimulationReport {
  readonly file: SourceFile;
  readonly result: SimulatedFile;
  readonly shows: readonly Shown[];
}

/**
 * The report for programs, `version` 1. `canonical` is null where a line is not a known command. `shows` holds the text that the
 * switch prints, and null where the model cannot print it.
 */
export function simulationJson(reports: readonly SimulationReport[]): string {
  const files = reports.map(({ file, result, shows }) => ({
    file: file.path,
    as: result.as,
    lines: result.lines.map(({ input, status, canonical, console, replies, diagnostics }, index) => ({
      line: index + 1,
      input,
      status,
      canonical: canonical ?? null,
      modeAfter: console.session.mode,
      replies,
      diagnostics: diagnostics.map((diagnostic) => diagnosticJson(file, diagnostic, docsUrl)),
    })),
    state: stateJson(result.console),
    shows: Object.fromEntries(
      shows.map(({ command, answer }) => [command, answer.kind === 'text' ? answer.text : null]),
    ),
  }));
  return jsonText({ version: 1, files });
}

/** `?` stands before a line of which nothing is known. */
function markOf({ status, step }: SimulatedFile['lines'][number]): string {
  return status === 'diagnostic' ? '✗' : step.kind === 'unknown' ? '?' : ' ';
}

/** The session as the console would show it, refused lines marked, then the state, then the shows. */
export function simulationPretty({ file, result, shows }: SimulationReport, painter: TextPainter): string {
  const out: string[] = [painter.strong(showInvisible(file.path))];
  for (const line of result.lines) {
    const { prompt, input, status, canonical, replies } = line;
    const shown = status === 'comment' ? '' : painter.faint(prompt);
    const full =
      canonical !== undefined && canonical !== input.trim() ? painter.faint(`  (${canonical})`) : '';
    out.push(`${markOf(line)} ${shown} ${input.trim()}${full}`.trimEnd());
    for (const reply of replies) out.push(`  ${reply}`);
  }
  out.push('', painter.strong('state'), jsonText(stateJson(result.console)).trimEnd());
  for (const { command, answer } of shows) {
    out.push('', painter.strong(showInvisible(command)));
    out.push(answer.kind === 'text' ? answer.text : painter.faint(reasons[answer.kind]));
  }
  return `${out.join('\n')}\n`;
}

const reasons = {
  refused: 'The switch does not know this command.',
  unknown: 'What this prints is not modelled.',
} as const;
