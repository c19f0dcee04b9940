/**
 * The parameter that takes all the values left over, which documentation does not say; the command in lower case. Source:
 * ValueFromRemainingArguments in the open-source engine.
 */
export const restParameters: ReadonlyMap<string, string> = new Map([
  ['foreach-object', 'ArgumentList'],
  ['get-command', 'ArgumentList'],
  ['new-module', 'ArgumentList'],
  ['read-host', 'Prompt'],
  ['trace-command', 'ArgumentList'],
  ['write-host', 'Object'],
  ['write-output', 'InputObject'],
]);
