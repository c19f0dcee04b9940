import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { LabDevice } from '../../src/lib/lab/lab.ts';
import type { Normal } from './normal.ts';
import { differences, normalOf } from './normal.ts';
import type { Pwsh } from './pwsh.ts';
import type { Residents } from './resident.ts';
import type { Machine, Run, Way } from './run-script.ts';
import { createMachine } from './run-script.ts';
import type { Change, Hold, Move, Reference, Scenario } from './scenario.ts';
import { straight } from './scenarios.ts';
import type { World } from './world.ts';
import { machineOf } from './world.ts';

/** A host script on disk, and the machine that it is for. */
export interface Subject {
  readonly script: string;
  readonly device: LabDevice;
  readonly platform: PowerShellPlatform;
  /** A card that the guide leaves alone. */
  readonly untouched?: string | undefined;
  /** Roles and features that the guide installs: undo leaves them, and says why. */
  readonly installs: readonly string[];
  /** What is said in each run. */
  readonly args: readonly string[];
  readonly platforms: Reference['platforms'];
}

/** What scripts are run by. */
export interface Stage {
  readonly pwsh: Pwsh;
  /** Without it each run is a process of its own. */
  readonly residents?: Residents | undefined;
  /** First runs of scenarios that begin alike: each is run once. */
  readonly openings?: Openings | undefined;
}

interface Openings {
  /** Of what they left; outlives the folder of the scenario that was played first. */
  readonly folder: string;
  /** By what is run. */
  readonly known: Map<string, Promise<Opening>>;
}

/** A run that others begin with, and the folder that it left. */
interface Opening {
  readonly run: Run;
  readonly folder: string;
}

export interface Outcome {
  readonly id: string;
  /** Runs in processes of their own. */
  readonly processes: number;
  /** Runs in runspaces. */
  readonly runspaces: number;
  /** What did not hold, with what the script said; empty where all did. */
  readonly faults: readonly string[];
}

/** The result that a script writes with `-OutFile`. */
interface Result {
  readonly exitCode: number;
  readonly resources: readonly { readonly kind: string; readonly name: string; readonly state: string }[];
}

/** Runs a script from a clean start and back; undefined where even that does not hold, with the reasons. */
export async function referenceOf(
  stage: Stage,
  subject: Subject,
  folder: string,
): Promise<{ readonly reference?: Reference; readonly outcome: Outcome }> {
  const start = machineOf(subject.device, subject.platform, subject.untouched, subject.installs);
  const { outcome, worlds, runs } = await play(stage, subject, straight, folder, undefined, start);
  const at = (mode: string) =>
    runs.findIndex(({ move }) => move.run === mode && !move.args && move.holds?.[0] !== 'nothing changed');
  const applied = runs[at('Apply')];
  const undone = runs[at('Undo')];
  if (outcome.faults.length > 0 || !applied || !undone) return { outcome };
  const final = worlds[at('Apply')]!;
  const done = (parts: readonly Run[]) =>
    parts.flatMap((run, part) =>
      run.calls
        .filter((call) => call.outcome === 'done' && call.command !== 'Restart-Computer')
        .map(({ command }, at): Change => ({ command, part, at: at + 1 })),
    );
  const members = new Set(
    final.teams
      .flatMap((team) => team.members)
      .concat(final.switches.flatMap((one) => one['adapters'] as string[])),
  );
  const reference: Reference = {
    start,
    final,
    changes: done(applied.parts),
    undone: done(undone.parts),
    looks: looksOf(readFileSync(subject.script, 'utf8')),
    cards: start.adapters.filter(({ id }) => members.has(id)).map(({ name }) => name),
    addresses: final.addresses
      .filter(
        ({ origin, address }) =>
          origin === 'Manual' && !start.addresses.some((one) => one.address === address),
      )
      .map(({ address }) => address),
    platforms: subject.platforms,
  };
  return { reference, outcome };
}

