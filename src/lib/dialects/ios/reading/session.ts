import type { OpenText } from './open-text.ts';
import { certificateText } from './open-text.ts';
import { tableOf } from '../tables/tables.ts';
import type { Match } from '../grammar/match-line.ts';
import { isSubMode, modeAround } from './modes.ts';
import type { IosCommandFacts, IosPlatform, ModeId } from '../tables/table-format.ts';

/** What a switch's command line remembers between lines. A value: every line makes a new one. */
export interface IosSession {
  readonly platform: IosPlatform;
  /** As the prompt shows it. */
  readonly hostname: string;
  readonly mode: ModeId;
  /** The lines are those of a configuration file, where `!` at the left margin ends a block. */
  readonly configuration: boolean;
  /** The block that the last mode change opened: how far its first line was indented, and whether its lines are further in. */
  readonly block: ConfigBlock;
  /** A mode that the tables do not know may have been entered; what does not fit here may fit there. */
  readonly unknownBlock?: ConfigBlock | undefined;
  /** Text that is not commands goes on (a banner, a certificate). */
  readonly text?: OpenText | undefined;
  /** The command, by its id, after which the switch asks; an answer is no command. */
  readonly asked?: string | undefined;
  /** EXEC commands were typed in configuration and that was reported; those that follow suffer from the same. */
  readonly missingEnd?: true | undefined;
}

export interface ConfigBlock {
  readonly indent: number;
  readonly indented: boolean;
  /** The block that this one lies in. */
  readonly outer?: { readonly mode: ModeId; readonly block: ConfigBlock };
  /** `exit` was typed in it. */
  readonly left?: true;
}

export function startSession(platform: IosPlatform, hostname: string): IosSession {
  return {
    platform,
    hostname,
    mode: 'priv-exec',
    configuration: false,
    block: { indent: 0, indented: false },
  };
}

/** The session after a line that the switch took, which was typed with `indent` blanks in front and fitted `mode`. */
export function afterMatch(session: IosSession, match: Match, mode: ModeId, indent: number): IosSession {
  const { facts, negation } = match.form;
  const rest: IosSession = { ...session, unknownBlock: undefined, missingEnd: undefined, asked: undefined };
  const stayed =
    isSubMode(session.mode) && mode !== session.mode ? outOfBlock(rest, mode, facts, indent) : rest;
  const entered = negation ? undefined : facts.enters;
  if (facts.id === 'hostname')
    return { ...stayed, hostname: negation ? 'Switch' : (match.values[0]?.text ?? session.hostname) };
  const text = negation ? undefined : textAfter(match);
  if (text) return { ...stayed, text };
  const asked = !negation && facts.id in answers ? facts.id : undefined;
  if (entered === undefined || entered === 'closed') {
    const opens =
      facts.keywordsOnly && mode === 'config' && !negation && mayOpen.test(match.canonical.join(' '));
    return {
      ...stayed,
      ...(opens && { unknownBlock: { indent, indented: false } }),
      ...(asked && { asked }),
    };
  }
  // Either that unknown mode was left or configuration; the next line tells.
  if (entered === 'up' && session.unknownBlock && session.mode === 'config')
    return { ...session, unknownBlock: { indent, indented: false, left: true } };
  if (entered === 'up') return asked ? { ...goneUp(stayed, indent), asked } : goneUp(stayed, indent);
  const { outer } = stayed.block;
  const around = modeAround(entered) === mode && isSubMode(mode) ? { mode, block: stayed.block } : undefined;
  return {
    ...stayed,
    mode: entered,
    block: {
      indent,
      indented: false,
      ...(around ? { outer: around } : isSubMode(mode) && outer ? { outer } : {}),
    },
    ...(asked && { asked }),
  };
}

/** After `exit`. A configuration file stays in configuration. */
function goneUp(session: IosSession, indent: number): IosSession {
  const { mode, block, configuration } = session;
  if (block.outer) return { ...session, ...block.outer };
  const next = configuration && mode === 'config' ? 'config' : modeAround(mode);
  return { ...session, mode: next, block: { indent, indented: false } };
}

