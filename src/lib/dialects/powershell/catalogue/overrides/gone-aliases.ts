/**
 * Aliases of Windows PowerShell that PowerShell 7 does not have, in lower case. Source: InitialSessionState.BuiltInAliases of the
 * open-source engine 7.6.9, and “Differences between Windows PowerShell 5.1 and PowerShell 7.x”, Microsoft Learn.
 */
export const goneAliases: ReadonlySet<string> = new Set(
  'asnp curl epsn gsnp gwmi ise iwmi npssc rsnp rwmi sc swmi trcm wget'.split(' '),
);