/** The commands by which a script looks at what is modelled here. */
function looksOf(text: string): string[] {
  const own = text.slice(text.indexOf('function '));
  const names =
    own.match(
      /\bGet-(?:NetAdapter|NetLbfoTeam|NetLbfoTeamMember|VMSwitch|VMNetworkAdapter|VMNetworkAdapterVlan|NetIPAddress|CimInstance)\b/g,
    ) ?? [];
  return [...new Set(names)].sort();
}

/** Plays a scenario and says what did not hold. */
export async function rehearse(
  stage: Stage,
  subject: Subject,
  scenario: Scenario,
  folder: string,
  reference: Reference,
): Promise<Outcome> {
  return (await playFrom(stage, subject, scenario, folder, reference)).outcome;
}

/** Plays a scenario in both ways, and says as well what was not the same in them. */
export async function rehearseTwice(
  stage: Stage,
  subject: Subject,
  scenario: Scenario,
  folder: string,
  reference: Reference,
): Promise<Outcome> {
  const [first, second] = [join(folder, 'processes'), join(folder, 'runspaces')];
  const own = await playFrom({ pwsh: stage.pwsh }, subject, scenario, first, reference);
  const shared = await playFrom(stage, subject, scenario, second, reference);
  const faults = own.runs.flatMap(({ run: one }, at) => {
    const played = shared.runs[at]?.run;
    // Errors name files of the machine, and each way has a machine of its own.
    const other = played && { ...played, output: played.output.replaceAll(second, first) };
    return other ? unlike(one, other).map((what) => `${at + 1}. not the same in both ways: ${what}`) : [];
  });
  return {
    id: scenario.id,
    processes: own.outcome.processes,
    runspaces: shared.outcome.runspaces,
    faults: [...own.outcome.faults, ...shared.outcome.faults, ...faults],
  };
}

/** What a process and a runspace came to, and what they said. */
function unlike(one: Run, other: Run): string[] {
  const calls = (run: Run) => run.calls.map((call) => JSON.stringify(call, keysOf(call))).join('\n');
  return [
    ...(one.code === other.code ? [] : [`code ${one.code} and ${other.code}`]),
    ...(calls(one) === calls(other) ? [] : ['the commands that changed something']),
    ...(said(one) === said(other) ? [] : [`the output:\n${said(one)}\n--- and\n${said(other)}`]),
    ...differences(normalOf(one.world), normalOf(other.world)),
  ];
}

