import { parseArgs } from 'node:util';
import { createEngine, createSourceFile, linksOf, rangeAt } from '../../lib/engine.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { readIdentity } from '../../workspace/identity.ts';
import { readText } from '../../workspace/text-file.ts';
import { enginePath } from '../../workspace/workspace.ts';
import { isPost } from '../check-targets.ts';
import { choose } from '../choose.ts';
import type { CheckTarget, Failure } from '../targets.ts';
import { findContent, findTargets } from '../targets.ts';
import { printError, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import type { AnsweredLink, LinkPlace } from '../views/link-answers.ts';
import { linkAnswersJson, linkAnswersText } from '../views/link-answers.ts';
import { askAddresses } from '../web/ask-addresses.ts';

export const help = `npx labworks links [POST…] [options]

Asks other sites whether the addresses that posts link to are still there: of all posts, or of those named. The check and the build
never do. Each address is asked once, each host one thing at a time. An answer such as 403 or 429 says only that this program is not
welcome, and is told as unknown; a redirect that is for good is told with where it leads. Links within the site are checked by
\`npx labworks check\`.

  --timeout S  seconds to wait for an answer (default: 15)
  --format F   pretty or json (default: pretty)

Exit codes: 0 no address is broken, 1 some are, 2 a post could not be read, or nobody answered at all.
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      timeout: { type: 'string', default: '15' },
      format: { type: 'string', default: 'pretty' },
    },
  });
  const format = choose('--format', values.format, ['pretty', 'json']);
  const seconds = Number(values.timeout);
  if (!(seconds > 0 && seconds <= 600))
    throw new UsageError('--timeout takes a number of seconds, above 0 and up to 600.');
  const { targets, failures } =
    positionals.length > 0 ? findTargets(positionals) : { targets: findContent().targets, failures: [] };
  const refused = [...failures];
  const places = linkedPlaces(targets.filter(isPost), refused);
  for (const { shown, problem } of refused) printError(`${shown} cannot be read: ${problem}.`);
  const answers = await askAddresses(places.keys(), { fetch, timeout: seconds * 1000, pause: 250 });
  const links = [...places].map(([url, own]): AnsweredLink => ({ ...answers.get(url)!, places: own }));
  if (format === 'pretty') stdout.print(linkAnswersText(links, stdout.painter));
  else stdout.write(linkAnswersJson(links));
  const nobodyAnswered = links.length > 0 && links.every(({ status }) => status === undefined);
  if (nobodyAnswered) printError('nobody answered: is this machine connected to the internet?');
  if (refused.length > 0 || nobodyAnswered) return 2;
  return links.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
}

/** The addresses on other sites, without what stands behind `#`, each with where it is linked. */
function linkedPlaces(
  posts: readonly CheckTarget[],
  failures: Failure[],
): ReadonlyMap<string, readonly LinkPlace[]> {
  const engine = createEngine({ catalogue: loadCatalogue() });
  const own = readIdentity().value?.address;
  const ownHost = own === undefined ? undefined : new URL(own).host;
  const found = new Map<string, LinkPlace[]>();
  for (const { path, shown } of posts) {
    const read = readText(path);
    if ('problem' in read) {
      failures.push({ shown, problem: read.problem });
      continue;
    }
    const guide = engine.readGuide(createSourceFile(enginePath(path, read.text), read.text));
    for (const { url, start, end } of linksOf(guide)) {
      const target = URL.canParse(url) ? new URL(url) : undefined;
      if (!target || !/^https?:$/.test(target.protocol) || target.host === ownHost) continue;
      target.hash = '';
      const { line, column } = rangeAt(guide.file, start, end).start;
      found.set(target.href, [...(found.get(target.href) ?? []), { file: shown, line, column }]);
    }
  }
  return found;
}
