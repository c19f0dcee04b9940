import { parseArgs } from 'node:util';
import {
  allAnswer,
  createEngine,
  deviceClasses,
  iosPlatforms,
  cabledPorts,
  openConsole,
  platforms,
  readCapture,
  startingState,
  switchProfiles,
  wiringFor,
  toPretty,
} from '../../lib/engine.ts';
import type { Lab, LabDevice } from '../../lib/lab/lab.ts';
import type { Console } from '../../lib/models/switch/console.ts';
import type { IosPlatform } from '../../lib/dialects/ios/tables/table-format.ts';
import type { SwitchState } from '../../lib/models/switch/state.ts';
import type { Wiring } from '../../lib/models/switch/wiring.ts';
import { readFromPipe, runAtTerminal } from '../console-session.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { contentFolder, shownPath } from '../../workspace/paths.ts';
import { readText } from '../../workspace/text-file.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import { choose, didYouMean } from '../choose.ts';
import { stderr, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { remarkText } from '../views/console.ts';

export const help = `npx labworks console --lab L [--device D] [--platform P] [--listen ADDRESS:PORT]
npx labworks console --platform P [--listen ADDRESS:PORT]

Sits at the prompt of a modelled switch, fresh from the factory. It answers as the switch would, as far as that is known; what no
switch says begins with [labworks]. Nothing of it is kept.

  --lab L        a lab of src/content/labs. A port that it lists or links is cabled, and its partner answers; no other is.
                 Without a lab every port is cabled and answered
  --device D     a switch of the lab (default: the only one it has)
  --platform P   ${iosPlatforms.join(', ')} (default: what the device is)

  --running FILE begins with that configuration (\`show running-config\`, with \`show vlan brief\` if it was asked) instead of the factory's

  ?              what may come next: after a blank with a word on each, behind letters the words that begin so
  Tab            completes a word                   Up, Down   earlier lines
  Ctrl-Z         leaves configuration, as \`end\`     Ctrl-C     gives the line up
  Ctrl-D, or exit at the EXEC prompt, ends the session

  --listen ADDRESS:PORT   serves the switch over SSH instead (127.0.0.1:2222), to several at one time: with a pager, with questions that
                          take what is typed next for their answer, and without remarks, which are printed here
  --user U, --password P  who may come in (default: admin, and a password that is made and printed)
  --enable-password P     sessions begin in user EXEC mode, and \`enable\` asks for it
  --beyond-loopback       the address may be one that others reach

Where the lines come from a pipe they are printed with their prompts; one that ends in ? asks for help and is not run.

Exit codes: 0 the session is over, 1 the lab does not hold, 2 it could not be opened.
`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      lab: { type: 'string' },
      device: { type: 'string' },
      platform: { type: 'string' },
      running: { type: 'string' },
      listen: { type: 'string' },
      user: { type: 'string' },
      password: { type: 'string' },
      'enable-password': { type: 'string' },
      'beyond-loopback': { type: 'boolean', default: false },
    },
  });
  if (values.listen === undefined) {
    const alone = (['user', 'password', 'enable-password', 'beyond-loopback'] as const).find(
      (name) => values[name] !== undefined && values[name] !== false,
    );
    if (alone !== undefined) throw new UsageError(`--${alone} needs --listen, where it is for.`);
  }
  const chosen =
    values.platform === undefined ? undefined : choose('--platform', values.platform, iosPlatforms);
  if (values.lab === undefined) {
    if (values.device !== undefined) throw new UsageError('--device needs --lab, the lab it belongs to.');
    if (chosen === undefined)
      throw new UsageError(
        `console needs --lab, or --platform for a switch of no lab: ${iosPlatforms.join(', ')}.`,
      );
    const state = readStart(values.running, chosen, 'Switch');
    const console = openConsole(chosen, state && { state });
    return await sit(console, allAnswer, `${platforms[chosen].title}, ${startOf(values.running)}`, values);
  }
  const lab = findLab(values.lab);
  if (!lab) return 1;
  const device = findSwitch(lab, values.device);
  const platform = chosen ?? iosPlatforms.find((id) => id === device.platform);
  if (platform === undefined)
    throw new UsageError(`${lab.id} does not say what ${device.name} is; say it with --platform.`);
  const state = readStart(values.running, platform, device.name) ?? startingState(platform);
  const console = openConsole(platform, { state, hostname: device.name });
  const what = `${device.name} of ${lab.title} (${platforms[platform].title}), ${startOf(values.running)}`;
  return await sit(console, wiringFor(cabledPorts(device, lab), state, true), what, values);
}

