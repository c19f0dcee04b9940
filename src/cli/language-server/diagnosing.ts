import type { Diagnostic } from 'vscode-languageserver/node';
import type { LiveContent, LiveReport, LogFault } from './live-content.ts';
import { protocolDiagnostic } from './protocol-values.ts';

/** What is told of a text, by the version of it that was checked. */
export interface ToldDiagnostics {
  readonly uri: string;
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Tells of open texts what the check finds in them, soon after they have changed, and when something has changed around them. */
export interface Diagnosing {
  changed(path: string, uri: string, version: number, text: string): void;
  closed(path: string): void;
  /** Something has changed on the disk. */
  refresh(): Promise<void>;
  /** What is told of the newest text of a file, be it told already or not. */
  reportOf(path: string): LiveReport | undefined;
}

/** Keys that are hit within so many milliseconds are one change. */
const debounce = 15;
/** So long nothing was changed, in milliseconds, before what is recorded is compared, which reads many files. */
const idle = 300;

interface OpenDocument {
  readonly uri: string;
  version: number;
  /** What was told last, and of which version. */
  told?: { readonly version: number; readonly text: string };
}

export function createDiagnosing(
  content: LiveContent,
  log: LogFault,
  publish: (publication: ToldDiagnostics) => void,
): Diagnosing {
  const documents = new Map<string, OpenDocument>();
  let reports: ReadonlyMap<string, LiveReport> = new Map();
  let soon: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  let filling = false;

  const tell = () => {
    reports = content.check();
    for (const [path, document] of documents) {
      const diagnostics = (reports.get(path)?.diagnostics ?? []).map(protocolDiagnostic);
      const text = JSON.stringify(diagnostics);
      const { uri, version, told } = document;
      if (told?.version === version && told.text === text) continue;
      document.told = { version, text };
      publish({ uri, version, diagnostics });
    }
  };
  const tellSoon = () => {
    clearTimeout(soon);
    clearTimeout(later);
    soon = setTimeout(() => guarded(tell), debounce);
    later = setTimeout(() => guarded(() => content.checkRecorded() && tell()), idle);
  };
  const guarded = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      log(error);
    }
  };
  /** Reads the posts that are not open one by one, so that whoever types waits for one at most. */
  const fill = () => {
    filling = content.posts.readAnother();
    if (filling) setImmediate(fill);
    else tellSoon();
  };

  return {
    changed: (path, uri, version, text) => {
      content.texts.set(path, text);
      documents.set(path, { ...documents.get(path), uri, version });
      tellSoon();
    },
    closed: (path) => {
      content.texts.close(path);
      const document = documents.get(path);
      documents.delete(path);
      if (document) publish({ uri: document.uri, version: document.version, diagnostics: [] });
      tellSoon();
    },
    refresh: async () => {
      await content.refresh();
      if (!filling) fill();
    },
    reportOf: (path) => {
      const text = content.texts.open.get(path);
      if (reports.get(path)?.file.text !== text) guarded(tell);
      return reports.get(path);
    },
  };
}
