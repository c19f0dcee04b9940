// Threads that work off one list take its items in turn: whoever is free takes the next, and none waits for another to hand it out.

/** How many items were taken, and how much is done; shared by the threads. */
export type WorkQueue = Int32Array<SharedArrayBuffer>;

const taken = 0;
const done = 1;

export function createWorkQueue(): WorkQueue {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** The numbers of the items, below `count`, that fall to this thread: each falls to one. */
export function* takeItems(queue: WorkQueue, count: number): Generator<number, void> {
  for (let index = Atomics.add(queue, taken, 1); index < count; index = Atomics.add(queue, taken, 1))
    yield index;
}

/** After a failure: what nobody has taken need not be begun. */
export function closeQueue(queue: WorkQueue, count: number): void {
  Atomics.store(queue, taken, count);
}

/** Adds to what is done; gives how much all threads have done. */
export function addDone(queue: WorkQueue, amount: number): number {
  return Atomics.add(queue, done, amount) + amount;
}