/**
 * A command of a mode around this one leaves it on a Catalyst. Of an SG300 that is not known, and what follows is read in both; its interfaces
 * have commands that the tables know as global ones alone.
 */
function outOfBlock(
  session: IosSession,
  mode: ModeId,
  { keywordsOnly }: IosCommandFacts,
  indent: number,
): IosSession {
  if (tableOf(session.platform) === 'sg300' && (keywordsOnly || !session.configuration)) return session;
  const { outer } = session.block;
  return outer && outer.mode === mode
    ? { ...session, ...outer }
    : { ...session, mode, block: { indent, indented: false } };
}

/** The session after a line that the tables do not know. `opens`: for all that is known, it may have opened a mode. */
export function afterUnknown(session: IosSession, indent: number, opens: boolean): IosSession {
  const { block, mode } = session;
  const unknownBlock = opens ? { indent, indented: false } : session.unknownBlock;
  if (isSubMode(mode)) {
    if (indent > block.indent) return { ...session, block: { ...block, indented: true } };
    if (block.indented)
      return { ...session, mode: 'config', unknownBlock, block: { indent, indented: false } };
  }
  return { ...session, unknownBlock };
}

/** The session after `interface` and a name that is none here: whatever it was, it is no longer the interface before. */
export function atUnknownInterface(session: IosSession, indent: number): IosSession {
  return { ...session, mode: 'config-if', unknownBlock: undefined, block: { indent, indented: false } };
}

/** Commands of which only the first words are known and that open a mode of their own. */
const mayOpen =
  /^(aaa (group|server|attribute)|call-home|crypto (?!key)|dot1x credentials|eap|fallback profile|identity|ip (access-list|dhcp (class|pool)|vrf|sla)|ipv6 (access-list|dhcp pool|nd raguard|snooping policy)|key (chain|config-key)|license smart|macro auto (execute|trigger)|monitor session \d+ type|parser view|radius server|scripting|table-map|tacacs server)\b/;

/** Whether a line answers the question that the command before it, by its id, makes the switch ask. */
export function isAnswer(line: string, asked: string): boolean {
  return answers[asked]!.test(line.trim());
}

/** What is typed after commands that ask, by their ids. */
const answers: Readonly<Record<string, RegExp>> = {
  'configure-terminal': /^(terminal|t)$/i,
  'copy-run-start': /^(startup-config|y|yes)$/i,
  'copy-start-run': /^(running-config|y|yes)$/i,
  'copy-any': /^([\w.:/-]+|y|yes|n|no)$/i,
  reload: /^(y|yes|n|no|confirm)$/i,
  'reload-in': /^(y|yes|n|no|confirm)$/i,
  'write-erase': /^(y|yes|confirm)$/i,
  'erase-startup': /^(y|yes|confirm)$/i,
  'delete-vlandat': /^(vlan\.dat|y|yes|confirm)$/i,
  'delete-sg': /^(y|yes|confirm)$/i,
  'rsa-generate': /^(\d{3,4}|y|yes|n|no)$/i,
  'rsa-zeroize': /^(y|yes|n|no)$/i,
};

/** A text that goes on in the next lines: a banner's up to its delimiter, a macro's and a certificate's up to a line of its own. */
function textAfter({ form: { facts }, canonical, values }: Match): OpenText | undefined {
  if (facts.id === 'certificate') return certificateText(canonical.join(' '));
  if (facts.id === 'macro-name') return { until: '@', alone: true, opening: canonical.join(' '), lines: [] };
  const last = values.at(-1);
  const until = last?.argument.type === 'banner' ? bannerEnd(last.text) : undefined;
  if (until === undefined) return undefined;
  return { until, opening: canonical.slice(0, -1).join(' '), lines: [last!.text.slice(until.length)] };
}

/** What ends a banner whose text begins with `text`; undefined where it ends on the same line. Configurations print Ctrl-C as `^C`. */
function bannerEnd(text: string): string | undefined {
  const delimiter = text.startsWith('^C') ? '^C' : text.slice(0, 1);
  return delimiter === '' || text.indexOf(delimiter, delimiter.length) >= 0 ? undefined : delimiter;
}
