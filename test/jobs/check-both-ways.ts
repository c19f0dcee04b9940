// Run in a copy of the project, `node …/check-both-ways.ts STEPS.json`: makes each step's changes, checks the content both with kept
// results and from nothing, and prints as JSON what came of it and which posts were read.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as engineModule from '../../src/lib/engine.ts';
import type { FileReport } from '../../src/lib/diagnostics/json.ts';
import type * as contentChecking from '../../src/cli/check-content.ts';
import type * as targetChecking from '../../src/cli/check-targets.ts';
import type * as pictureLooking from '../../src/cli/look-at-pictures.ts';
import type * as targetFinding from '../../src/cli/targets.ts';
import type * as summaryView from '../../src/cli/views/summary.ts';
import type * as factLoading from '../../src/workspace/facts.ts';
import type * as textReading from '../../src/workspace/text-file.ts';

/** Changes of the content, by path from the project's root. */
export interface Step {
  readonly name: string;
  readonly write?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
}

export interface BothWays {
  readonly name: string;
  readonly kept: Readonly<Record<string, string>>;
  readonly anew: Readonly<Record<string, string>>;
  /** Posts that were read in this thread, with the kept results. */
  readonly read: readonly string[];
}

const root = process.cwd();
const load = async <Module>(path: string) =>
  (await import(pathToFileURL(join(root, 'src', path)).href)) as Module;
const lib = await load<typeof engineModule>('lib/engine.ts');
const { checkContent } = await load<typeof contentChecking>('cli/check-content.ts');
const { checkTargets, isPost } = await load<typeof targetChecking>('cli/check-targets.ts');
const { lookAtPictures } = await load<typeof pictureLooking>('cli/look-at-pictures.ts');
const { findContent } = await load<typeof targetFinding>('cli/targets.ts');
const { summaryOf } = await load<typeof summaryView>('cli/views/summary.ts');
const { loadCatalogue } = await load<typeof factLoading>('workspace/facts.ts');
const { readText } = await load<typeof textReading>('workspace/text-file.ts');

const read = (path: string) => {
  const file = readText(path);
  return 'problem' in file ? undefined : file.text;
};
const docsUrl = (rule: string) => `https://example.org/${rule}`;
const tool = { name: 'labworks', version: '1', url: 'https://example.org', docsUrl, severities: lib.rules };

const seen: BothWays[] = [];
for (const { name, write = {}, remove = [] } of JSON.parse(
  readFileSync(process.argv[2]!, 'utf8'),
) as Step[]) {
  for (const path of remove) rmSync(join(root, path), { recursive: true });
  for (const [path, text] of Object.entries(write)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const pretty = await look(false);
  const json = await look(true);
  seen.push({
    name,
    kept: { ...pretty.kept, ...json.kept },
    anew: { ...pretty.anew, ...json.anew },
    read: pretty.read,
  });
}
process.stdout.write(JSON.stringify(seen));

/** Programs want the commands of posts, people only how many there are. */
async function look(withCommands: boolean) {
  const { targets } = findContent();
  const engine = { ...lib.createEngine({ catalogue: loadCatalogue() }), ...(await lib.loadFigures()) };
  const readings = await lookAtPictures(targets, read);
  const guidesRead: string[] = [];
  const counting = {
    ...engine,
    readGuide(file: Parameters<typeof engine.readGuide>[0]) {
      guidesRead.push(file.path);
      return engine.readGuide(file);
    },
  };
  const posts = await checkContent(targets.filter(isPost), counting, read, { readings, withCommands });
  const shown = (result: ReturnType<typeof checkTargets>): Record<string, string> => {
    const { reports, failures } = result;
    if (withCommands) return { json: lib.toJson(reports, docsUrl) };
    const files = new Map(reports.map(({ file }: FileReport) => [file.path, file]));
    const all = reports.flatMap(({ diagnostics }) => diagnostics);
    return {
      pretty: `${lib.toPretty(all, files)}\n${summaryOf(reports, failures, undefined)}`,
      sarif: lib.toSarif(reports, tool, { exitCode: 0, failures: [] }),
      github: lib.toGitHub(reports, []),
    };
  };
  return {
    kept: shown(checkTargets(targets, engine, read, readings, undefined, posts)),
    anew: shown(checkTargets(targets, engine, read, readings)),
    read: guidesRead.sort(),
  };
}
