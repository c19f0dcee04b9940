/** Where Windows' own programs take a password. Source: their pages in windows-commands. */
export const programSecrets: readonly {
  /** The words before it, the program first and in lower case. */
  readonly words: RegExp;
  /** The word that is the password, or has it in it. `*` asks for it. */
  readonly secret: RegExp;
}[] = [
  // net user NAME PASSWORD
  { words: /^net1? user \S+$/i, secret: /^[^/*]/ },
  // net use X: \\server\share PASSWORD
  { words: /^net1? use (?:\S+ )?\\\\\S+$/i, secret: /^[^/*\\]/ },
  { words: /^cmdkey\b/, secret: /^\/pass:./i },
  { words: /^schtasks\b.* \/r?p$/i, secret: /^[^/*]/ },
  { words: /^netdom\b/, secret: /^\/(?:passwordd|passwordo|pd|po):[^*]/i },
  { words: /^sc\b.* password=$/i, secret: /./ },
];
