import { join } from 'node:path';
import type { CheckedLabwork, Track } from '../lib/check/labwork.ts';
import { loadBundler, planFromStart, templates, toPretty } from '../lib/engine.ts';
import type { StartPlan } from '../lib/plan/plan-from-start.ts';
import { readIdentity } from '../workspace/identity.ts';
import { shownPath } from '../workspace/paths.ts';
import { siteName } from '../workspace/site-file.ts';
import { readText } from '../workspace/text-file.ts';
import { makeFolder, writeUserFile } from '../workspace/write-file.ts';
import { stderr, stdout } from './terminal.ts';
import { UsageError } from './usage.ts';
import { startPlanJson, startPlanText } from './views/start-plan.ts';

export interface RunningPlanOptions {
  /** What somebody has written down of the device. */
  readonly running: string;
  readonly devices: readonly string[];
  /** The folder that the files for it go to. */
  readonly out: string | undefined;
  /** What is set there may become another. */
  readonly accept: boolean;
  readonly format: 'pretty' | 'json';
}

/** Plans from what a device is, and writes the files for it where nothing is in the way; gives the exit code. */
export async function planRunning(labwork: CheckedLabwork, options: RunningPlanOptions): Promise<number> {
  const { running, out, accept, format } = options;
  const read = readText(running);
  if ('problem' in read) throw new UsageError(`${shownPath(running)} cannot be read: ${read.problem}.`);
  const tracks = tracksOf(labwork, options.devices);
  const plan = planFromStart(tracks, read.text);
  if (!plan) throw new UsageError(`no step changes ${tracks[0]!.device.name}.`);
  const isFree = plan.verdict === 'free' || (plan.verdict === 'touched' && accept);
  const written = out !== undefined && isFree ? await writeFiles(labwork, plan, out) : [];
  if (!written) return 1;
  if (format === 'json') stdout.write(startPlanJson(plan, written));
  else {
    stdout.print(startPlanText(plan, shownPath(running), stdout.painter));
    for (const path of written) stdout.print(`${shownPath(path)}\n`);
    if (out !== undefined && !isFree) stdout.print(`${refusals[plan.verdict]}\n`);
  }
  return isFree ? 0 : 3;
}

const refusals: Readonly<Record<StartPlan['verdict'], string>> = {
  free: '',
  touched: 'No files are written. With --accept they are, if what is changed and cut may be.',
  stopped: 'No files are written, and --accept does not change that.',
};

/** The tracks of the one device that is meant, whatever platform it may be of. */
function tracksOf({ tracks }: CheckedLabwork, devices: readonly string[]): readonly Track[] {
  const able = tracks.filter(({ platform }) => templates[platform].scripts.kind === 'stages');
  const names = [...new Set(able.map(({ device }) => device.name))];
  const chosen = devices.length > 0 ? devices : names;
  const [name, ...more] = chosen;
  if (name === undefined) throw new UsageError('--running is for a switch, and this labwork has none.');
  if (more.length > 0)
    throw new UsageError(`--running is of one device: say which with --device. ${listed(names)}`);
  const own = able.filter(({ device }) => device.name === name);
  if (own.length === 0)
    throw new UsageError(`--running is for a switch, and ${name} is none. ${listed(names)}`);
  return own;
}

function listed(names: readonly string[]): string {
  return `The switches: ${names.join(', ') || 'none'}.`;
}

/** Undefined where the site does not say who it is, which is told. */
async function writeFiles(
  labwork: CheckedLabwork,
  plan: StartPlan,
  out: string,
): Promise<readonly string[] | undefined> {
  const site = readIdentity();
  if (!site.value) {
    stderr.print(toPretty(site.diagnostics, new Map([[site.file.path, site.file]]), stderr.painter));
    stderr.print(`\nlabworks: the files carry the site’s address, and ${siteName} has errors.\n`);
    return undefined;
  }
  const { startFiles } = await loadBundler();
  makeFolder(out);
  return startFiles(labwork, plan, site.value.address).map(({ path, bytes }) => {
    const target = join(out, path.split('/').at(-1)!);
    writeUserFile(target, bytes);
    return target;
  });
}
