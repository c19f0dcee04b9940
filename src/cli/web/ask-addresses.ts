import type { LinkAnswer, AskOptions } from './ask-address.ts';
import { askAddress } from './ask-address.ts';

export interface AskAllOptions extends AskOptions {
  /** Milliseconds between two questions to one host. */
  readonly pause: number;
}

/** So many hosts are asked at a time. */
const mostHosts = 8;

/** Asks addresses, many hosts at once but each only one thing at a time, with a pause in between. The answers by address. */
export async function askAddresses(
  urls: Iterable<string>,
  options: AskAllOptions,
): Promise<ReadonlyMap<string, LinkAnswer>> {
  const answers = new Map<string, LinkAnswer>();
  const hosts = [...Map.groupBy(new Set(urls), (url) => new URL(url).host).values()].values();
  const worker = async () => {
    for (const own of hosts) {
      for (const [index, url] of own.entries()) {
        if (index > 0) await new Promise((done) => setTimeout(done, options.pause));
        answers.set(url, await askAddress(url, options));
      }
    }
  };
  await Promise.all(Array.from({ length: mostHosts }, worker));
  return answers;
}
