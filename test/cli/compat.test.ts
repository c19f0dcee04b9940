import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Compatibility } from '../../src/lib/check/compatibility.ts';
import { labworks as runLabworks, workshopProject } from './run-cli.ts';

const project = workshopProject();
afterAll(() => rmSync(project, { recursive: true, force: true }));
const labworks = (args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) =>
  runLabworks(args, input, project, env, project);

interface Report extends Omit<Compatibility, 'notes'> {
  readonly version: number;
  readonly labwork: number;
  readonly notes: readonly {
    readonly number: number;
    readonly step: string;
    readonly rule: string | null;
    readonly hint: string | null;
    readonly file: string;
    readonly line: number;
    readonly docs: string | null;
  }[];
}

describe('labworks compat', () => {
  it('shows every step of a labwork against every Windows Server', () => {
    const { out, code } = labworks(['compat', '2']);
    expect(code).toBe(0);
    const [head, ...lines] = out.split('\n');
    expect(head!.split(/\s{2,}/)).toEqual(['Step', '2012', '2012 R2*', '2016', '2019', '2022', '2025']);
    for (let step = 1; step <= 8; step++) expect(lines[step - 1]).toMatch(new RegExp(`^2:${step} `));
    expect(out).toContain('Not part of this: what runs on Catalyst 2960-S.');
  });

  it('gives the same to programs, with the place of every note', () => {
    const { out, code } = labworks(['compat', '2', '--format', 'json']);
    expect(code).toBe(0);
    const report = JSON.parse(out) as Report;
    expect(report).toMatchObject({ version: 1, labwork: 2, writtenFor: ['windows-server-2012-r2'] });
    expect(report.platforms).toHaveLength(6);
    const teaming = report.steps.find(({ step }) => step === '2:3')!;
    // Dynamic load balancing came with 2012 R2.
    expect(teaming.cells[0]).toMatchObject({ platform: 'windows-server-2012', verdict: 'error' });
    const [number] = teaming.cells[0]!.notes;
    expect(report.notes.find((note) => note.number === number)).toMatchObject({
      step: '2:3',
      rule: 'powershell/bad-enum',
      file: 'src/content/labworks/converged-switching-part-1.mdx',
      docs: expect.stringMatching(/\/rules\/powershell\/bad-enum\/$/) as string,
    });
    // Teams are refused under a virtual switch from 2022 on, and Switch Embedded Teaming is what to do instead.
    const fabric = report.steps.find(({ step }) => step === '2:6')!;
    expect(fabric.cells.map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'ok', 'ok', 'error', 'error']);
    for (const { notes } of fabric.cells.slice(4)) {
      const hints = notes.map((one) => report.notes.find((note) => note.number === one)!.hint);
      expect(hints.join(' ')).toContain('Switch Embedded Teaming');
    }
    const own = report.steps.flatMap(({ cells }) =>
      cells.filter(({ platform }) => platform === 'windows-server-2012-r2'),
    );
    expect(own.length).toBeGreaterThan(3);
    expect(own.filter(({ verdict }) => verdict === 'error')).toEqual([]);
  });

  it('says what it cannot do', () => {
    expect(labworks(['compat'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/labworks compat 2/) as string,
    });
    expect(labworks(['compat', '999']).err).toMatch(/there is no labwork 999; there are: .*2/);
    expect(labworks(['compat', '2', '--format', 'sarif']).err).toMatch(
      /--format cannot be “sarif”. It is one of pretty, json/,
    );
  });
});
