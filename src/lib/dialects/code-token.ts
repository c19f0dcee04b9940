/**
 * What a part of a text is to the dialect that reads it.
 *
 * `command`: the word that a command is named by. `comment`.
 *
 * On a switch: `prefix`, of `no`, `default` and `do`; `keyword`, the other words of a command; `value`, a number, list, interface or
 * address; `text`, what its author may word freely; `bar`, before a filter of what is printed.
 *
 * In PowerShell: `parameter`; `argument`, a word given to a command; `keyword`, of the language; `label`; `variable`; `constant`,
 * `$true`, `$false`, `$null`; `member`, of a value, a hashtable or a type; `type`; `number`; `string`; `expression`, what is filled in in
 * a string, as far as it is nothing with a kind of its own; `operator`; `punctuation`.
 */
export type CodeTokenKind =
  | 'command'
  | 'comment'
  | 'prefix'
  | 'keyword'
  | 'value'
  | 'text'
  | 'bar'
  | 'parameter'
  | 'argument'
  | 'label'
  | 'variable'
  | 'constant'
  | 'member'
  | 'type'
  | 'number'
  | 'string'
  | 'expression'
  | 'operator'
  | 'punctuation';

/**
 * A part of a text that a dialect knows something of. Offsets in the text. Never blank; in PowerShell, a string or comment may reach over
 * several lines.
 */
export interface CodeToken {
  readonly kind: CodeTokenKind;
  readonly start: number;
  readonly end: number;
}
