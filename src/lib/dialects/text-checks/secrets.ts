import type { RuleId } from '../../diagnostics/rules.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isPlaceholder } from '../placeholder.ts';
import { regionAt } from './lexical-regions.ts';
import type { Code, Spot } from './report.ts';
import { reportSpot } from './report.ts';

interface Pattern {
  /** The group `secret` is what must not be there. */
  readonly pattern: RegExp;
  readonly noun: string;
  /** In comments and strings as well. */
  readonly everywhere?: true;
}

/** Keys and tokens whose form says what they are, in either dialect. */
const tokens: readonly Pattern[] = [
  {
    noun: 'A private key',
    pattern: /(?<secret>-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY(?: BLOCK)?-----)/dg,
    everywhere: true,
  },
  { noun: 'An AWS access key', pattern: /\b(?<secret>(?:AKIA|ASIA)[0-9A-Z]{16})\b/dg, everywhere: true },
  {
    noun: 'A GitHub token',
    pattern: /\b(?<secret>gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{60,255})\b/dg,
    everywhere: true,
  },
  { noun: 'A Slack token', pattern: /\b(?<secret>xox[abeoprs]-[A-Za-z0-9-]{10,255})/dg, everywhere: true },
  { noun: 'A Google API key', pattern: /\b(?<secret>AIza[\w-]{35})(?![\w-])/dg, everywhere: true },
  { noun: 'An npm token', pattern: /\b(?<secret>npm_[A-Za-z0-9]{36})\b/dg, everywhere: true },
  { noun: 'A Stripe key', pattern: /\b(?<secret>[sr]k_live_[A-Za-z0-9]{16,255})\b/dg, everywhere: true },
  {
    noun: 'A signed token',
    pattern: /\b(?<secret>eyJ[\w-]{10,2000}\.eyJ[\w-]{10,2000}\.[\w-]{10,2000})/dg,
    everywhere: true,
  },
  {
    noun: 'A storage key',
    pattern: /\bAccountKey=(?<secret>[A-Za-z0-9+/]{40,100}={0,2})/dg,
    everywhere: true,
  },
];

/** What PowerShell itself reads as a password is told where it is parsed; this is what it sees as a mere text. */
const powerShell: readonly Pattern[] = [
  {
    noun: 'A password',
    pattern: /(?:Password|Pwd)=(?<word>(?!\$)[^;'"\s]{1,200})(?=[;'"])/dgi,
    everywhere: true,
  },
];

const ios: readonly Pattern[] = [
  {
    noun: 'A password',
    pattern:
      /^[ \t]*(?:no )?(?:(?:enable|username \S+(?: privilege \d+)?)[ \t]+)?(?:password|secret)(?: level \d+)?[ \t]+(?:[0456789] |encrypted )?(?<word>(?!encryption\b)\S+)/dgim,
  },
  {
    noun: 'A password',
    pattern: /^[ \t]*neighbor \S+ password (?:\d )?(?<word>\S+)/dgim,
  },
  {
    noun: 'An SNMP community',
    pattern: /^[ \t]*snmp-server community (?<word>(?!(?:public|private)\b)\S+)/dgim,
  },
  {
    noun: 'A key',
    pattern:
      /^[ \t]*(?:(?:tacacs|radius)(?:-server)? (?:host \S+ (?:.{0,100} )?)?key|key-string|crypto isakmp key|ntp authentication-key \d+ md5|ip ospf (?:authentication-key|message-digest-key \d+ md5)|standby \d+ authentication(?: md5 key-string)?|wpa-psk ascii|pre-shared-key(?: address \S+ key)?)[ \t]+(?:[07] )?(?<word>\S+)/dgim,
  },
];

/** Passwords, keys and tokens in plain text. What a reader is asked for, reads from a variable or must replace is no secret. */
export function checkSecrets(code: Code): Diagnostic[] {
  const { text, lexical, dialect } = code;
  const found = new Map<number, { readonly spot: Spot; readonly noun: string; readonly rule: RuleId }>();
  for (const { pattern, noun, everywhere } of [...tokens, ...(dialect === 'ios' ? ios : powerShell)]) {
    for (const match of text.matchAll(pattern)) {
      const at = placeOf(match);
      if (!at) continue;
      const [start, end] = at;
      if (!everywhere && regionAt(lexical, match.index)) continue;
      const value = text.slice(start, end);
      if (isPlaceholder(value) || (dialect === 'powershell' && isExpression(value, text[start - 1])))
        continue;
      // What a switch takes as a password has a rule of its own, as in PowerShell.
      const rule = dialect === 'ios' && !everywhere ? 'ios/plain-text-secret' : 'hygiene/secret';
      if (!found.has(start)) found.set(start, { spot: { start, end }, noun, rule });
    }
  }
  return [...found.values()]
    .sort((a, b) => a.spot.start - b.spot.start)
    .flatMap(({ spot, noun, rule }) =>
      reportSpot(code, rule, spot, {
        message: `${noun} stands here in plain text, for every reader to see and to reuse.`,
        label: 'secret',
        hint:
          dialect === 'ios'
            ? 'Leave it out and have it typed at the console; in an example write <password>.'
            : 'Ask for it when it is needed: `Read-Host -AsSecureString` or `Get-Credential`; in an example write <password>.',
      }),
    );
}

function placeOf(match: RegExpExecArray): readonly [number, number] | undefined {
  const groups = match.indices?.groups;
  return groups?.['secret'] ?? groups?.['word'];
}

/** `"$password"`, `"$(Get-Secret x)"`: read from somewhere else. */
function isExpression(value: string, before: string | undefined): boolean {
  return before !== "'" && /^\$[\w:({]/.test(value);
}
