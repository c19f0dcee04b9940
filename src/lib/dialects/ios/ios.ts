import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { rulesWith } from '../../diagnostics/rule-table.ts';
import type { Slice } from '../../source/slice.ts';
import type { Range } from '../../source/source-file.ts';
import { originRange } from '../../source/slice.ts';
import type { CodeReading, CommandArgument, Device, Dialect, Language, Support } from '../dialect.ts';
import type { IosCommand } from './command.ts';
import { isConfigurationFile } from './reading/configuration-file.ts';
import type { LineProblem } from './reading/line-problem.ts';
import { toDiagnostic } from './reading/diagnostic-of.ts';
import { isExec, promptOf } from './reading/modes.ts';
import type { MeantCommand, ParsedCommand, ParsedLine } from './reading/parse-line.ts';
import { asMeant, parseLine } from './reading/parse-line.ts';
import { writeValues } from './reading/quote.ts';
import type { IosSession } from './reading/session.ts';
import { startSession } from './reading/session.ts';
import { tokensOf, tokensOfLine } from './reading/tokens.ts';
import { diagnose, rules } from './rules.ts';
import type { IosPlatform } from './tables/table-format.ts';
import { iosPlatforms } from './tables/tables.ts';
import { iosText } from './text-conventions.ts';

export type { IosSession } from './reading/session.ts';

/** Cisco's command line as far as it is known without a device. */
export const iosLanguage = {
  id: 'ios',
  title: 'IOS',
  extensions: ['.ios'],
  otherNames: ['cisco', 'cisco-ios', 'cisco_ios', 'ciscoios', 'cisco-ios-xe', 'ios-xe', 'iosxe'],
  ownNames:
    /^(?:no )?(?:configure terminal|interface|switchport|vlan|spanning-tree|channel-group|channel-protocol|hostname|enable secret|line (?:vty|console)|ip (?:access-list|address|default-gateway|route|ssh|domain-name|routing)|show (?:running-config|startup-config|vlan|interfaces?|ip|spanning-tree|etherchannel|version|mac|cdp|lldp|inventory|privilege)|write memory|copy running-config|system mtu|service|aaa|snmp-server|ntp|logging|cdp|lldp|access-list|crypto key|transport input|shutdown|description)\b/i,
  comment: '!',
  text: iosText,
  bindsArguments: false,
  hasEngine: false,
  scriptRules: new Set(),
  bundleRules: rulesWith(rules, 'ofBundles'),
  fileRules: rulesWith(rules, 'ofFiles'),
  strictRules: rulesWith(rules, 'strictInBundles'),
  quotingHint: 'Use a value without blanks here.',
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
  const session = startSession(platformOf(platform), name);
  return file !== undefined && isConfigurationFile(file.split('\n'), session.platform)
    ? { ...session, mode: 'config', configuration: true }
    : session;
}

/** Line by line, beginning where `before` left off. */
function read(code: Slice, before: IosSession): CodeReading<IosSession, IosCommand> {
  const commands: IosCommand[] = [];
  const diagnostics: Diagnostic[] = [];
  const prompts: string[] = [];
  const parsed: Parameters<typeof tokensOfLine>[] = [];
  const parse = lineParser();
  let session = before;
  let offset = 0;
  let opened: Range | undefined;
  // The command whose text goes on, as long as it does.
  let opening: number | undefined;
  code.text.split('\n').forEach((text, index) => {
    const line = parse(text, session);
    const isText = session.text !== undefined && line.kind === 'nothing' && line.what === 'text';
    prompts.push(isText ? '' : promptOf(session.mode, session.hostname, session.platform));
    parsed.push([text, offset, session, line]);
    const judged = judge(text, line);
    if (line.kind !== 'nothing' && judged.command) {
      const { name, support, meant } = judged.command;
      const start = offset + line.start;
      const end = offset + line.end;
      commands.push({
        name,
        range: originRange(code, start, end),
        line: index,
        start,
        end,
        support,
        arguments: argumentsOf(line.kind === 'command' ? line.parsed : meant?.parsed, offset),
        lineText: text,
        lineStart: offset,
        before: session.text === undefined ? session : { ...session, text: undefined },
        parsed: line,
        meant,
      });
    }
    if (judged.problem) diagnostics.push(toDiagnostic(judged.problem, code, offset, diagnose));
    // The line is none of the text that went on, which has no end.
    if (opened && session.text !== undefined && !isText)
      diagnostics.push(unclosedText(code, opened, session.text.until));
    if (!isText && judged.session.text !== undefined)
      opened = originRange(code, offset, offset + text.trimEnd().length);
    if (line.kind === 'nothing' && line.ended && opening !== undefined)
      commands[opening] = { ...commands[opening]!, text: line.ended };
    if (!isText) opening = commands.length - 1;
    session = judged.session;
    offset += text.length + 1;
  });
  if (opened && session.text !== undefined) diagnostics.push(unclosedText(code, opened, session.text.until));
  const tokens = () => parsed.flatMap((line) => tokensOfLine(...line));
  return { commands, diagnostics, prompts, context: before.mode, tokens, session };
}

/** Reads lines one after the other; one that comes again while the session is the same is read once. */
function lineParser(): typeof parseLine {
  const known = new Map<string, ParsedLine>();
  let same: IosSession | undefined;
  return (text, session) => {
    if (session !== same) known.clear();
    same = session;
    let line = known.get(text);
    if (!line) known.set(text, (line = parseLine(text, session)));
    return line;
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

function argumentsOf(parsed: ParsedCommand | undefined, offset: number): CommandArgument[] {
  return (parsed?.match.values ?? []).map(({ argument, text, start, end }) => ({
    name: argument.name,
    text,
    start: offset + start,
    end: offset + end,
  }));
}

/** The command that a line holds, with the diagnostics it calls for, and the session after it. */
function judge(text: string, line: ParsedLine): JudgedLine {
  const { session } = line;
  if (line.kind === 'nothing') return { session };
  const name = text.slice(line.start, line.end).split(/\s/, 1)[0]!;
  if (line.kind === 'unknown') return { session, command: { name, support: 'unknown' } };
  if (line.kind === 'command') {
    const support = line.parsed.match.form.facts.keywordsOnly ? 'unknown' : 'supported';
    return { session, command: { name: commandName(line.parsed), support } };
  }
  const { problem } = line;
  if (problem.meant === undefined) return { session, command: { name, support: 'unsupported' }, problem };
  const meant = asMeant(session, problem.meant, text);
  const command = { name, support: 'unsupported', meant } as const;
  if (!isExec(problem.meant) || isExec(session.mode)) return { session: meant.session, command, problem };
  // The `end` that is missing is reported once, at the first command that needs it.
  return session.missingEnd
    ? { session, command }
    : { session: { ...session, missingEnd: true }, command, problem };
}

interface JudgedLine {
  readonly session: IosSession;
  /** Absent where the line holds no command. */
  readonly command?: {
    readonly name: string;
    readonly support: Support;
    readonly meant?: MeantCommand;
  };
  readonly problem?: LineProblem;
}

/** `no switchport mode`: the words before the first value. */
function commandName({ match: { form, canonical }, through }: ParsedCommand): string {
  const { negation, path } = form;
  const words = path.length > 0 ? path : canonical.slice(negation ? 1 : 0, negation ? 2 : 1);
  return [through, negation, ...words].filter((word) => word !== undefined).join(' ');
}

/** A platform that is no switch of the tables is taken for any Catalyst. */
function platformOf(id: string): IosPlatform {
  return iosPlatforms.find((known) => known === id) ?? 'generic-ios';
}
