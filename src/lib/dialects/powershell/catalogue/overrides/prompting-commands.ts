/** Commands whose missing values are meant to be asked for; in lower case. Source: Get-Credential and Read-Host, which prompt. */
export const promptingCommands: ReadonlySet<string> = new Set(['get-credential', 'read-host']);
