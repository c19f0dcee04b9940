import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from '../../src/lib/bundle/make-bundle.ts';
import type { Lab } from '../../src/lib/lab/lab.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import { createChance } from '../chance.ts';
import { engine, part } from '../lib/fixture-posts.ts';
import { bodyOf, randomLab } from '../lib/plan/random-labs.ts';
import type { Pwsh } from '../rehearsal/pwsh.ts';
import { canRehearse, findPwsh } from '../rehearsal/pwsh.ts';
import type { Machine } from '../rehearsal/run-script.ts';
import { createMachine } from '../rehearsal/run-script.ts';
import type { World } from '../rehearsal/world.ts';
import { machineOf } from '../rehearsal/world.ts';

// The values of labs, as PowerShell itself hands them to the commands of Windows: byte for byte, whatever is written in them.

/** `HOSTILE_LABS=20 npx vitest run test/bundled-scripts` for more of them. */
const count = Number(process.env['HOSTILE_LABS'] ?? 3);

if (!canRehearse())
  console.warn(
    'What PowerShell makes of the values of labs is not seen here: that needs a .NET SDK 10 on Linux or macOS.',
  );

const platform = 'windows-server-2012-r2';

/** A host script, and the lab that it was made for. */
function scriptBy(seed: number): {
  readonly lab: Lab;
  readonly text: string;
  readonly args: readonly string[];
} {
  const { lab: yaml, steps } = randomLab(createChance(seed));
  const { value: lab } = engine.readLab(createSourceFile('labs/rack.yaml', yaml));
  const bundle = makeBundle(engine.checkLabwork([part(bodyOf(steps))], new Map([['rack', lab!]])), {
    site: 'https://blog.example',
  });
  const file = bundle!.files.find(({ path }) => path.endsWith('/Invoke-Labwork.ps1'));
  const text = new TextDecoder().decode(file!.bytes);
  // What nobody knows is run only where its step is named.
  const own = /LabworkSteps = @\(([^)]*)\)/.exec(text)![1]!.replaceAll(/['\s]/g, '');
  return { lab: lab!, text, args: text.includes('; Trusted = $false;') ? ['-Step', own] : [] };
}

/** What the machine has of the lab: names, numbers and addresses, as they are to be. */
function partsOf(lab: Lab, names: { readonly team: string; readonly vswitch: string }) {
  return {
    teams: [{ name: names.team, members: lab.devices[0]!.ports.map(({ name }) => name).sort() }],
    switches: ['Foreign-Switch', names.vswitch].sort(),
    cards: lab.networks.map(({ name, vlan, hosts }) => ({ name, vlan, address: hosts['srv1'] })),
  };
}

function partsIn({ teams, switches, management, addresses, adapters }: World, lab: Lab): unknown {
  const nameOf = new Map(adapters.map(({ id, name }) => [id, name]));
  const known = (id: string) => nameOf.get(id) ?? id;
  return {
    teams: teams.map(({ name, members }) => ({ name, members: members.map(known).sort() })),
    switches: switches.map(({ name }) => String(name)).sort(),
    cards: lab.networks.map(({ name }) => {
      const own = management.find((one) => one['name'] === name);
      const id = adapters.find((one) => one.name === `vEthernet (${name})`)?.id;
      return {
        name: own?.['name'],
        vlan: (own?.['vlan'] as { readonly access: number } | undefined)?.access,
        address: addresses.find(({ adapter, origin }) => adapter === id && origin === 'Manual')?.address,
      };
    }),
  };
}

describe.runIf(canRehearse())('the values of a lab, in PowerShell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'labworks-values-'));
  let pwsh: Pwsh;
  beforeAll(() => {
    pwsh = findPwsh();
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const machineFor = (lab: Lab, name: string): Machine => {
    const own = join(folder, name);
    return createMachine(pwsh, platform, own.replaceAll('\\', '/'), machineOf(lab.devices[0]!, platform));
  };
  const written = (seed: number, text: string) => {
    const script = join(folder, `${String(seed)}.ps1`);
    writeFileSync(script, text);
    return script;
  };

  it.each(Array.from({ length: count }, (_, at) => at + 1))(
    'arrive as they are written, of lab %i',
    async (seed) => {
      const { lab, text, args } = scriptBy(seed);
      const script = written(seed, text);
      const machine = machineFor(lab, String(seed));
      const result = join(machine.folder, 'plan.json');
      const planned = await machine.run(script, ['-Plan', '-OutFile', result, ...args]);
      expect(planned.calls).toEqual([]);
      // What may stand for others is not left to chance: of what is made under such a name nobody knows, and it is never begun.
      const isKnown = args.length === 0;
      if (isKnown) expect(planned.code, planned.output).toBe(2);
      else expect(planned.output).toContain('nobody knows here what it changes');
      const values = Object.fromEntries(lab.values.map(({ name, value }) => [name, String(value)]));
      const plan = readFileSync(result, 'utf8');
      for (const name of [values['team']!, values['vswitch']!, ...lab.networks.map((one) => one.name)])
        expect(JSON.stringify(JSON.parse(plan)), name).toContain(JSON.stringify(name).slice(1, -1));
      if (!isKnown) return;
      const applied = await machine.run(script, ['-Apply', '-Confirm:$false', ...args]);
      expect(applied.code, applied.output).toBe(0);
      expect(partsIn(applied.world, lab)).toEqual(
        partsOf(lab, { team: values['team']!, vswitch: values['vswitch']! }),
      );
    },
    300_000,
  );
});
