import type { AstroLoggerDestination } from 'astro';
import nodeLogger from 'astro/logger/node';

export type LogMessage = Parameters<AstroLoggerDestination['write']>[0];

/**
 * Astro's own messages without a line for every page that a build makes: of a thousand nobody reads them, and each needs its time.
 * How many pages there are is said in the end.
 */
export default function buildLog(): AstroLoggerDestination {
  const logger = nodeLogger();
  return {
    write(message) {
      if (!isOfOnePage(message)) logger.write(message);
    },
  };
}

/** A page's line comes in two messages: `  ├─ /x/index.html`, and behind it ` (+12ms)`, ` (cached)` or ` (restored)`. */
export function isOfOnePage({ level, label, message, newLine }: LogMessage): boolean {
  if (level !== 'info') return false;
  return label === 'SKIP_FORMAT'
    ? /\((?:\+[\d.]+m?s|cached|restored)\)/.test(message) && !message.includes('not created')
    : label === null && !newLine && message.includes('├─');
}
