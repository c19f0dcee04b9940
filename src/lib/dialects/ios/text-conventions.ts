import type { TextConventions } from '../text-checks/conventions.ts';
import { iosRegions } from './reading/lexical-regions.ts';
import { promptRule } from './reading/prompt-left-in.ts';
import { rules } from './rules.ts';

/** Switch#, switch(config-if)#, sw1>. No command begins so. */
const iosPrompt = /^[ \t]*[A-Za-z][\w.-]{0,62}(?:\([A-Za-z][\w-]{0,40}\))?[#>] ?/;

/** What a switch's text may hold that is no command, and what it means there. */
export const iosText = {
  regions: iosRegions,
  quotesDelimit: false,
  dashesMayBeMeant: false,
  hasWindowsPaths: false,
  promptLength: (line) => iosPrompt.exec(line)?.[0].length ?? 0,
  // Prompts and passwords have rules of their own on a switch, whose command line knows both.
  promptRule,
  secretRule: { id: 'ios/plain-text-secret', severity: rules['ios/plain-text-secret'] },
  printedLine:
    /^\s*% ?[A-Z][a-z]+\b|^\s*\^\s*$|^(?:[*.]?[A-Z][a-z]{2} +\d+ [\d:. ]{5,24}[^%\n]{0,40}: )?%[A-Z][A-Z0-9_]*-\d-[A-Z0-9_]+:|^Building configuration\.\.\.|^Current configuration : \d+ bytes|^Enter configuration commands, one per line|^\[OK\]\s*$|^Destination filename \[/,
  printsLists: false,
  secrets: [
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
  ],
  isExpression: () => false,
  secretHint: 'Leave it out and have it typed at the console; in an example write <password>.',
} as const satisfies TextConventions;
