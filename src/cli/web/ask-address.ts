import { STATUS_CODES } from 'node:http';

/** What an address turned out to be. `unknown`: what was answered proves nothing of what a reader would see. */
export type LinkVerdict = 'ok' | 'moved' | 'broken' | 'unknown';

export interface LinkAnswer {
  readonly url: string;
  readonly verdict: LinkVerdict;
  /** Of the last answer; undefined where nobody answered. */
  readonly status: number | undefined;
  /** Where it has moved to for good. */
  readonly location: string | undefined;
  /** Why, in a few words; of whatever is not in order. */
  readonly reason: string | undefined;
}

/** As Node's own; another one for tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface AskOptions {
  readonly fetch: Fetch;
  /** Milliseconds for each answer. */
  readonly timeout: number;
}

const mostRedirects = 10;

/** Says who asks, as a polite robot does. */
const headers = {
  'User-Agent': 'labworks-links (checks links of a blog; asks each address once)',
  Accept: '*/*',
};

/**
 * Asks an address what a reader would find there: by HEAD, and by GET where that says anything but yes, since many servers know no
 * HEAD. Redirects are followed; those that are for good are told.
 */
export async function askAddress(url: string, options: AskOptions): Promise<LinkAnswer> {
  const seen = new Set<string>();
  let current = url;
  /** The last address up to which all redirects were for good. */
  let settled = url;
  let isPermanent = true;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    seen.add(current);
    const answer = await askOnce(current, options);
    if ('reason' in answer) return { url, status: undefined, location: undefined, ...answer };
    const { status, location } = answer;
    if (location === undefined) return judged(url, status, settled === url ? undefined : settled);
    const next = URL.canParse(location, current) ? new URL(location, current) : undefined;
    if (!next || !/^https?:$/.test(next.protocol))
      return { url, verdict: 'unknown', status, location: undefined, reason: `leads to ${location}` };
    next.hash = '';
    isPermanent &&= status === 301 || status === 308;
    if (isPermanent) settled = next.href;
    current = next.href;
    if (seen.has(current))
      return { url, verdict: 'broken', status, location: undefined, reason: 'leads back to itself' };
  }
  return { url, verdict: 'unknown', status: undefined, location: undefined, reason: 'leads on and on' };
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-status-codes: only these two say that nothing is there. */
const gone = new Set([404, 410]);

function judged(url: string, status: number, location: string | undefined): LinkAnswer {
  const named = `${status}${STATUS_CODES[status] === undefined ? '' : ` ${STATUS_CODES[status]}`}`;
  if (gone.has(status)) return { url, verdict: 'broken', status, location, reason: named };
  if (status < 200 || status >= 300)
    return { url, verdict: 'unknown', status, location: undefined, reason: named };
  if (location === undefined) return { url, verdict: 'ok', status, location, reason: undefined };
  return { url, verdict: 'moved', status, location, reason: `has moved to ${location}` };
}

type Reply =
  | { readonly status: number; readonly location: string | undefined }
  | { readonly verdict: 'broken' | 'unknown'; readonly reason: string };

async function askOnce(url: string, options: AskOptions): Promise<Reply> {
  const reply = await request('HEAD', url, options);
  const isFine = 'status' in reply && reply.status < 400;
  return isFine ? reply : request('GET', url, options);
}

async function request(method: string, url: string, { fetch, timeout }: AskOptions): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    const location =
      response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    return { status: response.status, location: location ?? undefined };
  } catch (error) {
    return failure(error, timeout);
  }
}

function failure(error: unknown, timeout: number): Reply {
  if (error instanceof Error && error.name === 'TimeoutError')
    return { verdict: 'unknown', reason: `no answer within ${timeout / 1000} s` };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  // The names of hosts are asked of a server that may itself be out of reach: that is another code, EAI_AGAIN.
  if (code === 'ENOTFOUND') return { verdict: 'broken', reason: 'there is no host of this name' };
  const reason = code || (cause instanceof Error ? cause.message : String(cause));
  return { verdict: 'unknown', reason: `no answer: ${reason}` };
}
