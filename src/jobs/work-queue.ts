// A list of items that several threads work off: each claims the next item when it is free, and nobody hands items out.

/** The next item and how much is completed; shared by the threads. */
export type WorkQueue = Int32Array<SharedArrayBuffer>;

const next = 0;
const completed = 1;

export function createWorkQueue(): WorkQueue {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** The indexes of the items, below `count`, that this thread processes: each goes to one thread. */
export function* claimItems(queue: WorkQueue, count: number): Generator<number, void> {
  for (let index = Atomics.add(queue, next, 1); index < count; index = Atomics.add(queue, next, 1))
    yield index;
}

/** After a failure: items that are not claimed yet are skipped by all threads. */
export function closeQueue(queue: WorkQueue, count: number): void {
  Atomics.store(queue, next, count);
}

/** Adds to what is completed; gives how much all threads have completed. */
export function addCompleted(queue: WorkQueue, amount: number): number {
  return Atomics.add(queue, completed, amount) + amount;
}
