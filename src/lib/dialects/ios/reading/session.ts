import { tableOf } from '../tables/tables.ts';
import type { Match } from '../grammar/match-line.ts';
import { isSubMode } from './modes.ts';
import type { IosPlatform, ModeId } from '../tables/table-format.ts';

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
  /** Text that is not commands goes on until this (a banner, a certificate). */
  readonly textUntil?: string | undefined;
  /** EXEC commands were typed in configuration and that was reported; those that follow suffer from the same. */
  readonly missingEnd?: true | undefined;
}

export interface ConfigBlock {
  readonly indent: number;
  readonly indented: boolean;
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
  const rest: IosSession = { ...session, unknownBlock: undefined, missingEnd: undefined };
  const keywordsOnly = facts.keywordsOnly === true;
  const stayed = isSubMode(session.mode) && mode === 'config' ? outOfSubMode(rest, indent) : rest;
  const entered = negation ? undefined : facts.enters;
  if (facts.id === 'hostname')
    return { ...stayed, hostname: negation ? 'Switch' : (match.values[0]?.text ?? session.hostname) };
  const last = match.values.at(-1);
  if (last?.argument.type === 'banner') {
    const until = bannerEnd(last.text);
    return until === undefined ? stayed : { ...stayed, textUntil: until };
  }
  if (entered === undefined || entered === 'closed') {
    return keywordsOnly && mode === 'config' && !negation && !neverOpens.test(match.canonical.join(' '))
      ? { ...stayed, unknownBlock: { indent, indented: false } }
      : stayed;
  }
  // Either that unknown mode was left or configuration; the next line tells.
  if (entered === 'up' && session.unknownBlock && session.mode === 'config')
    return { ...session, unknownBlock: { indent, indented: false, left: true } };
  if (entered === 'up' && session.configuration)
    return { ...stayed, mode: 'config', block: { indent, indented: false } };
  const next = entered === 'up' ? (isSubMode(session.mode) ? 'config' : 'priv-exec') : entered;
  return { ...stayed, mode: next, block: { indent, indented: false } };
}

/** A global command typed in a sub-mode leaves it on a Catalyst; of an SG300 that is not known, and it may have stayed there. */
function outOfSubMode(session: IosSession, indent: number): IosSession {
  const stays = tableOf(session.platform) === 'sg300' && !session.configuration;
  return { ...session, mode: 'config', ...(stays ? { unknownBlock: { indent, indented: false } } : {}) };
}

/** The session after a line that the tables do not know. */
export function afterUnknown(session: IosSession, indent: number): IosSession {
  const { block, mode } = session;
  if (isSubMode(mode)) {
    if (indent > block.indent) return { ...session, block: { ...block, indented: true } };
    if (block.indented)
      return {
        ...session,
        mode: 'config',
        unknownBlock: { indent, indented: false },
        block: { indent, indented: false },
      };
  }
  return { ...session, unknownBlock: { indent, indented: false } };
}

/** Commands of one line among those of which only the keywords are known; the others may open a mode. */
const neverOpens =
  /^(aaa (?!group)|access-list|alias|arp|auto |authentication|boot|bridge|buffers|cluster|diagnostic|dot1x|energywise|errdisable|exception|l2protocol-tunnel|license|login|mvr|netconf|nmsp|power|privilege|process|queue-list|priority-list|rmon|radius-server|scheduler|shutdown|spanning-tree (?!mst)|stack-mac|tacacs-server|tftp-server|vmps|ip (arp|bootp|cef|classless|device|domain|finger|forward-protocol|ftp|gratuitous-arps|host|icmp|igmp|local|multicast|nat|prefix-list|scp|source-route|ssh|subnet-zero|tacacs|tcp|telnet|tftp) )/;

/** What ends a banner whose text begins with `text`; undefined where it ends on the same line. Configurations print Ctrl-C as `^C`. */
function bannerEnd(text: string): string | undefined {
  const delimiter = text.startsWith('^C') ? '^C' : text.slice(0, 1);
  return delimiter === '' || text.indexOf(delimiter, delimiter.length) >= 0 ? undefined : delimiter;
}
