import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { versionsOf } from '../../../../src/lib/dialects/powershell/catalogue/versions.ts';
import { catalogueFolder, readCatalogue } from './powershell.ts';

describe('the catalogue', () => {
  const source = readCatalogue();
  const catalogue = createCatalogue(source);

  it('is small, and says where it comes from', () => {
    const modules = readdirSync(join(catalogueFolder, 'modules'));
    const size = [
      join(catalogueFolder, 'index.json'),
      ...modules.map((file) => join(catalogueFolder, 'modules', file)),
    ]
      .map((file) => statSync(file).size)
      .reduce((sum, one) => sum + one, 0);
    expect(size).toBeLessThan(1_500_000);
    expect(source.index.notice.join(' ')).toMatch(/CC BY 4\.0.*MIT/);
    expect(source.index.inputDigest).toMatch(/^[\da-f]{64}$/);
    expect(modules.map((file) => file.replace('.json', '')).sort()).toEqual(
      Object.keys(source.index.modules).sort(),
    );
  });

  it('is what its build script made, and changed by nobody since', () => {
    const digest = createHash('sha256');
    for (const name of Object.keys(source.index.modules)) {
      const text = readFileSync(join(catalogueFolder, 'modules', `${name}.json`), 'utf8');
      digest.update(name).update('\0').update(text).update('\0');
    }
    expect(digest.digest('hex')).toBe(source.index.modulesDigest);
  });

  // The facts that the catalogue is made from are not part of the project: where they are, they are named by POWERSHELL_FACTS.
  const facts = process.env.POWERSHELL_FACTS;
  it.skipIf(facts === undefined)('is, byte for byte, what its build script makes of the facts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'powershell-catalogue-'));
    try {
      const script = resolve(import.meta.dirname, '../../../../tools/build-powershell-catalogue.ts');
      const { status, stderr } = spawnSync(process.execPath, [script, '--facts', facts!, '--out', folder], {
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      const files = (root: string) =>
        readdirSync(root, { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.json'))
          .sort()
          .map((path) => [path, readFileSync(join(root, path), 'utf8')]);
      expect(files(folder)).toEqual(files(catalogueFolder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('opens a module only when one of its commands is asked for', () => {
    const opened: string[] = [];
    const fresh = createCatalogue(readCatalogue(opened));
    expect(fresh.find('get-vm')[0]).toMatchObject({ name: 'Get-VM', module: 'Hyper-V' });
    expect(opened).toEqual([]);
    fresh.command('Get-VM', 'windows-server-2012-r2');
    fresh.command('New-VM', 'windows-server-2012-r2');
    expect(opened).toEqual(['Hyper-V']);
  });

  it('knows a command as it is on each version', () => {
    const of = (platform: Parameters<typeof catalogue.command>[1]) =>
      catalogue.command('new-vmswitch', platform)!;
    expect(of('windows-server-2012').parameters.get('netadaptername')!.type).toBe('String');
    expect(of('windows-server-2016').parameters.get('netadaptername')!.type).toBe('String[]');
    expect(of('windows-server-2012').sets.map(({ name }) => name)).toEqual([
      'NetAdapterName',
      'NetAdapterInterfaceDescription',
      'SwitchType',
    ]);
    expect(of('windows-server-2012').parameters.get('switchtype')!.places.get(2)!.mandatory).toBe(true);
    expect(of('windows-server-2012').parameters.get('switchtype')!.places.has(0)).toBe(false);
    expect(of('windows-server-2012').byName.get('switchname')!.name).toBe('Name');
    expect(of('windows-server-2012').parameters.get('name')!.places.get(0)).toMatchObject({
      mandatory: true,
      position: 0,
    });
  });

  it('adds the common parameters of the PowerShell that the version has', () => {
    const has = (platform: Parameters<typeof catalogue.command>[1], name: string) =>
      catalogue.command('Get-VM', platform)!.byName.has(name);
    expect(has('windows-server-2012', 'pipelinevariable')).toBe(false);
    expect(has('windows-server-2012-r2', 'pv')).toBe(true);
    expect(has('windows-server-2012-r2', 'informationaction')).toBe(false);
    expect(has('windows-server-2016', 'infa')).toBe(true);
    expect(has('windows-server-2016', 'whatif')).toBe(false);
    expect(catalogue.command('New-VM', 'windows-server-2016')!.byName.has('wi')).toBe(true);
  });

  it('reads every module and command of every version', () => {
    let parameters = 0;
    const wrong: string[] = [];
    for (const [module, line] of Object.entries(source.index.modules)) {
      const facts = JSON.parse(readFileSync(join(catalogueFolder, 'modules', `${module}.json`), 'utf8')) as {
        commands: object;
      };
      expect(Object.keys(facts.commands)).toHaveLength(line.split(' ').length - 1);
    }
    for (const name of catalogue.names) {
      for (const platform of ['windows-server-2012', 'windows-server-2025'] as const) {
        const command = catalogue.command(name, platform);
        for (const parameter of command?.parameters.values() ?? []) {
          parameters++;
          const placed = parameter.common || parameter.places.size > 0;
          if (parameter.type === '' || !placed) wrong.push(`${name} -${parameter.name} on ${platform}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(parameters).toBeGreaterThan(80_000);
  });

  it('follows the aliases of a fresh session and of modules', () => {
    expect(catalogue.alias('GCI', 'windows-server-2012')).toBe('Get-ChildItem');
    expect(catalogue.alias('sls', 'windows-server-2012')).toBeUndefined();
    expect(catalogue.alias('sls', 'windows-server-2012-r2')).toBe('Select-String');
    expect(catalogue.alias('tnc', 'windows-server-2012')).toBeUndefined();
    expect(catalogue.alias('tnc', 'windows-server-2012-r2')).toBe('Test-NetConnection');
  });

  it('names versions as a person would', () => {
    expect(versionsOf(1)).toBe('Windows Server 2012');
    expect(versionsOf(3)).toBe('Windows Server 2012 and 2012 R2');
    expect(versionsOf(60)).toBe('Windows Server 2016 to 2025');
    expect(versionsOf(5)).toBe('Windows Server 2012 and 2016');
    expect(versionsOf(21)).toBe('Windows Server 2012, 2016 and 2022');
  });
});
