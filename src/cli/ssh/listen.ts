import { randomInt } from 'node:crypto';
import { showInvisible } from '../../lib/engine.ts';
import { consoleFolder } from '../../workspace/paths.ts';
import type { Remark } from '../../lib/models/switch/answer-line.ts';
import { stderr, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { remarkText } from '../views/console.ts';
import { hostKeysIn } from './host-keys.ts';
import { readListenAddress } from './listen-address.ts';
import type { SharedSwitch } from './shared-switch.ts';
import type { SshLog } from './ssh-console.ts';
import { listenForTerminals } from './ssh-console.ts';

export interface ListenOptions {
  /** As it was given: `127.0.0.1:2222`. */
  readonly listen: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** The address may be one that others reach. */
  readonly beyondLoopback: boolean;
}

/** Serves a switch over SSH until the process is asked to end. */
export async function listen(device: SharedSwitch, options: ListenOptions): Promise<number> {
  const { host, port, isLoopback } = readListenAddress(options.listen);
  if (!isLoopback && !options.beyondLoopback)
    throw new UsageError(
      `${host} is an address that others may reach. Say --beyond-loopback as well if that is meant.`,
    );
  const { keys, fingerprint } = hostKeysIn(consoleFolder);
  const user = options.user ?? 'admin';
  const password = options.password ?? madePassword();
  const server = await listenForTerminals(device, { host, port, hostKeys: keys, user, password, log }).catch(
    (error: unknown) => {
      throw new UsageError(`nothing can listen at ${options.listen}: ${(error as Error).message}`);
    },
  );
  if (!isLoopback)
    tell({
      severity: 'warning',
      message: `Listening at ${host}: whoever reaches this machine may come in who has the password.`,
    });
  tell({
    severity: 'info',
    message: `ssh -p ${String(server.port)} ${user}@${host}   password: ${showInvisible(password)}   host key: ${fingerprint}`,
  });
  tell({ severity: 'info', message: 'Ctrl-C ends it. Nothing of it is kept but the host key.' });
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.close();
  return 0;
}

/** Without letters and digits that are taken for others. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

function madePassword(): string {
  return Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]!).join('');
}

/** What sessions do, for whoever runs the switch: who comes and goes, and what no switch says of a line. */
const log: SshLog = {
  opened: (who) => tell({ severity: 'info', message: `${who} is at the prompt.` }),
  ran: (who, line, remarks) => {
    for (const remark of remarks)
      tell({ ...remark, message: `${who} ${showInvisible(line.slice(0, 80))}: ${remark.message}` });
  },
  closed: (who) => tell({ severity: 'info', message: `${who} is gone.` }),
  failed: (who, error) =>
    stderr.print(
      `${remarkText({ severity: 'error', message: `${who}: the model failed. ${String((error as Error).stack ?? error)}` }, stderr.painter)}\n`,
    ),
};

/** Nobody may be reading: what waits to be printed has a bound. */
const mostWaiting = 1024 * 1024;

function tell(remark: Remark): void {
  if (stdout.backlog() < mostWaiting) stdout.print(`${remarkText(remark, stdout.painter)}\n`);
}
