import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkAnswer } from '../../src/cli/web/ask-address.ts';
import { askAddress } from '../../src/cli/web/ask-address.ts';
import { askAddresses } from '../../src/cli/web/ask-addresses.ts';
import { root } from './run-cli.ts';

/** What was asked, as `HEAD /path`, in its order. */
const asked: string[] = [];
let server: Server;
let origin = '';

const redirects: Readonly<Record<string, readonly [status: number, to: string]>> = {
  '/moved': [301, '/fine'],
  '/moved-twice': [308, '/moved'],
  '/for-now': [302, '/fine'],
  '/moved-then-for-now': [301, '/for-now'],
  '/moved-away': [301, '/gone'],
  '/circle': [302, '/circle-2'],
  '/circle-2': [302, '/circle'],
  '/to-mail': [301, 'mailto:a@b.example'],
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    asked.push(`${method} ${url}`);
    const status = Number(/^\/status\/(\d+)/.exec(url)?.[1]);
    const redirect = redirects[url];
    if (url === '/silent') return;
    if (redirect) response.writeHead(redirect[0], { location: redirect[1] });
    else if (status) response.writeHead(status);
    else if (url === '/no-head') response.writeHead(method === 'HEAD' ? 405 : 200);
    else if (url === '/gone') response.writeHead(404);
    else response.writeHead(200);
    response.end(method === 'HEAD' ? undefined : 'text');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const options = { fetch, timeout: 5000 };
const ask = (path: string) => askAddress(origin + path, options);
const short = ({ verdict, status, location }: LinkAnswer) => [verdict, status, location?.replace(origin, '')];

describe('an address that is asked', () => {
  it.each([
    ['/fine', ['ok', 200, undefined]],
    ['/no-head', ['ok', 200, undefined]],
    ['/for-now', ['ok', 200, undefined]],
    ['/moved', ['moved', 200, '/fine']],
    ['/moved-twice', ['moved', 200, '/fine']],
    ['/moved-then-for-now', ['moved', 200, '/for-now']],
    ['/moved-away', ['broken', 404, '/gone']],
    ['/gone', ['broken', 404, undefined]],
    ['/status/410', ['broken', 410, undefined]],
    ['/circle', ['broken', 302, undefined]],
    ['/to-mail', ['unknown', 301, undefined]],
    ...[401, 403, 429, 451, 500, 503, 999].map((status): [string, (string | number | undefined)[]] => [
      `/status/${status}`,
      ['unknown', status, undefined],
    ]),
  ])('%s is %j', async (path, expected) => {
    expect(short(await ask(path))).toEqual(expected);
  });

  it('is asked by HEAD, and by GET only where that does not say yes', async () => {
    asked.length = 0;
    await ask('/fine');
    await ask('/no-head');
    expect(asked).toEqual(['HEAD /fine', 'HEAD /no-head', 'GET /no-head']);
  });

  it('is not known where nobody answers in time, or at all', async () => {
    expect(await askAddress(`${origin}/silent`, { fetch, timeout: 50 })).toMatchObject({
      verdict: 'unknown',
      reason: 'no answer within 0.05 s',
    });
    const failing = (code: string) => () =>
      Promise.reject(
        Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code }) }),
      );
    const answered = async (code: string) => {
      const { verdict, reason } = await askAddress('https://x.example/', {
        fetch: failing(code),
        timeout: 50,
      });
      return [verdict, reason];
    };
    expect(await answered('ENOTFOUND')).toEqual(['broken', 'there is no host of this name']);
    for (const code of ['EAI_AGAIN', 'ECONNREFUSED', 'CERT_HAS_EXPIRED'])
      expect(await answered(code)).toEqual(['unknown', `no answer: ${code}`]);
  });
});

describe('a host', () => {
  it('is asked one thing at a time, and each address once', async () => {
    asked.length = 0;
    let underWay = 0;
    let mostUnderWay = 0;
    const counting: typeof fetch = async (...args) => {
      mostUnderWay = Math.max(mostUnderWay, ++underWay);
      return fetch(...args).finally(() => underWay--);
    };
    const urls = ['/a', '/b', '/a', '/c'].map((path) => origin + path);
    const answers = await askAddresses(urls, { ...options, fetch: counting, pause: 1 });
    expect([...answers.keys()]).toEqual(['/a', '/b', '/c'].map((path) => origin + path));
    expect(asked).toEqual(['HEAD /a', 'HEAD /b', 'HEAD /c']);
    expect(mostUnderWay).toBe(1);
  });
});

describe('labworks links', () => {
  const folder = mkdtempSync(join(tmpdir(), 'labworks-links-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const post = join(folder, 'field-notes/links.mdx');
  const write = (...urls: readonly string[]) => {
    mkdirSync(join(folder, 'field-notes'), { recursive: true });
    const body = urls.map((url) => `[x](${url})`).join('\n');
    writeFileSync(post, `---\ntitle: L\ndate: 2020-01-01\nsummary: L.\n---\n\n${body}\n`);
  };
  /** Not `spawnSync`: the server answers in this process. */
  const run = (...args: readonly string[]) =>
    new Promise<{ readonly code: number; readonly out: string; readonly err: string }>((done) => {
      const child = execFile(
        process.execPath,
        [join(root, 'src/cli/main.ts'), 'links', ...args],
        { cwd: folder, env: { ...process.env, NO_COLOR: '1' } },
        (_error, out, err) => done({ code: child.exitCode ?? 2, out, err }),
      );
    });

  it('tells what is broken, has moved, or says nothing, and where it is linked', async () => {
    write(
      `${origin}/fine#x`,
      `${origin}/fine`,
      `${origin}/gone`,
      `${origin}/moved`,
      `${origin}/status/403`,
      '/own/',
      'mailto:a@b.example',
    );
    const { code, out } = await run(post, '--timeout', '5');
    expect(out.replaceAll(origin, '').replaceAll(post, 'POST')).toBe(
      [
        'broken: /gone 404 Not Found\n  --> POST:9:5\n',
        'moved: /moved has moved to /fine\n  --> POST:10:5\n',
        'unknown: /status/403 403 Forbidden\n  --> POST:11:5\n',
        '4 addresses asked: 1 in order, 1 broken, 1 moved for good, 1 of which nothing is known.\n',
      ].join('\n'),
    );
    expect(code).toBe(1);
  });

  it('says the same to programs', async () => {
    write(`${origin}/fine#x`, `${origin}/moved`);
    const { code, out } = await run(post, '--format', 'json');
    expect(JSON.parse(out)).toEqual({
      version: 1,
      links: [
        {
          url: `${origin}/fine`,
          verdict: 'ok',
          status: 200,
          location: null,
          reason: null,
          places: [{ file: post, line: 7, column: 5 }],
        },
        {
          url: `${origin}/moved`,
          verdict: 'moved',
          status: 200,
          location: `${origin}/fine`,
          reason: `has moved to ${origin}/fine`,
          places: [{ file: post, line: 8, column: 5 }],
        },
      ],
    });
    expect(code).toBe(0);
  });

  it('could not do it where nobody answers, and says how it is used', async () => {
    write(`${origin}/silent`);
    const silent = await run(post, '--timeout', '0.05');
    expect(silent.code).toBe(2);
    expect(silent.err).toContain('nobody answered');
    const wrong = await run(post, '--timeout', 'soon');
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringContaining('--timeout takes a number of seconds'),
    ]);
  });
});