/** Lines of the guide's own tables are cut where the screen ends; what is told of the clock depends on when it was. */
function said(run: Run): string {
  return run.output
    .replace(/\r\n/g, '\n')
    .replace(/\b\d{4}-\d\d-\d\d \d\d:\d\d\b/g, '(a time)')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

function keysOf(call: Run['calls'][number]): string[] {
  return [...Object.keys(call), ...Object.keys(call.with)].sort();
}

async function playFrom(
  stage: Stage,
  subject: Subject,
  scenario: Scenario,
  folder: string,
  reference: Reference,
) {
  const platform = scenario.platform ?? subject.platform;
  const start = machineOf(subject.device, platform, subject.untouched, subject.installs);
  scenario.start?.(start);
  return play(stage, { ...subject, platform }, scenario, folder, reference, start);
}

async function play(
  stage: Stage,
  subject: Subject,
  scenario: Scenario,
  folder: string,
  reference: Reference | undefined,
  start: World,
) {
  const way: Way = stage.residents ? 'runspace' : 'process';
  const machine = createMachine(stage.pwsh, subject.platform, folder, start, stage.residents);
  let shared = 0;
  const first = normalOf(start);
  const kept = join(folder, 'ProgramData');
  const faults: string[] = [];
  const worlds: World[] = [];
  const runs: { readonly move: Move; readonly run: Run; readonly parts: readonly Run[] }[] = [];
  let planned: Result | undefined;
  for (const move of scenario.moves) {
    if ('happens' in move) {
      const world = machine.read();
      move.happens(world);
      machine.write(world);
      mendDisk(kept);
      continue;
    }
    if ('forgets' in move) {
      for (const name of readdirSync(kept)) rmSync(join(kept, name), { recursive: true });
      continue;
    }
    const out = join(folder, `result-${runs.length}.json`);
    const before = normalOf(machine.read());
    const filesBefore = listed(kept);
    const args = [`-${move.run}`, '-OutFile', out, '-Confirm:$false', ...subject.args, ...(move.args ?? [])];
    // What hangs is ended by its own process, and that with it.
    const own = move.faults?.some(({ kind }) => kind === 'hangs') ? 'process' : way;
    const act = () =>
      move.byTask
        ? machine.run(taskOf(kept), [], [], way)
        : machine.run(subject.script, args, move.faults, own);
    const opens = runs.length === 0 && !scenario.start && !scenario.platform && scenario.moves[0] === move;
    let run: Run & { readonly shared?: boolean } = await (opens && stage.openings
      ? open(stage.openings, move, folder, act)
      : act());
    if (run.shared) shared++;
    // A run that ends in a restart is begun again, as the script says.
    const parts = [run];
    while (again(move, run)) {
      run = await machine.run(subject.script, args, [], way);
      parts.push(run);
    }
    runs.push({ move, run, parts });
    worlds.push(run.world);
    const after = normalOf(run.world);
    const result = existsSync(out) ? (JSON.parse(readFileSync(out, 'utf8')) as Result) : undefined;
    const wrong: string[] = [];
    const goesDown = run.code === 2 && run.world.computer.goingDown;
    if (!move.codes.includes(run.code as 0) && !goesDown)
      wrong.push(`exit code ${run.code}, not ${move.codes.join(' or ')}`);
    for (const one of foreign(first, before, after, subject)) wrong.push(`foreign: ${one}`);
    if (result && result.exitCode !== run.code)
      wrong.push(`the result says ${result.exitCode}, the process ${run.code}`);
    // One that failed has planned nothing.
    if (move.run === 'Plan' && !move.faults) planned = result;
    for (const hold of move.holds ?? []) for (const one of held(hold)) wrong.push(`${hold}: ${one}`);
    if (move.args?.includes('-WhatIf') && listed(kept) !== filesBefore) wrong.push('-WhatIf wrote files');
    if (planned && move.run === 'Apply' && !move.args && !move.faults && run.code === 0)
      for (const one of againstPlan(planned, before, after)) wrong.push(`plan: ${one}`);
    if (wrong.length > 0)
      faults.push(`${runs.length}. ${move.run}: ${wrong.join('; ')}\n${run.output.slice(-1500)}`);
    if (wrong.length > 0) break;

    function held(hold: Hold): string[] {
      const goal = reference && normalOf(reference.final);
      switch (hold) {
        case 'nothing changed':
          return [
            ...run.calls
              .filter(({ outcome }) => outcome === 'done')
              .map(({ command }) => `${command} was run`),
            ...differences(before, after),
          ];
        case 'as at the start':
          return differences(first, after).filter((line) => !stays(subject, line));
        case 'stopped': {
          const failed = run.calls.findIndex(({ outcome }) => outcome === 'failed');
          if (failed < 0) return run.code === 1 || run.code === 3 ? ['it failed, and no look of it'] : [];
          const more = run.calls.slice(failed + 1).filter(({ outcome }) => outcome === 'done');
          return [
            ...more.map(({ command }) => `${command} was run after a look had failed`),
            ...(run.code === 1 || run.code === 3 ? [] : ['a look failed, and the code does not say so']),
          ];
        }
        case 'as planned':
          // Whatever else was there from the beginning is no part of the plan.
          return goal ? missing(goal, after) : [];
        case 'told':
          return run.code === 0 && goal ? missing(goal, after) : [];
      }
    }
  }
  const ways = runs.flatMap(({ parts }) => parts).map((run) => run.way);
  const processes = ways.filter((one) => one === 'process').length;
  const counts = { processes, runspaces: ways.length - processes - shared };
  return { outcome: { id: scenario.id, ...counts, faults }, worlds, runs };
}

/** A run from the device's own start: what another scenario has begun with already is taken as that left it. */
async function open(
  { folder: all, known }: Openings,
  move: Move,
  folder: string,
  act: () => Promise<Run>,
): Promise<Run & { readonly shared?: boolean }> {
  const key = JSON.stringify([move.run, move.args, move.faults]);
  const earlier = known.get(key);
  if (!earlier) {
    const kept = join(all, String(known.size));
    const opening = act().then((run) => {
      cpSync(folder, kept, { recursive: true, verbatimSymlinks: true });
      return { run, folder: kept };
    });
    known.set(key, opening);
    return (await opening).run;
  }
  const { run, folder: kept } = await earlier;
  rmSync(folder, { recursive: true });
  cpSync(kept, folder, { recursive: true, verbatimSymlinks: true });
  return { ...run, shared: true };
}

/** What is planned and not so, and what is there twice. */
function missing(goal: Normal, now: Normal): string[] {
  return differences(goal, now).filter(
    (line) => !/^\+ (?:adapter (?:Spare|Foreign)|team Foreign)/.test(line),
  );
}

/** Whether a run came to a restart, and nothing else. */
function again(move: Move, run: Run): boolean {
  return (
    move.run === 'Apply' &&
    !move.faults &&
    !move.once &&
    !move.args?.includes('-WhatIf') &&
    run.code === 2 &&
    run.world.computer.goingDown
  );
}

/** What undo may leave of roles and features: some, which the script names, and a restart that waits. */
function stays({ installs }: Subject, line: string): boolean {
  return installs.length > 0 && /^[-+~] (?:features|computer)/.test(line);
}

/** What was there at the start under a foreign name, and is not as it was. */
function foreign(first: Normal, before: Normal, after: Normal, { installs }: Subject): string[] {
  return Object.keys(first)
    .filter(
      (key) => /Foreign|10\.9\.8\.7|^(?:features|machines|host)$/.test(key) && before[key] !== undefined,
    )
    .filter((key) => key !== 'features' || installs.length === 0)
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => `${key} is no longer what it was`);
}

