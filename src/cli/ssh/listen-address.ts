import { isIP } from 'node:net';
import { UsageError } from '../usage.ts';

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
  /** Only this machine itself comes in there. */
  readonly isLoopback: boolean;
}

/** `127.0.0.1:2222`, `[::1]:2222`, or a port alone, which is one of this machine itself. A name is none: what it stands for may change. */
export function readListenAddress(text: string): ListenAddress {
  const found = /^(?:\[([\da-f:.]+)\]:|([^:]*):)?(\d{1,5})$/i.exec(text);
  const named = found?.[1] ?? found?.[2] ?? '';
  const host = named === '' || named === 'localhost' ? '127.0.0.1' : named;
  const port = Number(found?.[3]);
  if (!found || port > 65_535 || isIP(host) === 0)
    throw new UsageError(
      `--listen “${text}” is no address with a port, such as 127.0.0.1:2222 or [::1]:2222.`,
    );
  return { host, port, isLoopback: host === '::1' || host.startsWith('127.') };
}
