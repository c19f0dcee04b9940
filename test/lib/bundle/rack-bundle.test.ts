import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findings } from '../fixture-posts.ts';
import { aboutOwnFiles } from '../../../src/lib/bundle/own-files.ts';
import { bundleOf, manifestOf, rackParts, textOf } from './rack-bundle.ts';

const folder = join(import.meta.dirname, '../../fixtures/rack/bundle');

/** Everything that the bundle of the fixture holds. */
const paths = [
  'CHANGELOG.md',
  'README.md',
  'SHA256SUMS',
  'ansible/group_vars/all.yml',
  'ansible/group_vars/labwork_srv1.yml',
  'ansible/group_vars/labwork_sw1.yml',
  'ansible/group_vars/labwork_sw1_sg300.yml',
  'ansible/group_vars/labwork_sw2.yml',
  'ansible/inventory.yml',
  'ansible/playbook.yml',
  'ansible/requirements.yml',
  'ansible/roles/labwork_cisco_ios_ios_command/tasks/main.yml',
  'ansible/roles/labwork_cisco_ios_ios_command/tasks/save.yml',
  'ansible/roles/labwork_cisco_ios_ios_command/tasks/undo.yml',
  'ansible/roles/labwork_community_ciscosmb_command/tasks/main.yml',
  'ansible/roles/labwork_community_ciscosmb_command/tasks/save.yml',
  'ansible/roles/labwork_community_ciscosmb_command/tasks/undo.yml',
  'ansible/roles/labwork_script/tasks/main.yml',
  'ansible/roles/labwork_script/tasks/undo.yml',
  'ansible/roles/labwork_values/tasks/main.yml',
  'ansible/undo.yml',
  'expected/hosts/srv1/verify.txt',
  'expected/switches/sw1/0-precheck.txt',
  'expected/switches/sw1/3-verify.txt',
  'expected/switches/sw1/sg300/0-precheck.txt',
  'expected/switches/sw1/sg300/3-verify.txt',
  'expected/switches/sw2/0-precheck.txt',
  'expected/switches/sw2/3-verify.txt',
  'hosts/srv1/Invoke-Labwork.ps1',
  'hosts/srv1/Labwork.Tests.ps1',
  'manifest.json',
  'switches/sw1/0-precheck.ios',
  'switches/sw1/1-backup.ios',
  'switches/sw1/2-change.ios',
  'switches/sw1/3-verify.ios',
  'switches/sw1/4-save.ios',
  'switches/sw1/sg300/0-precheck.ios',
  'switches/sw1/sg300/1-backup.ios',
  'switches/sw1/sg300/2-change.ios',
  'switches/sw1/sg300/3-verify.ios',
  'switches/sw1/sg300/4-save.ios',
  'switches/sw1/sg300/undo.ios',
  'switches/sw1/undo.ios',
  'switches/sw2/0-precheck.ios',
  'switches/sw2/1-backup.ios',
  'switches/sw2/2-change.ios',
  'switches/sw2/3-verify.ios',
  'switches/sw2/4-save.ios',
  'switches/sw2/undo.ios',
];

describe('the bundle of the fixture', () => {
  it('is of posts without errors', () => {
    expect(findings(...rackParts()).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has its files in the order of their paths', () => {
    expect(bundleOf(...rackParts()).files.map(({ path }) => path)).toEqual(paths);
  });

  it('says of each file what it is, in the manifest or of those that no manifest can describe', () => {
    const bundle = bundleOf(...rackParts());
    const told = new Map<string, string>([
      ...Object.entries(aboutOwnFiles),
      ...manifestOf(bundle).files.map(({ path, about }) => [path, about] as const),
    ]);
    expect(bundle.files.map(({ path, about }) => [path, about])).toEqual(
      bundle.files.map(({ path }) => [path, told.get(path)]),
    );
  });

  it('has the name and version that its README tells the reader to look for', () => {
    const bundle = bundleOf(...rackParts());
    expect([bundle.name, bundle.version]).toEqual(['labworks-9-1.0.0.zip', '1.0.0']);
    expect(textOf(bundle, 'README.md')).toContain('    sha256sum labworks-9-1.0.0.zip\r\n');
  });

  // Whoever changes a byte of what readers run sees here which; `npx vitest -u` takes the change over.
  it.each(paths)('has the bytes of %s that were looked at once', async (path) => {
    await expect(textOf(bundleOf(...rackParts()), path)).toMatchFileSnapshot(join(folder, `${path}.txt`));
  });
});
