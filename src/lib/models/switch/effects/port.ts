import type { InterfaceEffect } from '../change.ts';
import { patched } from '../change.ts';
import type { SwitchCommand } from '../command.ts';
import { storeVerbatim } from '../store-verbatim.ts';
import { choicesOf, valueOf } from '../command.ts';
import type { InterfaceConfig, Storm } from '../state.ts';

/** What a port does whatever its VLANs are: speed, pause frames, storms, edges of the spanning tree, addresses. */
export const portEffects: Readonly<Record<string, InterfaceEffect>> = {
  description: (_, command) => ({
    description: command.negation ? undefined : unquoted(valueOf(command, 'text')!),
  }),
  shutdown: (_, { negation }) => ({ shutdown: negation ? undefined : true }),
  speed: (_, command) => ({ speed: notDefault(command, 'auto') }),
  duplex: (_, command) => ({ duplex: notDefault(command, 'auto') as InterfaceConfig['duplex'] }),
  negotiation: (_, { negation }) => ({ noNegotiation: negation ? true : undefined }),
  flowcontrol: (_, command) => {
    const [first, second] = choicesOf(command);
    if (first === 'send')
      return { flowcontrolSend: command.negation || second === 'off' ? undefined : second };
    const value = first === 'receive' ? second : first;
    return { flowcontrolReceive: command.negation || value === 'off' ? undefined : value };
  },
  'flowcontrol receive': (_, command) => ({ flowcontrolReceive: notDefault(command, 'off') }),
  'storm-control': (config, command) => {
    const [kind, level, ...rest] = choicesOf(command);
    // What else an SG300 can say of storms is not modelled.
    if (level !== 'level') return {};
    return {
      storm: withStorm(config.storm, kind as keyof Storm, command.negation ? undefined : rest.join(' ')),
    };
  },
  'lacp port-priority': (_, command) => ({
    lacpPortPriority: command.negation ? undefined : Number(valueOf(command, 'p')),
  }),
  'spanning-tree portfast': (_, command) => {
    const [first, second] = choicesOf(command);
    if (command.negation) return { portfast: undefined };
    if (first === undefined || (first === 'edge' && second === undefined)) return { portfast: true };
    return { portfast: (first === 'edge' ? second : first) as InterfaceConfig['portfast'] };
  },
  'spanning-tree bpduguard': (_, command) => ({
    bpduguard: command.negation ? undefined : choicesOf(command)[0] === 'enable',
  }),
  'ip address': (config, command) => {
    const typed = choicesOf(command).join(' ');
    // A second address stands beside the first one.
    if (typed.endsWith(' secondary'))
      return { lines: absentIfEmpty(storeVerbatim(config.lines ?? new Map(), command)) };
    if (!command.negation) return { ipAddress: typed };
    return typed === '' || typed === config.ipAddress || config.ipAddress?.startsWith(`${typed} `)
      ? { ipAddress: undefined }
      : {};
  },
};

function absentIfEmpty<Lines extends ReadonlyMap<string, string>>(lines: Lines): Lines | undefined {
  return lines.size > 0 ? lines : undefined;
}

/** The words behind the path; undefined for the value that needs no line. */
function notDefault(command: SwitchCommand, byDefault: string): string | undefined {
  const value = choicesOf(command).join(' ');
  return command.negation || value === byDefault ? undefined : value;
}

function withStorm(
  storm: Storm | undefined,
  kind: keyof Storm,
  level: string | undefined,
): Storm | undefined {
  const next = patched(storm ?? {}, { [kind]: level });
  return Object.keys(next).length > 0 ? next : undefined;
}

/** The SG300 takes a text with blanks in quotes, and does not keep them. */
function unquoted(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text;
}
