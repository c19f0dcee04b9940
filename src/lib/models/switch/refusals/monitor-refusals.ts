import { globalLines } from '../show/kept-lines.ts';
import { monitorEnd } from '../monitor-session.ts';
import type { StateRefusal } from './refusal.ts';
import { rejected } from './refusal.ts';

/**
 * `monitor session N source|destination …`. Source: “SPAN and RSPAN”, Catalyst 2960 and 2960-S Switch Software Configuration Guide: a
 * destination port cannot be a source port, and takes part in one session at a time; a session has source ports or source VLANs, not both. A port
 * may be the source of several sessions. The wording of the replies is not known.
 */
export const monitorSessions: StateRefusal = ({ negation, words }, state) => {
  const { id } = state.profile;
  const own = negation ? undefined : monitorEnd(words.join(' '), id);
  if (!own) return undefined;
  const others = globalLines(state).flatMap((line) => monitorEnd(line, id) ?? []);
  for (const other of others) {
    const port = own.ports.find((name) => other.ports.includes(name));
    const isSame = own.session === other.session;
    if (port !== undefined && own.end !== other.end)
      return rejected(
        `${port} is the ${other.end} of monitor session ${other.session}, and no port is both ends of a copy.`,
        `Take it out first: \`no monitor session ${other.session}\`.`,
      );
    if (port !== undefined && own.end === 'destination' && !isSame)
      return rejected(
        `${port} is the destination of monitor session ${other.session} already, and a destination has one session.`,
        `Take it out first: \`no monitor session ${other.session}\`.`,
      );
    const kinds = new Set([own.kind, other.kind]);
    if (own.end === 'source' && other.end === 'source' && isSame && kinds.size > 1)
      return rejected(
        `Monitor session ${own.session} copies from ${other.kind === 'interface' ? 'ports' : other.kind === 'vlan' ? 'VLANs' : 'another switch'}, and a session has sources of one kind.`,
        'Use another session.',
      );
  }
  return undefined;
};
