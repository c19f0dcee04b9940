import type { RegexEngine } from 'shiki/core';

/** A regex engine whose work can be measured and ended. */
export interface MeteredRegexEngine extends RegexEngine {
  /** What `run`, which uses the engine, returns; undefined where it takes more work than `meter` has left. It pays either way. */
  spend<Value>(meter: WorkMeter, run: () => Value): Value | undefined;
}

/** Work that may still be done. A unit is about half a nanosecond at worst. */
export interface WorkMeter {
  left: number;
}

class WorkSpent extends Error {}

/**
 * Counts the work of an engine by what it is asked, not by a clock, so that a text that takes too long does so on every machine. An
 * expression may try to match from every character of the rest of a line, and go back to each of those before it: its work is the square of
 * the rest's length, and something for the asking.
 */
export function meterRegexEngine(engine: RegexEngine): MeteredRegexEngine {
  let meter: WorkMeter | undefined;
  return {
    createString: (text) => engine.createString(text),
    createScanner(patterns) {
      const scanner = engine.createScanner(patterns);
      const count = patterns.length;
      return {
        ...(scanner.dispose ? { dispose: () => scanner.dispose?.() } : {}),
        findNextMatchSync(text, start, options) {
          if (meter) {
            const rest = (typeof text === 'string' ? text : text.content).length - start;
            meter.left -= count * (rest * rest + workOfAsking);
            if (meter.left < 0) throw new WorkSpent();
          }
          return scanner.findNextMatchSync(text, start, options);
        },
      };
    },
    spend(chosen, run) {
      meter = chosen;
      try {
        return run();
      } catch (error) {
        if (error instanceof WorkSpent) return undefined;
        throw error;
      } finally {
        meter = undefined;
      }
    },
  };
}

const workOfAsking = 2000;
