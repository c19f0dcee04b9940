import { existsSync, readFileSync, readdirSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { LabDevice } from '../../src/lib/lab/lab.ts';
import type { Normal } from './normal.ts';
import { differences, normalOf } from './normal.ts';
import type { Pwsh } from './pwsh.ts';
import type { Machine, Run } from './run-script.ts';
import { createMachine } from './run-script.ts';
import type { Hold, Move, Reference, Scenario } from './scenarios.ts';
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
  readonly platforms: Reference['platforms'];
}

export interface Outcome {
  readonly id: string;
  /** Processes that were run. */
  readonly runs: number;
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
  pwsh: Pwsh,
  subject: Subject,
  folder: string,
): Promise<{ readonly reference?: Reference; readonly outcome: Outcome }> {
  const start = machineOf(subject.device, subject.platform, subject.untouched);
  const { outcome, worlds, runs } = await play(pwsh, subject, straight, folder, undefined, start);
  const at = (mode: string) =>
    runs.findIndex(({ move }) => move.run === mode && !move.args && move.holds?.[0] !== 'nothing changed');
  const applied = runs[at('Apply')];
  const undone = runs[at('Undo')];
  if (outcome.faults.length > 0 || !applied || !undone) return { outcome };
  const final = worlds[at('Apply')]!;
  const done = (run: Run) =>
    run.calls.filter((call) => call.outcome === 'done').map(({ command }) => command);
  const members = new Set(
    final.teams
      .flatMap((team) => team.members)
      .concat(final.switches.flatMap((one) => one['adapters'] as string[])),
  );
  const reference: Reference = {
    start,
    final,
    changes: done(applied.run),
    undone: done(undone.run),
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
  pwsh: Pwsh,
  subject: Subject,
  scenario: Scenario,
  folder: string,
  reference: Reference,
): Promise<Outcome> {
  const platform = scenario.platform ?? subject.platform;
  const start = machineOf(subject.device, platform, subject.untouched);
  scenario.start?.(start);
  return (await play(pwsh, { ...subject, platform }, scenario, folder, reference, start)).outcome;
}

async function play(
  pwsh: Pwsh,
  subject: Subject,
  scenario: Scenario,
  folder: string,
  reference: Reference | undefined,
  start: World,
) {
  const machine = createMachine(pwsh, subject.platform, folder, start);
  const first = normalOf(start);
  const kept = join(folder, 'ProgramData');
  const faults: string[] = [];
  const worlds: World[] = [];
  const runs: { readonly move: Move; readonly run: Run }[] = [];
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
    const args = [`-${move.run}`, '-OutFile', out, '-Confirm:$false', ...(move.args ?? [])];
    const run = move.byTask
      ? await machine.run(taskOf(kept), [])
      : await machine.run(subject.script, args, move.faults);
    runs.push({ move, run });
    worlds.push(run.world);
    const after = normalOf(run.world);
    const result = existsSync(out) ? (JSON.parse(readFileSync(out, 'utf8')) as Result) : undefined;
    const wrong: string[] = [];
    if (!move.codes.includes(run.code as 0))
      wrong.push(`exit code ${run.code}, not ${move.codes.join(' or ')}`);
    for (const one of foreign(first, before, after)) wrong.push(`foreign: ${one}`);
    if (result && result.exitCode !== run.code)
      wrong.push(`the result says ${result.exitCode}, the process ${run.code}`);
    if (move.run === 'Plan') planned = result;
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
          return differences(first, after);
        case 'as planned':
          // Whatever else was there from the beginning is no part of the plan.
          return goal ? missing(goal, after) : [];
        case 'told':
          return run.code === 0 && goal ? missing(goal, after) : [];
      }
    }
  }
  return { outcome: { id: scenario.id, runs: runs.length, faults }, worlds, runs };
}

/** What is planned and not so, and what is there twice. */
function missing(goal: Normal, now: Normal): string[] {
  return differences(goal, now).filter(
    (line) => !/^\+ (?:adapter (?:Spare|Foreign)|team Foreign)/.test(line),
  );
}

/** What was there at the start under a foreign name, and is not as it was. */
function foreign(first: Normal, before: Normal, after: Normal): string[] {
  return Object.keys(first)
    .filter(
      (key) => /Foreign|10\.9\.8\.7|^(?:features|machines|host)$/.test(key) && before[key] !== undefined,
    )
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => `${key} is no longer what it was`);
}

/** What apply made is what the plan said, by name. */
function againstPlan({ resources }: Result, before: Normal, after: Normal): string[] {
  const changed = differences(before, after).map((line) => line.replace(/^[-+~] /, ''));
  const open = resources.filter(({ state }) => state !== 'planned').map(({ name }) => name.toLowerCase());
  // A setting is named by what it is a setting of, too.
  const unseen = open.filter(
    (name) => !changed.some((line) => name.split(' of ').every((part) => line.toLowerCase().includes(part))),
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
