/** What was wrong with an input, and the input. */
export interface Finding {
  /** A few words, the same for inputs that fail alike. */
  readonly kind: string;
  readonly detail: string;
  /** What is told of it can be made again from these. */
  readonly seed: number;
  readonly input: string;
}

/** What goes wrong with an input, as a few words and details; nothing where it is sound. */
export type Trial = (input: string) => readonly { readonly kind: string; readonly detail: string }[];

/** A trial that also tells what is thrown, and what takes more than `limit` milliseconds of processor time. */
export function guarded(trial: Trial, limit: number): Trial {
  return (input) => {
    const before = process.cpuUsage();
    try {
      const problems = trial(input);
      const { user, system } = process.cpuUsage(before);
      const milliseconds = (user + system) / 1000;
      return milliseconds > limit
        ? [...problems, { kind: 'slow', detail: `${milliseconds.toFixed(0)} ms` }]
        : problems;
    } catch (error) {
      const stack = String((error as Error).stack)
        .split('\n')
        .slice(0, 6)
        .join('\n');
      return [{ kind: `threw ${(error as Error).name}`, detail: stack }];
    }
  };
}

/** The smallest input found, by leaving out ever smaller runs of it, that still fails in the same way. */
export function shrunk(input: string, kind: string, trial: Trial, mostTrials = 400): string {
  let best = input;
  let trials = 0;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length && trials < mostTrials; trials++) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      if (trial(shorter).some((problem) => problem.kind === kind)) best = shorter;
      else at += size;
    }
  }
  return best;
}

/** Kinds of findings after which there is enough to do. */
const mostFindings = 20;

/** Runs a trial on `count` made-up inputs; each is made by a chance of its own, so that one can be looked at again alone. */
export function fuzz(
  count: number,
  seed: number,
  make: (seed: number) => string,
  trial: Trial,
  limit = Infinity,
): readonly Finding[] {
  const tried = guarded(trial, limit);
  const findings: Finding[] = [];
  const kinds = new Set<string>();
  for (let index = 0; index < count && findings.length < mostFindings; index++) {
    const own = seed * 1_000_003 + index;
    const input = make(own);
    for (const { kind, detail } of tried(input)) {
      if (kinds.has(kind)) continue;
      kinds.add(kind);
      findings.push({ kind, detail, seed: own, input: shrunk(input, kind, tried) });
    }
  }
  return findings;
}
