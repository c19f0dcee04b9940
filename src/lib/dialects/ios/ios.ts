import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { rulesWith } from '../../diagnostics/rule-table.ts';
import type { Slice } from '../../source/slice.ts';
import type { Range } from '../../source/source-file.ts';
import type { CodeReading, Device, Dialect, Language } from '../dialect.ts';
import type { IosCommand } from './command.ts';
import { iosComment, iosId, quotingHint } from './ios-id.ts';
import { isConfigurationFile } from './reading/configuration-file.ts';
import { toDiagnostic } from './reading/diagnostic-of.ts';
import { explainMismatch } from './reading/explain-mismatch.ts';
import { promptOf } from './reading/modes.ts';
import { readBlock } from './reading/read-block.ts';
import { writeValues } from './reading/quote.ts';
import type { IosSession } from './reading/session.ts';
import { startSession } from './reading/session.ts';
import { tokensOf, tokensOfLine } from './reading/tokens.ts';
import { diagnose, rules } from './rules.ts';
import { iosPlatformOf } from './tables/tables.ts';
import { iosText } from './text-conventions.ts';

export type { IosSession } from './reading/session.ts';

/** Cisco's command line as far as it is known without a device. */
export const iosLanguage = {
  id: iosId,
  title: 'IOS',
  extensions: ['.ios'],
  otherNames: ['cisco', 'cisco-ios', 'cisco_ios', 'ciscoios', 'cisco-ios-xe', 'ios-xe', 'iosxe'],
  ownNames:
    /^(?:no )?(?:configure terminal|interface|switchport|vlan|spanning-tree|channel-group|channel-protocol|hostname|enable secret|line (?:vty|console)|ip (?:access-list|address|default-gateway|route|ssh|domain-name|routing)|show (?:running-config|startup-config|vlan|interfaces?|ip|spanning-tree|etherchannel|version|mac|cdp|lldp|inventory|privilege)|write memory|copy running-config|system mtu|service|aaa|snmp-server|ntp|logging|cdp|lldp|access-list|crypto key|transport input|shutdown|description)\b/i,
  comment: iosComment,
  text: iosText,
  bindsArguments: false,
  hasEngine: false,
  scriptRules: new Set(),
  bundleRules: rulesWith(rules, 'ofBundles'),
  fileRules: rulesWith(rules, 'ofFiles'),
  strictRules: rulesWith(rules, 'strictInBundles'),
  quotingHint,
  writeValues,
  tokensOf,
} as const satisfies Language;

/** Cisco's command line: Catalyst IOS and the SG300's likeness of it. */
export function createIos(): Dialect<IosSession, IosCommand> {
  return {
    ...iosLanguage,
    start,
    restart: ({ platform, hostname }) => startSession(platform, hostname),
    read,
  };
}

/** A file that reads as a configuration (see `isConfigurationFile`) begins in global configuration. */
function start({ name, platform }: Device, file?: string): IosSession {
  const session = startSession(iosPlatformOf(platform), name);
  return file !== undefined && isConfigurationFile(file.split('\n'), session.platform)
    ? { ...session, mode: 'config', configuration: true }
    : session;
}

/** Line by line, beginning where `before` left off. */
function read(code: Slice, before: IosSession): CodeReading<IosSession, IosCommand> {
  const { commands, lines, unclosed, session } = readBlock(code, before, explainMismatch);
  const told = unclosed.map((text) => ({
    line: text.line,
    diagnostic: unclosedText(code, text.opened, text.until),
  }));
  const diagnostics = lines.flatMap(({ problem, offset }, index) => [
    ...(problem ? [toDiagnostic(problem, code, offset, diagnose)] : []),
    ...told.flatMap(({ line, diagnostic }) => (line === index ? [diagnostic] : [])),
  ]);
  for (const { line, diagnostic } of told) if (line === lines.length) diagnostics.push(diagnostic);
  return {
    commands,
    diagnostics,
    prompts: lines.map(({ isText, before: { mode, hostname, platform } }) =>
      isText ? '' : promptOf(mode, hostname, platform),
    ),
    context: before.mode,
    tokens: () => lines.flatMap((line) => tokensOfLine(line.text, line.offset, line.before, line.parsed)),
    syntax: () => undefined,
    session,
  };
}

function unclosedText({ file }: Slice, range: Range, end: string): Diagnostic {
  return diagnose({
    rule: 'ios/unclosed-text',
    file,
    range,
    message:
      'The text that begins here is not ended: what stands or is typed after it becomes a part of that text.',
    hint: `End it with a line that has \`${end}\` in it.`,
  });
}
