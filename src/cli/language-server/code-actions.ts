import type { CodeAction, CodeActionParams, TextEdit } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { Diagnostic, Fix } from '../../lib/diagnostics/diagnostic.ts';
import type { LiveReport } from './live-content.ts';
import { isSafe, rangeAt } from '../../lib/engine.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';
import { protocolDiagnostic, protocolEdits, protocolRange } from './protocol-values.ts';

/** All certain repairs of a file at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.labworks`;

/** What may be done about what is told within a range: each repair, and all certain ones of the file, which are made when asked for. */
export function codeActions(
  uri: string,
  report: LiveReport,
  { range, context }: CodeActionParams,
): CodeAction[] {
  const { file, diagnostics } = report;
  const isWanted = (kind: string) =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const { start, end } = range;
  const isThere = (diagnostic: Diagnostic) => {
    const own = protocolRange(diagnostic.range);
    return !isBefore(own.end, start) && !isBefore(end, own.start);
  };
  const fixes = isWanted(CodeActionKind.QuickFix)
    ? diagnostics.flatMap((diagnostic) => {
        const { fix } = diagnostic;
        return fix && isThere(diagnostic) ? [actionOf(uri, file, diagnostic, fix)] : [];
      })
    : [];
  if (!isWanted(fixAllKind) || !diagnostics.some(isSafe)) return fixes;
  return [...fixes, { title: 'Make all repairs that are certain', kind: fixAllKind, data: { uri } }];
}

function actionOf(uri: string, file: SourceFile, diagnostic: Diagnostic, fix: Fix): CodeAction {
  const isCertain = fix.safety === 'safe';
  return {
    // An author looks twice at what may mean something else.
    title: isCertain ? fix.title : `${fix.title} (not certain: look at what it changes)`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [protocolDiagnostic(diagnostic)],
    ...(isCertain && { isPreferred: true }),
    edit: { changes: { [uri]: protocolEdits(file, fix.edits) } },
  };
}

/** The one edit that makes a text another: what both begin and end with stays. */
export function editBetween(file: SourceFile, text: string): TextEdit[] {
  const before = file.text;
  if (before === text) return [];
  let start = 0;
  while (start < Math.min(before.length, text.length) && before[start] === text[start]) start++;
  let same = 0;
  const most = Math.min(before.length, text.length) - start;
  while (same < most && before[before.length - 1 - same] === text[text.length - 1 - same]) same++;
  const range = protocolRange(rangeAt(file, start, before.length - same));
  return [{ range, newText: text.slice(start, text.length - same) }];
}

function isBefore(a: { line: number; character: number }, b: { line: number; character: number }): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
