import type { ServerChannel } from 'ssh2';
import { openTerminal, receive, resizeTerminal } from '../../lib/engine.ts';
import type { Remark } from '../../lib/models/switch/answer-line.ts';
import type { PageSize } from '../../lib/models/switch/terminal/pager.ts';
import type { SharedSwitch } from './shared-switch.ts';

export interface TerminalEvents {
  /** A line was run, with what there is to tell of it besides. */
  readonly ran: (line: string, remarks: readonly Remark[]) => void;
  readonly restarted: () => void;
  /** The model itself is at fault. */
  readonly failed: (error: unknown) => void;
}

export interface ServedTerminal {
  resize(size: PageSize): void;
  /** Ends the session, as a switch that hangs up. */
  hangUp(): void;
}

/**
 * Sits somebody at a switch over a channel: a person's keys, or a `command` alone. Nothing goes on while the other end does not read what it
 * was sent, and after each line the others have their turn.
 */
export function serveTerminal(
  channel: ServerChannel,
  device: SharedSwitch,
  { command, size, idleMs }: { command?: string; size?: PageSize | undefined; idleMs: number },
  events: TerminalEvents,
): ServedTerminal {
  const { platform, hostname, wiring, enablePassword: password } = device;
  const quiet = command !== undefined;
  const opened = openTerminal(
    { platform, hostname, wiring, password, quiet, ...(size && { size }) },
    device.state,
  );
  let { session } = opened;
  let held = quiet ? `${command}\r` : '';
  let isOver = false;
  let isBusy = false;
  let hasEnded = false;
  let idle = setTimeout(hangUp, idleMs);

  function hangUp(): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(idle);
    held = '';
    channel.exit(0);
    channel.end();
    channel.resume();
  }

  /** One step, and the next one when its turn comes. */
  function step(): void {
    isBusy = false;
    if (isOver) return;
    if (held === '') held = (channel.read() as Buffer | null)?.toString('latin1') ?? '';
    if (held === '') {
      if (hasEnded || (quiet && session.waiting.kind === 'line')) hangUp();
      return;
    }
    clearTimeout(idle);
    idle = setTimeout(hangUp, idleMs);
    let reaction;
    try {
      reaction = receive(session, device.state, held);
    } catch (error) {
      events.failed(error);
      hangUp();
      return;
    }
    session = reaction.session;
    device.state = session.console.state;
    held = held.slice(reaction.used);
    const goesOn = reaction.output === '' || channel.write(reaction.output);
    if (reaction.ran !== undefined) events.ran(reaction.ran, reaction.remarks);
    if (reaction.closed === 'restarted') events.restarted();
    if (reaction.closed) hangUp();
    else if (goesOn) soon();
    else {
      isBusy = true;
      channel.once('drain', step);
    }
  }

  function soon(): void {
    if (isBusy || isOver) return;
    isBusy = true;
    setImmediate(step);
  }

  channel.on('readable', soon);
  channel.on('end', () => {
    hasEnded = true;
    soon();
  });
  channel.on('close', () => {
    isOver = true;
    clearTimeout(idle);
  });
  channel.on('error', hangUp);
  if (opened.output !== '') channel.write(opened.output);
  soon();
  return {
    resize: (next) => {
      session = resizeTerminal(session, next);
    },
    hangUp,
  };
}