/** What apply made is what the plan said, by name. */
function againstPlan({ resources }: Result, before: Normal, after: Normal): string[] {
  const changed = differences(before, after).map((line) => line.replace(/^[-+~] /, ''));
  const open = resources.filter(({ state }) => state !== 'planned').map(({ name }) => name.toLowerCase());
  // A setting is named by what it is a setting of, too.
  const unseen = open.filter(
    (name) =>
      name !== 'of this host' &&
      !changed.some((line) => name.split(/ of | from /).every((part) => line.toLowerCase().includes(part))),
  );
  const unplanned = changed.filter(
    (line) =>
      /^(?:team|switch|host adapter|address|route) /.test(line) &&
      !open.some((name) => line.toLowerCase().includes(name)),
  );
  return [
    ...unseen.map((name) => `${name} was planned and not made`),
    ...unplanned.map((line) => `${line} was not planned`),
  ];
}

/** What the scheduled task runs. */
function taskOf(kept: string): string {
  const name = readdirSync(kept, { recursive: true }).find((path) => String(path).endsWith('Revert.ps1'));
  return join(kept, String(name));
}

function listed(folder: string): string {
  return readdirSync(folder, { recursive: true }).join('\n');
}

/** The disk has space again, and what was written before is there. */
function mendDisk(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.kept')) continue;
    const whole = join(folder, name);
    unlinkSync(whole.slice(0, -5));
    renameSync(whole, whole.slice(0, -5));
  }
}

export type { Machine };
