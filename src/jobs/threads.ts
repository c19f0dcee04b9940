import { join } from 'node:path';
import { Worker, parentPort } from 'node:worker_threads';
import { projectRoot } from '../workspace/paths.ts';

// Threads run the project's TypeScript as it is, whatever bundler the caller came through, and the memory they used is given
// back when they end. A thread handles one request at a time.

type ThreadMessage<Result> =
  | { readonly result: Result }
  | { readonly error: string }
  | { readonly done: number; readonly total: number };

/** Called now and then with how far the work is. */
export type OnProgress = (done: number, total: number) => void;

/** `script` is a file that calls `handleRequests`, by its path from `src`. */
export function startThread(script: string): Worker {
  return new Worker(join(projectRoot, 'src', script), {
    // Flags of the caller, such as a bundler's loader hooks, are not for the engine.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Reading posts leaves many short-lived objects; with room for them, fewer are copied by the collector.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
}

/** Sends a request to a thread and waits for its result; rejects with the thread's own stack where it failed. */
export function request<Request, Result>(
  thread: Worker,
  payload: Request,
  onProgress?: OnProgress,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (message: ThreadMessage<Result>) => {
      if ('total' in message) onProgress?.(message.done, message.total);
      else if ('error' in message) settle(() => reject(new Error(message.error)));
      else settle(() => resolve(message.result));
    };
    const onError = (error: unknown) => settle(() => reject(error as Error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`A worker thread exited unexpectedly with code ${code}.`)));
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(payload);
  });
}

/** The other side of `request`: what a thread does with one. */
export function handleRequests<Request, Result>(
  handle: (payload: Request, onProgress: OnProgress) => Promise<Result>,
): void {
  const port = parentPort;
  const send = (message: ThreadMessage<Result>) => port?.postMessage(message);
  port?.on('message', (payload: Request) => {
    handle(payload, (done, total) => send({ done, total })).then(
      (result) => send({ result }),
      (error: unknown) =>
        send({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}
