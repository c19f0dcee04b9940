import { parseArgs } from 'node:util';
import { createEngine, makePlan, placesInLab, selectFromPlan, setInLab, suggest } from '../../lib/engine.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
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
  const labwork = engine.checkLabwork(guides, labs);
  const { running, out, accept } = values;
  if (running !== undefined) {
    if (values.step.length > 0) throw new UsageError('--running plans all steps: leave out --step.');
    if (labwork.guides.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))) {
      stderr.print('labworks: there are errors in the posts, which `npx labworks check` tells.\n');
      return 1;
    }
    return await planRunning(labwork, { running, devices: values.device, out, accept, format });
  }
  if (out !== undefined || accept) throw new UsageError('--out and --accept need --running FILE.');
  const whole = makePlan(labwork);
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
