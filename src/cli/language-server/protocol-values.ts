import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  Diagnostic as ProtocolDiagnostic,
  Range as ProtocolRange,
  TextEdit,
} from 'vscode-languageserver/node';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Diagnostic, Edit } from '../../lib/diagnostics/diagnostic.ts';
import { rangeAt } from '../../lib/engine.ts';
import type { Range, SourceFile } from '../../lib/source/source-file.ts';
import { projectRoot } from '../../workspace/paths.ts';
import { docsUrl } from '../docs-url.ts';

// The engine's values in the words of the protocol, whose lines and characters count from 0; its characters are UTF-16 code units too.

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

export function protocolRange({ start, end }: Range): ProtocolRange {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

export function protocolDiagnostic({
  rule,
  severity,
  message,
  range,
  why,
  hint,
  related,
}: Diagnostic): ProtocolDiagnostic {
  return {
    range: protocolRange(range),
    severity: severities[severity],
    source: 'labworks',
    code: rule,
    codeDescription: { href: docsUrl(rule) },
    message: [message, why, hint].filter((one) => one !== undefined).join('\n'),
    ...(related && {
      relatedInformation: related.map(({ file, range: place, message: text }) => ({
        location: { uri: uriOf(resolve(projectRoot, file)), range: protocolRange(place) },
        message: text,
      })),
    }),
  };
}

export function protocolEdits(file: SourceFile, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ start, end, text }) => ({
    range: protocolRange(rangeAt(file, start, end)),
    newText: text,
  }));
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Undefined where it is no file of the disk. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
