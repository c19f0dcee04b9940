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
      if (!isOfOnePage(message)) logger.write({ ...message, message: loggedText(message.message) });
    },
  };
}

/**
 * The text as a terminal may have it: with the colours that Astro's messages bring along, and of everything else that it would act on
 * the code, as diagnostics have it. The engine, which knows how, is not loaded for a log.
 */
export function loggedText(text: string): string {
  // Cut at the colours, every second part is one.
  return text
    .split(/(\u001b\[[\d;]*m)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(
            /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
            (character) => `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`,
          ),
    )
    .join('');
}

/** A page's line comes in two messages: `  ├─ /x/index.html`, and behind it ` (+12ms)`, ` (cached)` or ` (restored)`. */
export function isOfOnePage({ level, label, message, newLine }: LogMessage): boolean {
  if (level !== 'info') return false;
  return label === 'SKIP_FORMAT'
    ? /\((?:\+[\d.]+m?s|cached|restored)\)/.test(message) && !message.includes('not created')
    : label === null && !newLine && message.includes('├─');
}
