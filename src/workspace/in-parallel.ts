import { availableParallelism } from 'node:os';

/** Pictures take memory while they are open, so that more of them at once are no use even where there are more cores. */
const most = 4;

/** The results for all items in their order, of which a few are under way at a time. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), most) }, worker));
  return results;
}
