// Threads that work off one list take its items in turn: whoever is free takes the next, and none waits for another to hand it out.

/** How many turns were taken, and how much is done; shared by the threads. */
export type Turns = Int32Array<SharedArrayBuffer>;

const taken = 0;
const done = 1;

export function startTurns(): Turns {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** The numbers of the items, below `count`, that fall to this thread: each falls to one. */
export function* takeTurns(turns: Turns, count: number): Generator<number, void> {
  for (let turn = Atomics.add(turns, taken, 1); turn < count; turn = Atomics.add(turns, taken, 1)) yield turn;
}

/** After a failure: what nobody has taken need not be begun. */
export function stopTurns(turns: Turns, count: number): void {
  Atomics.store(turns, taken, count);
}

/** Adds to what is done; gives how much all threads have done. */
export function addDone(turns: Turns, amount: number): number {
  return Atomics.add(turns, done, amount) + amount;
}
