import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  CancellationToken,
  CodeAction,
  InitializeResult,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
  createConnection,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSourceFile } from '../../lib/engine.ts';
import { version } from '../../workspace/identity.ts';
import { projectRoot } from '../../workspace/paths.ts';
import { printError } from '../terminal.ts';
import { changes } from '../watch.ts';
import { completion, definition, folds, hover, symbols } from './assisting.ts';
import { codeActions, editBetween, fixAllKind } from './code-actions.ts';
import { createDiagnosing } from './diagnosing.ts';
import type { LiveContent } from './live-content.ts';
import { createLiveContent } from './live-content.ts';
import { references, rename, renameable } from './naming.ts';
import { pathOf } from './protocol-values.ts';

/** Serves the editor that has started this process until it ends the process. */
export async function serve(): Promise<never> {
  // Paths are told from the project's root, wherever the editor was started.
  process.chdir(projectRoot);
  const reader = new StreamMessageReader(process.stdin);
  const connection = createConnection(reader, new StreamMessageWriter(process.stdout));
  // Whoever has no header can be told nothing over the protocol, and the library leaves without a word.
  reader.onError((error) =>
    printError(
      `what came over standard input is not the Language Server Protocol: ${error.message.trim().replace(/\s*\n\s*/g, ' ')}`,
    ),
  );
  let hasTakenLeave = false;
  connection.onShutdown(() => void (hasTakenLeave = true));
  reader.onClose(() => process.exit(hasTakenLeave ? 0 : 1));
  const log = (error: unknown) =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  // A fault in what was started by a timer ends no session.
  process.on('uncaughtException', log).on('unhandledRejection', log);
  const ready = createLiveContent(log);
  const documents = new TextDocuments(TextDocument);
  const diagnosing = ready.then((content) =>
    createDiagnosing(content, log, ({ uri, version: of, diagnostics }) => {
      void connection.sendDiagnostics({ uri, version: of, diagnostics: [...diagnostics] });
    }),
  );

  /** Answers a request; one that was taken back, or fails, has no answer, and nothing else comes of it. */
  const answering =
    <Params, Answer>(work: (params: Params) => Promise<Answer>, empty: Answer) =>
    async (params: Params, token: CancellationToken): Promise<Answer | ResponseError> => {
      // What was sent behind the request, such as that it is taken back, is heard first.
      await nextTurn();
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      try {
        return await work(params);
      } catch (error) {
        log(error);
        return empty;
      }
    };

  connection.onInitialize(async (): Promise<InitializeResult> => {
    await ready;
    return {
      serverInfo: { name: 'labworks', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
          resolveProvider: true,
        },
        completionProvider: { triggerCharacters: ['-', '{', '.', '=', '"', '<', ' ', '/', ','] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
      },
    };
  });
  connection.onInitialized(async () => {
    const server = await diagnosing;
    await server.refresh();
    for await (const path of changes([])) if (path !== undefined) await server.refresh();
  });

  documents.onDidChangeContent(async ({ document }) => {
    const path = pathOf(document.uri);
    if (path === undefined) return;
    const server = await diagnosing;
    server.changed(path, document.uri, document.version, document.getText());
  });
  documents.onDidClose(async ({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) (await diagnosing).closed(path);
  });
  documents.onDidSave(async () => (await diagnosing).refresh());

  connection.onCodeAction(
    answering(async (params) => {
      const path = pathOf(params.textDocument.uri);
      const report = path === undefined ? undefined : (await diagnosing).reportOf(path);
      return report ? codeActions(params.textDocument.uri, report, params) : [];
    }, []),
  );
  connection.onCodeActionResolve(
    answering(
      async (action: CodeAction): Promise<CodeAction> => {
        const { uri } = action.data as { uri: string };
        const path = pathOf(uri) ?? '';
        const content = await ready;
        const text = content.texts.open.get(path);
        const repaired = text === undefined ? undefined : content.repaired(path);
        if (text === undefined || repaired === undefined) return action;
        return {
          ...action,
          edit: { changes: { [uri]: editBetween(createSourceFile(path, text), repaired) } },
        };
      },
      { title: '' },
    ),
  );

  /** About a file, by the path of it. */
  const about =
    <Params extends { readonly textDocument: { readonly uri: string } }, Answer>(
      work: (content: LiveContent, path: string, params: Params) => Answer,
    ) =>
    async (params: Params) => {
      const path = pathOf(params.textDocument.uri);
      return path === undefined ? null : work(await ready, path, params);
    };
  connection.onCompletion(
    answering(
      about((content, path, { position }) => completion(content, path, position)),
      null,
    ),
  );
  connection.onHover(
    answering(
      about((content, path, { position }) => hover(content, path, position)),
      null,
    ),
  );
  connection.onDefinition(
    answering(
      about((content, path, { position }) => definition(content, path, position)),
      null,
    ),
  );
  connection.onReferences(
    answering(
      about((content, path, { position }) => references(content, path, position)),
      null,
    ),
  );
  connection.onPrepareRename(
    answering(
      about((content, path, { position }) => renameable(content, path, position)),
      null,
    ),
  );
  connection.onRenameRequest(
    answering<RenameParams, WorkspaceEdit | ResponseError | null>(
      about((content, path, { position, newName }) => rename(content, path, position, newName)),
      null,
    ) as never,
  );
  connection.onDocumentSymbol(
    answering(
      about((content, path) => symbols(content, path)),
      null,
    ),
  );
  connection.onFoldingRanges(
    answering(
      about((content, path) => folds(content, path)),
      null,
    ),
  );

  documents.listen(connection);
  connection.listen();
  return new Promise(() => {});
}
