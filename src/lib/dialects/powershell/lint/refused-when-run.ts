const rule = 'powershell/refused-when-run';

/** A finding of what binds, and what the command or its device refuses all the same when it runs. */
export function refusedWhenRun<Finding extends object>(finding: Finding) {
  return { ...finding, rule, severity: 'error' } as const;
}
