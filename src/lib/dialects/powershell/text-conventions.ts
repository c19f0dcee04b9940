import type { TextConventions } from '../text-checks/conventions.ts';
import { powershellRegions } from './syntax/lexical-regions.ts';

/** What PowerShell's text may hold that is no command, and what it means there. */
export const powershellText: TextConventions = {
  regions: powershellRegions,
  quotesDelimit: true,
  dashesMayBeMeant: true,
  // CharTraits.cs of the open-source engine: IsDash.
  dashTaken: /^[\u2013-\u2015]$/,
  // CharTraits.cs of the open-source engine: IsWhitespace.
  spacesTaken: true,
  hasWindowsPaths: true,
  promptLength,
  printedLine:
    /^(?:VERBOSE|WARNING|DEBUG): |^\s*\+ (?:CategoryInfo|FullyQualifiedErrorId)\s*:|^At (?:line:\d+ |[A-Za-z]:\\.{1,300}:\d+ )char:\d+|^\s*\+ +~+\s*$/,
  printsLists: true,
  secrets: [
    // What PowerShell itself reads as a password is reported where it is parsed; this is what it sees as a mere text.
    {
      noun: 'A password',
      pattern: /(?:Password|Pwd)=(?<word>(?!\$)[^;'"\s]{1,200})(?=[;'"])/dgi,
      everywhere: true,
    },
  ],
  // `"$password"`, `"$(Get-Secret x)"`: read from somewhere else.
  isExpression: (value, before) => before !== "'" && /^\$[\w:({]/.test(value),
  secretHint:
    'Ask for it when it is needed: `Read-Host -AsSecureString` or `Get-Credential`; in an example write <password>.',
};

/**
 * What a console prints before the command, at the beginning of a line; each takes the one blank after it. A path is bounded so
 * that no line takes long.
 */
const powerShellPrompts: readonly RegExp[] = [
  // PS C:\>, PS HKLM:\>, PS /home/me>, PS>, PS 7>, and [host]: before any of them; >> of a nested prompt.
  /^[ \t]*(?:\[[\w.:-]{1,255}\]: ?)?PS(?: (?:[A-Za-z]+:[^<>|"\n]{0,400}|[/~\\][^<>|"\n]{0,400}|\d[\d.]{0,9})?)?>{1,9}(?: |$)/,
  /^[ \t]*(?:\[[\w.:-]{1,255}\]: ?)PS [^<>|"\n]{0,400}>{1,9} ?/,
  /^[ \t]*(?:\[[\w.:-]{1,255}\]: ?)?PS(?: (?:[A-Za-z]+:[\\/][^<>|"\n]{0,400})?)?>{1,9}/,
  // C:\Users\me>
  /^[ \t]*[A-Za-z]:\\[^<>|"*?\n]{0,400}> ?/,
  // me@host:~$
  /^[ \t]*[\w.-]{1,64}@[\w.-]{1,255}:[^\s$#]{0,400}[$#] /,
];
const continuation = /^[ \t]*>{1,3}(?: |$)/;
/** Characters of `line` that are a prompt, with the blank after it; 0 for none. */
function promptLength(line: string, before: string): number {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  for (const prompt of powerShellPrompts) {
    const match = prompt.exec(text);
    if (match && !isRedirection(match[0])) return match[0].length;
  }
  const more = continuation.exec(text);
  if (!more) return 0;
  // A redirection may stand on a line of its own, after a backtick; it then has one word.
  const rest = text.slice(more[0].length).trim();
  if (/`\s*$/.test(before) && /^\S+$/.test(rest)) return 0;
  return more[0].length;
}

/** `C:\tools\report.exe>` runs a program and sends its output somewhere. */
function isRedirection(match: string): boolean {
  return /\.(?:exe|cmd|bat|com|ps1|vbs|msi)\s*>/i.test(match);
}
