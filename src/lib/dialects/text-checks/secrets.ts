import type { OwnRule, SecretPattern } from './conventions.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isPlaceholder } from '../placeholder.ts';
import { regionAt } from './lexical-regions.ts';
import type { Code, Spot } from './report.ts';
import { ownRule, reportSpot } from './report.ts';

/** Keys and tokens whose form says what they are, in either dialect. */
const tokens: readonly SecretPattern[] = [
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

const tokenRule = ownRule('hygiene/secret');

/** Passwords, keys and tokens in plain text. What a reader is asked for, reads from a variable or must replace is no secret. */
export function checkSecrets(code: Code): Diagnostic[] {
  const { text, lexical, conventions } = code;
  const found = new Map<number, { readonly spot: Spot; readonly noun: string; readonly rule: OwnRule }>();
  for (const { pattern, noun, everywhere } of [...tokens, ...conventions.secrets]) {
    for (const match of text.matchAll(pattern)) {
      const at = placeOf(match);
      if (!at) continue;
      const [start, end] = at;
      if (!everywhere && regionAt(lexical, match.index)) continue;
      const value = text.slice(start, end);
      if (isPlaceholder(value) || conventions.isExpression(value, text[start - 1])) continue;
      // What a switch takes as a password has a rule of its own, as in PowerShell.
      const rule = (everywhere ? undefined : conventions.secretRule) ?? tokenRule;
      if (!found.has(start)) found.set(start, { spot: { start, end }, noun, rule });
    }
  }
  return [...found.values()]
    .sort((a, b) => a.spot.start - b.spot.start)
    .flatMap(({ spot, noun, rule }) =>
      reportSpot(code, rule, spot, {
        message: `${noun} stands here in plain text, for every reader to see and to reuse.`,
        label: 'secret',
        hint: conventions.secretHint,
      }),
    );
}

function placeOf(match: RegExpExecArray): readonly [number, number] | undefined {
  const groups = match.indices?.groups;
  return groups?.['secret'] ?? groups?.['word'];
}
