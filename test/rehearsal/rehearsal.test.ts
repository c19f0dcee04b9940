import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pwsh } from './pwsh.ts';
import { canRehearse, findPwsh, pwshVersion } from './pwsh.ts';
import { readRecords } from './records.ts';
import { referenceOf, rehearse, rehearseTwice } from './rehearse.ts';
import type { Residents } from './resident.ts';
import { createResidents } from './resident.ts';
import type { Reference } from './scenario.ts';
import { scenariosOf } from './scenarios.ts';
import { fixtureScripts, subjectOf } from './subjects.ts';

const [bundled] = fixtureScripts();
/** A few of all that `npm run rehearse` plays: some minutes of processes are too long for a test. */
const sample = ['missing card', 'wrong machine'];
/** Played in processes of their own and in runspaces. */
const inBothWays = 'killed-after at 2 New-VMSwitch';

if (!canRehearse())
  console.warn(
    `Host scripts are not rehearsed here: that needs a .NET SDK 10 on Linux or macOS. The records of ${recordedOn()} stand in.`,
  );

describe('the records of rehearsals', () => {
  it('are of this version of PowerShell, and of scripts of which nothing failed', () => {
    for (const set of ['fixture', 'content'] as const)
      for (const rehearsal of Object.values(readRecords(set))) {
        expect(rehearsal.powershell).toBe(pwshVersion);
        expect(rehearsal.scenarios).toBeLessThanOrEqual(rehearsal.of);
      }
  });

  it('are made from a script that the fixture has', () => {
    expect(bundled?.text).toContain('New-NetLbfoTeam');
  });
});

describe.runIf(canRehearse())('a host script, run in PowerShell against stand-ins for Windows', () => {
  let pwsh: Pwsh;
  let reference: Reference | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'labworks-rehearsal-'));
  let residents: Residents;
  beforeAll(() => {
    pwsh = findPwsh();
    residents = createResidents(pwsh, 1);
  }, 300_000);
  afterAll(() => {
    residents.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const subject = () => subjectOf(bundled!, join(folder, 'script'));

  it('plans, applies, verifies and takes back from a clean start, and says so by its codes', async () => {
    const played = await referenceOf({ pwsh }, subject(), join(folder, 'clean'));
    reference = played.reference;
    expect(played.outcome.faults).toEqual([]);
  }, 300_000);

  it.each(sample)(
    'holds from there: %s',
    async (wanted) => {
      const scenario = scenariosOf(reference!).find(({ id }) => id === wanted);
      const outcome = await rehearse({ pwsh }, subject(), scenario!, join(folder, wanted), reference!);
      expect(outcome.faults).toEqual([]);
    },
    300_000,
  );

  it('comes to the same in a runspace as in a process of its own, where it is killed, too', async () => {
    const scenario = scenariosOf(reference!).find(({ id }) => id === inBothWays)!;
    const stage = { pwsh, residents };
    const outcome = await rehearseTwice(stage, subject(), scenario, join(folder, 'both'), reference!);
    expect(outcome).toEqual({ id: inBothWays, processes: 3, runspaces: 3, faults: [] });
  }, 300_000);
});

function recordedOn(): string {
  const dates = (['fixture', 'content'] as const).flatMap((set) =>
    Object.values(readRecords(set)).map(({ date }) => date),
  );
  return dates.sort().at(-1) ?? 'nobody';
}
