import { createHash, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';
import type { AuthContext, Connection, ServerChannel, Session } from 'ssh2';
import type { Remark } from '../../lib/models/switch/answer-line.ts';
import type { PageSize } from '../../lib/models/switch/terminal/pager.ts';
import type { RestartClock } from './scheduled-restart.ts';
import { watchRestart } from './scheduled-restart.ts';
import type { ServedTerminal } from './serve-terminal.ts';
import { serveTerminal } from './serve-terminal.ts';
import type { SharedSwitch } from './shared-switch.ts';

export interface SshConsoleOptions {
  readonly host: string;
  /** 0: one that is free. */
  readonly port: number;
  /** Private keys in the form of OpenSSH. */
  readonly hostKeys: readonly string[];
  readonly user: string;
  readonly password: string;
  readonly limits?: Partial<SshLimits>;
  readonly log: SshLog;
  /** How long a minute of `reload in` is. */
  readonly minuteMs?: number;
}

/** How much of this machine others get. */
export interface SshLimits {
  readonly connections: number;
  /** Terminals at one time, of all connections together; a Catalyst has 16 lines. */
  readonly terminals: number;
  readonly terminalsPerConnection: number;
  readonly loginMs: number;
  readonly logins: number;
  /** As `exec-timeout 10 0`, which IOS has from the factory. */
  readonly idleMs: number;
}

export const standardLimits: SshLimits = {
  connections: 128,
  terminals: 64,
  terminalsPerConnection: 4,
  loginMs: 30_000,
  logins: 3,
  idleMs: 600_000,
};

export interface SshLog {
  /** `who`: address and port of the other end. */
  readonly opened: (who: string) => void;
  readonly ran: (who: string, line: string, remarks: readonly Remark[]) => void;
  readonly closed: (who: string) => void;
  readonly failed: (who: string, error: unknown) => void;
}

export interface SshConsole {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * A modelled switch over SSH: a shell, or one command, and nothing else; there is no file transfer, no forwarding, no agent, and nothing that
 * is sent runs on this machine. Rejects where the address cannot be listened at.
 */
export function listenForTerminals(device: SharedSwitch, options: SshConsoleOptions): Promise<SshConsole> {
  const limits = { ...standardLimits, ...options.limits };
  const terminals = new Set<ServedTerminal>();
  const hangUpAll = () => {
    for (const each of terminals) each.hangUp();
  };
  const clock = watchRestart(device, hangUpAll, options.minuteMs);
  const server = new ssh2.Server({ hostKeys: [...options.hostKeys], ident: 'Cisco-1.25' });
  server.maxConnections = limits.connections;
  const connections = new Set<Connection>();
  server.on('connection', (client, { ip, port }) => {
    connections.add(client);
    const who = `${ip}:${String(port)}`;
    const late = setTimeout(() => client.end(), limits.loginMs);
    client.on('error', () => client.end());
    // A channel whose input nobody reads any more does not say that it is closed.
    const gone = new Set<() => void>();
    client.on('close', () => {
      clearTimeout(late);
      connections.delete(client);
      for (const leave of gone) leave();
    });
    let refused = 0;
    client.on('authentication', (context) => {
      authenticate(context, options, () => {
        refused += 1;
        if (refused >= limits.logins) client.end();
      });
    });
    client.on('ready', () => {
      clearTimeout(late);
      let own = 0;
      client.on('session', (accept, reject) => {
        if (terminals.size >= limits.terminals || own >= limits.terminalsPerConnection) return reject();
        own += 1;
        const session = accept();
        session.on('close', () => {
          own -= 1;
        });
        serveSession(session, who, { device, terminals, hangUpAll, clock, gone, limits, log: options.log });
      });
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      server.on('error', (error: unknown) => options.log.failed(options.host, error));
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            clock.stop();
            server.close(() => closed());
            for (const client of connections) client.end();
          }),
      });
    });
  });
}

interface Served {
  readonly device: SharedSwitch;
  readonly terminals: Set<ServedTerminal>;
  readonly hangUpAll: () => void;
  readonly clock: RestartClock;
  /** What is done when the connection is gone. */
  readonly gone: Set<() => void>;
  readonly limits: SshLimits;
  readonly log: SshLog;
}

function serveSession(
  session: Session,
  who: string,
  { device, terminals, hangUpAll, clock, gone, limits, log }: Served,
): void {
  let size: PageSize | undefined;
  let terminal: ServedTerminal | undefined;
  const sit = (channel: ServerChannel, command?: string) => {
    log.opened(who);
    const served = serveTerminal(
      channel,
      device,
      { ...(command !== undefined && { command }), size, idleMs: limits.idleMs },
      {
        ran: (line, remarks) => {
          clock.look();
          log.ran(who, line, remarks);
        },
        failed: (error) => log.failed(who, error),
        // A switch that restarts is gone for everybody.
        restarted: hangUpAll,
      },
    );
    terminal = served;
    terminals.add(served);
    const leave = () => {
      if (!terminals.delete(served)) return;
      gone.delete(leave);
      served.hangUp();
      log.closed(who);
    };
    gone.add(leave);
    channel.on('close', leave);
  };
  session.on('pty', (accept, _reject, info) => {
    size = pageSizeOf(info);
    accept?.();
  });
  session.on('window-change', (accept, _reject, info) => {
    size = pageSizeOf(info);
    terminal?.resize(size);
    accept?.();
  });
  session.on('shell', (accept, reject) => {
    if (terminal) reject();
    else sit(accept());
  });
  session.on('exec', (accept, reject, { command }) => {
    if (terminal) reject();
    else sit(accept(), command.slice(0, longestCommand));
  });
}

/** A command over SSH may be several lines. */
const longestCommand = 16 * 1024;

/** 0 is said by whoever does not know; a page of one row shows nothing. */
function pageSizeOf({ rows, cols }: { readonly rows: number; readonly cols: number }): PageSize {
  return {
    rows: rows < 2 ? 24 : Math.min(rows, 512),
    columns: cols < 1 ? 80 : Math.min(cols, 512),
  };
}

function authenticate(
  context: AuthContext,
  { user, password }: SshConsoleOptions,
  refused: () => void,
): void {
  const fits = (given: string) => {
    // Both are compared to the end, whichever is wrong.
    const isUser = isSame(context.username, user);
    return isSame(given, password) && isUser;
  };
  const settle = (isRight: boolean) => {
    if (isRight) return context.accept();
    context.reject(['password', 'keyboard-interactive']);
    refused();
  };
  if (context.method === 'password') settle(fits(context.password));
  else if (context.method === 'keyboard-interactive')
    context.prompt([{ prompt: 'Password: ', echo: false }], (answers) => settle(fits(answers[0] ?? '')));
  else context.reject(['password', 'keyboard-interactive']);
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
