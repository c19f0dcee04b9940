import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  Diagnostic,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node';

/** An editor, as far as the protocol knows one. Paths are from the content folder of the project. */
export interface LanguageClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  /** What the server has logged. */
  readonly logged: readonly string[];
  initialize(): Promise<InitializeResult>;
  /** Opens a file, or makes its open text another one; gives what is told of the new text. */
  show(path: string, text?: string): Promise<readonly Diagnostic[]>;
  /** What is told of a file at last, when nothing more comes of it: `isThere` says that it is what is waited for. */
  until(path: string, isThere: (told: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  close(path: string): void;
  textOf(path: string): string;
  uriOf(path: string): string;
  /** The place behind the first `marked` in the open text. */
  behind(path: string, marked: string): Position;
  /** Sends a request about the place behind `marked`. */
  at<Answer>(method: string, path: string, marked: string): Promise<Answer>;
  /** What may be done at the place behind `marked`. */
  actions(path: string, marked: string, only?: readonly string[]): Promise<readonly CodeAction[]>;
}

/** Starts `labworks lsp` of a project, as an editor does. */
export function startLanguageClient(root: string): LanguageClient {
  const child = spawn(process.execPath, [join(root, 'tools/labworks.mjs'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const told = new Map<string, PublishDiagnosticsParams>();
  const versions = new Map<string, number>();
  const texts = new Map<string, string>();
  const logged: string[] = [];
  let waiting: (() => boolean)[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    told.set(params.uri, params);
    waiting = waiting.filter((isDone) => !isDone());
  });
  connection.onNotification(
    'window/logMessage',
    ({ message }: { message: string }) => void logged.push(message),
  );
  connection.listen();
  const uriOf = (path: string) => pathToFileURL(join(root, 'src/content', path)).href;
  const until: LanguageClient['until'] = (path, isThere) =>
    new Promise((resolve) => {
      const isDone = () => {
        const last = told.get(uriOf(path));
        if (!last || last.version !== versions.get(path) || !isThere(last.diagnostics)) return false;
        resolve(last.diagnostics);
        return true;
      };
      if (!isDone()) waiting.push(isDone);
    });
  const behind = (path: string, marked: string): Position => {
    const text = texts.get(path) ?? '';
    if (!text.includes(marked)) throw new Error(`${path} does not have ${marked}`);
    const lines = (text.split(marked)[0]! + marked).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  return {
    connection,
    process: child,
    logged,
    async initialize() {
      const result = await connection.sendRequest<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: pathToFileURL(root).href,
        capabilities: {},
      });
      void connection.sendNotification('initialized', {});
      return result;
    },
    show(path, text = readFileSync(join(root, 'src/content', path), 'utf8')) {
      const uri = uriOf(path);
      const before = versions.get(path);
      const version = (before ?? 0) + 1;
      versions.set(path, version);
      texts.set(path, text);
      void (before === undefined
        ? connection.sendNotification('textDocument/didOpen', {
            textDocument: { uri, languageId: 'mdx', version, text },
          })
        : connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version },
            contentChanges: [{ text }],
          }));
      return until(path, () => true);
    },
    until,
    close(path) {
      versions.delete(path);
      texts.delete(path);
      told.delete(uriOf(path));
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
    },
    textOf: (path) => texts.get(path) ?? '',
    uriOf,
    behind,
    at: (method, path, marked) =>
      connection.sendRequest(method, {
        textDocument: { uri: uriOf(path) },
        position: behind(path, marked),
      }),
    actions: (path, marked, only) => {
      const position = behind(path, marked);
      return connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uriOf(path) },
        range: { start: position, end: position },
        context: { diagnostics: [], ...(only && { only }) },
      });
    },
  };
}

/** A text after edits that do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const starts = lines.map((_, index) => lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0));
  const offset = ({ line, character }: Position) => starts[line]! + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}
