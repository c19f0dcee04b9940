import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { regionAt } from './lexical-regions.ts';
import type { Code, Spot } from './report.ts';
import { reportSpot } from './report.ts';

/**
 * What a console prints before the command, at the beginning of a line; each takes the one blank after it. A path is bounded so
 * that no line takes long.
 */
const powerShellPrompts: readonly RegExp[] = [
  // PS C:\>, PS HKLM:\>, PS /home/me>, PS>, and [host]: before any of them; >> of a nested prompt.
  /^[ \t]*(?:\[[\w.:-]{1,255}\]: ?)?PS(?: (?:[A-Za-z]+:[^<>|"\n]{0,400}|[/~\\][^<>|"\n]{0,400})?)?>{1,9}(?: |$)/,
  /^[ \t]*(?:\[[\w.:-]{1,255}\]: ?)PS [^<>|"\n]{0,400}>{1,9} ?/,
  /^[ \t]*(?:\[[\w.:-]{1,255}\]: ?)?PS(?: (?:[A-Za-z]+:[\\/][^<>|"\n]{0,400})?)?>{1,9}/,
  // C:\Users\me>
  /^[ \t]*[A-Za-z]:\\[^<>|"*?\n]{0,400}> ?/,
  // me@host:~$
  /^[ \t]*[\w.-]{1,64}@[\w.-]{1,255}:[^\s$#]{0,400}[$#] /,
];
const continuation = /^[ \t]*>{1,3}(?: |$)/;
/** Switch#, switch(config-if)#, sw1>. No command begins so. */
const iosPrompt = /^[ \t]*[A-Za-z][\w.-]{0,62}(?:\([A-Za-z][\w-]{0,40}\))?[#>] ?/;

/** Prompts that were copied together with the command. */
export function checkPrompts(code: Code): Diagnostic[] {
  const { text, lexical } = code;
  const found: Diagnostic[] = [];
  let start = 0;
  let before = '';
  for (const line of text.split('\n')) {
    const length = promptLength(code, line, before);
    const at = start + (/^[ \t]*/.exec(line)?.[0].length ?? 0);
    if (length > 0 && !regionAt(lexical, at)) {
      const written = line.slice(0, length).trim();
      const spot: Spot = {
        start: at,
        end: start + line.slice(0, length).trimEnd().length,
        edits: [{ start: at, end: start + length, text: '' }],
      };
      found.push(
        ...reportSpot(code, code.dialect === 'ios' ? 'ios/prompt-left-in' : 'hygiene/prompt', spot, {
          message: `The line begins with the prompt \`${written}\`, which is no part of the command.`,
          label: 'prompt',
          hint: 'Delete the prompt; the page shows one of its own, which is never copied.',
          title: 'Delete the prompt',
        }),
      );
    }
    start += line.length + 1;
    before = line;
  }
  return found;
}

/** Characters of `line` that are a prompt, with the blank after it; 0 for none. */
function promptLength({ dialect }: Code, line: string, before: string): number {
  const text = line.replace(/\r$/, '');
  if (dialect === 'ios') return iosPrompt.exec(text)?.[0].length ?? 0;
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
