import { describe, expect, it } from 'vitest';
import type { ReleaseContent, ReleaseRun } from '../../../../src/lib/ledger/releases/decide-version.ts';
import { decideVersion, largest, nextVersion } from '../../../../src/lib/ledger/releases/decide-version.ts';

const run = (step: string, text: string, rest: Partial<ReleaseRun> = {}): ReleaseRun => ({
  step,
  device: 'hv1',
  role: 'apply',
  text,
  ...rest,
});

const content = (runs: readonly ReleaseRun[], rest: Partial<ReleaseContent> = {}): ReleaseContent => ({
  steps: ['2:1', '2:2'],
  devices: [...new Set(runs.map(({ device }) => device))],
  platforms: ['Windows Server 2012 R2'],
  runs,
  ...rest,
});

const before = content([
  run('2:1', 'New-Team'),
  run('2:1', 'Set-Team'),
  run('2:1', 'Get-Team', { role: 'verify' }),
  run('2:2', 'New-Switch'),
  run('2:2', 'Remove-Switch', { role: 'undo' }),
  run('2:2', 'reload', { role: 'by hand' }),
]);
const changed = (change: (runs: ReleaseRun[]) => void, rest: Partial<ReleaseContent> = {}) => {
  const runs = [...before.runs];
  change(runs);
  const { bump, reasons } = decideVersion(before, { ...content(runs), devices: ['hv1'], ...rest });
  return [bump, ...reasons.map((reason) => `${reason.bump}: ${reason.text}`)];
};

describe('the version of the next release', () => {
  it('is a patch where the commands are the same', () => {
    expect(changed(() => undefined)).toEqual(['patch']);
  });

  it.each<[string, (runs: ReleaseRun[]) => void, string]>([
    [
      'changed',
      (runs) => (runs[0] = run('2:1', 'New-Team -Lacp')),
      'Step 2:1 changes what its apply script runs on hv1.',
    ],
    ['removed', (runs) => runs.splice(1, 1), 'Step 2:1 changes what its apply script runs on hv1.'],
    [
      'added',
      (runs) => runs.splice(1, 0, run('2:1', 'Rename')),
      'Step 2:1 changes what its apply script runs on hv1.',
    ],
    [
      'in another order',
      (runs) => runs.splice(0, 2, runs[1]!, runs[0]!),
      'Step 2:1 changes what its apply script runs on hv1.',
    ],
    [
      'left to the hand otherwise',
      (runs) => (runs[5] = run('2:2', 'restart', { role: 'by hand' })),
      'Step 2:2 changes what is done by hand on hv1.',
    ],
    [
      'in a changed undo',
      (runs) => (runs[4] = run('2:2', 'Remove-All', { role: 'undo' })),
      'Step 2:2 changes what its undo script runs on hv1.',
    ],
    [
      'in a verify that is gone',
      (runs) => runs.splice(2, 1),
      'Step 2:1 changes what its verify script runs on hv1.',
    ],
  ])('is a major one where commands of a step are %s', (_what, change, text) => {
    expect(changed(change)).toEqual(['major', `major: ${text}`]);
  });

  it('is a major one where the same command is moved into another step', () => {
    expect(changed((runs) => (runs[1] = run('2:2', 'Set-Team')))).toEqual([
      'major',
      'major: Step 2:1 changes what its apply script runs on hv1.',
      'major: Step 2:2 changes what its apply script runs on hv1.',
    ]);
  });

  it('is a minor one where there is more to look at, or to go back by', () => {
    expect(changed((runs) => runs.push(run('2:1', 'Get-Nic', { role: 'verify' })))).toEqual([
      'minor',
      'minor: Step 2:1 has more to verify on hv1.',
    ]);
    expect(changed((runs) => runs.unshift(run('2:1', 'Remove-Team', { role: 'undo' })))[0]).toBe('minor');
  });

  it('is a minor one where steps or devices came, and a major one where they went', () => {
    const grown = changed((runs) => runs.push(run('2:3', 'Add-Nic')), { steps: ['2:1', '2:2', '2:3'] });
    expect(grown).toEqual(['minor', 'minor: Step 2:3 is new.']);
    const devices = ['hv1', 'hv2'];
    const wider = changed((runs) => runs.push(run('2:1', 'New-Team', { device: 'hv2' })), { devices });
    expect(wider).toEqual([
      'minor',
      'minor: Step 2:1 is also for hv2 now.',
      'minor: It is also written for hv2 now.',
    ]);
    expect(changed((runs) => runs.splice(3), { steps: ['2:1'] })).toEqual([
      'major',
      'major: Step 2:2 is gone.',
    ]);
    expect(changed(() => undefined, { devices: [] })).toEqual([
      'major',
      'major: It is no longer written for hv1.',
    ]);
  });

  it('is a major one where it no longer says that it fits a platform, and a minor one where it fits more', () => {
    const platforms = ['Windows Server 2012 R2', 'Windows Server 2016'];
    expect(changed(() => undefined, { platforms })[0]).toBe('minor');
    expect(changed(() => undefined, { platforms: [] })).toEqual([
      'major',
      'major: It no longer says that it fits Windows Server 2012 R2.',
    ]);
  });

  it('sees commands before the first step as well', () => {
    const early = content([run('', 'Get-Date'), ...before.runs]);
    expect(decideVersion(early, before).bump).toBe('major');
    expect(decideVersion(early, early).reasons).toEqual([]);
  });

  it('tells which commands went and came', () => {
    const [reason] = decideVersion(
      before,
      content([run('2:1', 'New-Team'), run('2:1', 'Set-Nic'), ...before.runs.slice(2)]),
    ).reasons;
    expect(reason).toMatchObject({ step: '2:1', removed: ['Set-Team'], added: ['Set-Nic'] });
  });

  it('counts on from the one before', () => {
    expect([
      nextVersion('1.2.3', 'patch'),
      nextVersion('1.2.3', 'minor'),
      nextVersion('1.2.3', 'major'),
    ]).toEqual(['1.2.4', '1.3.0', '2.0.0']);
    expect(nextVersion('1.9.9', 'patch')).toBe('1.9.10');
    expect([largest(['patch', 'major', 'minor']), largest([])]).toEqual(['major', 'patch']);
  });
});