interface Reach {
  readonly listen?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly 'enable-password'?: string | undefined;
  readonly 'beyond-loopback': boolean;
}

async function sit(console: Console, wiring: Wiring, what: string, reach: Reach): Promise<number> {
  if (reach.listen !== undefined) {
    const { session, state } = console;
    const { platform, hostname } = session;
    const device = {
      platform,
      hostname,
      wiring,
      state: namedSwitch(state, hostname),
      enablePassword: reach['enable-password'],
    };
    stdout.print(`${remarkText({ severity: 'info', message: `${what}.` }, stdout.painter)}\n`);
    const { listen: address, user, password } = reach;
    const { listen } = await import('../ssh/listen.ts');
    const beyondLoopback = reach['beyond-loopback'];
    return await listen(device, { listen: address, user, password, beyondLoopback });
  }
  const { stdin: input, stdout: output } = process;
  const { painter } = stdout;
  const message = `${what}. ? tells what may come next, Tab completes, Ctrl-D ends.`;
  stdout.print(`${remarkText({ severity: 'info', message }, painter)}\n`);
  const session = { console, wiring, painter, input, output };
  await (input.isTTY && output.isTTY ? runAtTerminal(session) : readFromPipe(session));
  return 0;
}

/** A switch as somebody has written it down; undefined where nobody has. */
function readStart(path: string | undefined, platform: IosPlatform, name: string): SwitchState | undefined {
  if (path === undefined) return undefined;
  const read = readText(path);
  if ('problem' in read) throw new UsageError(`${shownPath(path)} cannot be read: ${read.problem}.`);
  return readCapture(read.text, switchProfiles[platform], name).console.state;
}

function startOf(path: string | undefined): string {
  return path === undefined ? 'as the factory left it' : `as ${shownPath(path)} has it`;
}

/** Who comes in by SSH came by its name: it is configured, and saved with all else. */
function namedSwitch(state: SwitchState, hostname: string): SwitchState {
  const running = { ...state.running, hostname: state.running.hostname ?? hostname };
  return { ...state, running, startup: running };
}

/** Undefined where the lab is there and does not hold; what is wrong with it has been reported. */
function findLab(id: string): Lab | undefined {
  const engine = createEngine({ catalogue: loadCatalogue() });
  const { labs, brokenLabs } = openWorkspace([contentFolder], engine, (path) => {
    const read = readText(path);
    return 'problem' in read ? undefined : read.text;
  });
  const lab = labs.get(id);
  if (lab) return lab;
  const broken = brokenLabs.get(id);
  if (broken) {
    const sources = new Map([[broken.file.path, broken.file]]);
    stderr.print(toPretty(broken.diagnostics, sources, stderr.painter));
    return undefined;
  }
  const known = [...labs.keys(), ...brokenLabs.keys()];
  throw new UsageError(`there is no lab “${id}”. ${meantOr(id, known, 'There are')}`);
}

function findSwitch({ id, devices }: Lab, name: string | undefined): LabDevice {
  const switches = devices.filter((device) => deviceClasses[device.class].hasConsole);
  const names = switches.map((device) => device.name);
  const listed = names.length > 0 ? `Its switches: ${names.join(', ')}.` : 'It has no switch.';
  if (name === undefined) {
    const [only, ...more] = switches;
    if (only && more.length === 0) return only;
    throw new UsageError(`say with --device which switch of ${id} is meant. ${listed}`);
  }
  const device = devices.find((candidate) => candidate.name === name);
  if (!device) throw new UsageError(`${id} has no device “${name}”. ${meantOr(name, names, 'Its switches')}`);
  if (!deviceClasses[device.class].hasConsole)
    throw new UsageError(`${name} is no switch: in ${id} it is a ${device.class}. ${listed}`);
  return device;
}

function meantOr(word: string, known: readonly string[], title: string): string {
  return didYouMean(word, known) ?? `${title}: ${known.join(', ') || 'none'}.`;
}
