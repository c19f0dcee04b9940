import { parseArgs } from 'node:util';
import {
  createEngine,
  makePlan,
  placesInLab,
  readStateFile,
  selectFromPlan,
  setInLab,
  suggest,
  withOwnPorts,
  withoutOutputs,
} from '../../lib/engine.ts';
import type { CheckedLabwork } from '../../lib/check/labwork.ts';
import type { StartStates } from '../../lib/check/run-device.ts';
import type { Engine } from '../../lib/engine.ts';
import type { Lab } from '../../lib/lab/lab.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { readText } from '../../workspace/text-file.ts';
import { choose } from '../choose.ts';
import { readLabwork } from '../labwork.ts';
import { planRunning } from '../plan-running.ts';
import { stderr, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { planJson, planText } from '../views/plan.ts';

export const help = `npx labworks plan N [options]

Shows what the steps of labwork N make of the devices of its lab: for each step and device what is made (+), changed (~) and removed (-),
what goes offline meanwhile and what is waited for, and of which commands nobody knows what they change (?). Nothing is run.

  --device D       this device alone (may be given several times)
  --step 2:6,2:7   these steps alone; what the ones before them make is taken to be there
  --set V=VALUE    as if the lab had another value: vswitch=Backup, networks.lm.vlan=25 (may be given several times)
  --port OLD=NEW   at a port of your switch in the place of the lab's: GigabitEthernet1/0/20=GigabitEthernet1/0/5 (may be given several times)
  --from FILE      not from devices as the factory left them, but from what is in the file: a state as this command writes it
                   (\`--format json\`, under “state”), or all that it writes so; other devices are new
  --undo           with the commands that take each step back
  --running FILE   plans from a switch as you have it: \`show running-config\` and what else it was asked (\`show vlan brief\`, \`show system mtu\`),
                   as a terminal program writes it down. Tells what is added, what of yours would be changed or cut, and what is in the way;
                   lists of VLANs are added to, and lines that are not known stay
  --out DIR        with --running: writes the files to be typed there, if nothing of yours is changed and nothing is in the way
  --accept         with --running: what is told to be changed and cut may be
  --format F       pretty or json (default: pretty)

Exit codes: 0 shown (and written), 1 there are errors in the posts, 2 it could not be done, 3 with --running: something of yours would be changed,
or is in the way; nothing was written.
`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      device: { type: 'string', multiple: true, default: [] },
      step: { type: 'string', multiple: true, default: [] },
      set: { type: 'string', multiple: true, default: [] },
      port: { type: 'string', multiple: true, default: [] },
      from: { type: 'string' },
      undo: { type: 'boolean', default: false },
      running: { type: 'string' },
      out: { type: 'string' },
      accept: { type: 'boolean', default: false },
      format: { type: 'string', default: 'pretty' },
    },
  });
  const format = choose('--format', values.format, ['pretty', 'json']);
  const engine = createEngine({ catalogue: loadCatalogue() });
  const settings = values.set.map(settingOf);
  const { guides, labs, brokenLabs } = readLabwork(positionals, engine, 'labworks plan 2', (text) =>
    withSettings(text, settings),
  );
  for (const { diagnostics } of settings.length > 0 ? brokenLabs.values() : [])
    throw new UsageError(`with these values the lab does not hold: ${diagnostics[0]?.message ?? ''}`);
  const lab = labs.get((guides[0]?.data?.kind === 'labworks' && guides[0].data.lab) || '');
  const from = values.from === undefined ? undefined : readStates(values.from, lab, engine);
  const checked = engine.checkLabwork(guides, labs, from);
  const isOther = settings.length > 0 || values.port.length > 0 || from !== undefined;
  const labwork = atOwnPorts(isOther ? withoutOutputs(checked) : checked, values.device, values.port);
  const { running, out, accept } = values;
  if (running !== undefined) {
    if (from) throw new UsageError('--running and --from both say what is there: leave one out.');
    if (values.step.length > 0) throw new UsageError('--running plans all steps: leave out --step.');
    if (labwork.guides.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))) {
      stderr.print('labworks: there are errors in the posts, which `npx labworks check` tells.\n');
      return 1;
    }
    return await planRunning(labwork, { running, devices: values.device, out, accept, format });
  }
  if (out !== undefined || accept) throw new UsageError('--out and --accept need --running FILE.');
  const whole = makePlan(labwork, from);
  const known = whole.devices.flatMap((device) => device.steps.map(({ step }) => step));
  const steps = values.step.flatMap((list) => list.split(','));
  for (const step of steps) choose('--step', step, [...new Set(known)]);
  for (const name of values.device)
    choose(
      '--device',
      name,
      whole.devices.map(({ device }) => device),
    );
  const plan = selectFromPlan(whole, { devices: values.device, steps });
  if (format === 'json') stdout.write(planJson(plan));
  else stdout.print(planText(plan, stdout.painter, values));
  return plan.errored ? 1 : 0;
}

function atOwnPorts(
  labwork: CheckedLabwork,
  devices: readonly string[],
  words: readonly string[],
): CheckedLabwork {
  if (words.length === 0) return labwork;
  const [device, ...more] = devices;
  if (device === undefined || more.length > 0)
    throw new UsageError('--port is of one device: say which with --device.');
  const wishes = words.map((word) => {
    const [, lab, own] = /^([^=]+)=([^=]+)$/.exec(word) ?? [];
    if (lab === undefined || own === undefined)
      throw new UsageError(
        `“--port ${word}” names no two ports: write it as \`--port GigabitEthernet1/0/20=GigabitEthernet1/0/5\`.`,
      );
    return { lab: lab.trim(), own: own.trim() };
  });
  const { labwork: moved, problem } = withOwnPorts(labwork, device, wishes);
  if (!moved) throw new UsageError(`--port ${problem}`);
  return moved;
}

function readStates(path: string, lab: Lab | undefined, engine: Engine): StartStates {
  const read = readText(path);
  if ('problem' in read) throw new UsageError(`“--from ${path}” cannot be read: ${read.problem}`);
  const { states, problem } = readStateFile(read.text, lab, engine.canRestore);
  if (states) return states;
  throw new UsageError(`“--from ${path}” is no state of this lab: ${problem}`);
}

interface Setting {
  readonly place: string;
  readonly value: string;
}

function settingOf(word: string): Setting {
  const [, place, value] = /^([^=]+)=([^]*)$/.exec(word) ?? [];
  if (place === undefined || value === undefined)
    throw new UsageError(`“--set ${word}” says no value: write it as \`--set networks.lm.vlan=25\`.`);
  return { place, value };
}

function withSettings(lab: string, settings: readonly Setting[]): string {
  return settings.reduce((text, { place, value }) => {
    const next = setInLab(text, place, value);
    if (next !== undefined) return next;
    const near = suggest(place, placesInLab(lab));
    throw new UsageError(
      `the lab has no value “${place}”.${near === undefined ? ` It has: ${placesInLab(lab).join(', ')}.` : ` Is “${near}” meant?`}`,
    );
  }, lab);
}
