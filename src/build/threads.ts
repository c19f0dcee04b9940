import { join } from 'node:path';
import { Worker, parentPort } from 'node:worker_threads';
import { projectRoot } from '../workspace/paths.ts';

// Threads run the project's TypeScript as it is, whatever bundler the caller came through, and the memory they took is given
// back when they end. A thread answers one question at a time.

type ThreadAnswer<Result> =
  | { readonly result: Result }
  | { readonly error: string }
  | { readonly done: number; readonly total: number };

/** Told now and then how far the work is. */
export type OnProgress = (done: number, total: number) => void;

/** `script` is a file of this folder that calls `answerWith`. */
export function startThread(script: string): Worker {
  return new Worker(join(projectRoot, 'src/build', script), {
    // Flags of the caller, such as a bundler's loader hooks, are not for the engine.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Reading posts leaves many short-lived objects; with room for them, fewer are copied by the collector.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
}

/** Asks a thread and waits for its answer; rejects with the thread's own stack where it failed. */
export function ask<Question, Result>(
  thread: Worker,
  question: Question,
  onProgress?: OnProgress,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (answer: ThreadAnswer<Result>) => {
      if ('total' in answer) onProgress?.(answer.done, answer.total);
      else if ('error' in answer) settle(() => reject(new Error(answer.error)));
      else settle(() => resolve(answer.result));
    };
    const onError = (error: unknown) => settle(() => reject(error as Error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`A thread ended unasked with code ${code}.`)));
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(question);
  });
}

/** The other side of `ask`: what a thread does with a question. */
export function answerWith<Question, Result>(
  answer: (question: Question, onProgress: OnProgress) => Promise<Result>,
): void {
  const port = parentPort;
  const say = (message: ThreadAnswer<Result>) => port?.postMessage(message);
  port?.on('message', (question: Question) => {
    answer(question, (done, total) => say({ done, total })).then(
      (result) => say({ result }),
      (error: unknown) =>
        say({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}
