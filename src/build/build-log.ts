import type { AstroLoggerDestination } from 'astro';
import usualLog from 'astro/logger/node';

/**
 * Astro's own messages without a line for every page that a build makes: of a thousand nobody reads them, and each takes its time.
 * How many pages there are is said in the end.
 */
export default function buildLog(): AstroLoggerDestination {
  const usual = usualLog();
  return {
    write(message) {
      if (!isOfOnePage(message)) usual.write(message);
    },
  };
}

/** A page's line comes in two messages: `  ├─ /x/index.html`, and behind it ` (+12ms)` or ` (cached)`. */
function isOfOnePage({
  level,
  label,
  message,
  newLine,
}: Parameters<AstroLoggerDestination['write']>[0]): boolean {
  if (level !== 'info') return false;
  return label === 'SKIP_FORMAT'
    ? /\((?:\+[\d.]+m?s|cached)\)/.test(message) && !message.includes('not created')
    : label === null && !newLine && message.includes('├─');
}
