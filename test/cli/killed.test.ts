import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkChain } from '../../src/lib/ledger/chain.ts';
import type { Recorded } from '../../src/lib/ledger/revision.ts';
import { revisionSchema } from '../../src/lib/ledger/revision.ts';
import { digestOfRevision } from '../../src/workspace/ledger.ts';
import { recordedProject } from './recorded-project.ts';
import { labworks } from './run-cli.ts';

const project = recordedProject();
const log = join(project.root, 'changes.log');
const loader = pathToFileURL(join(import.meta.dirname, 'kill-at-write.ts')).href;

function run(args: readonly string[], at: number) {
  const env = { KILL_AT: String(at), KILL_LOG: log, NODE_OPTIONS: `--import=${loader}` };
  return labworks(args, '', project.root, env, project.root);
}

/** What does not hold of the ledger as it lies there: entries that cannot be read, and chains that are broken. */
function faults(): readonly string[] {
  const entries = new Map<string, Recorded[]>();
  const found: string[] = [];
  for (const [path, text] of project.files()) {
    if (!/^ledger\/.*\.json$/.test(path)) continue;
    const parsed = revisionSchema.safeParse(JSON.parse(Buffer.from(text, 'latin1').toString()));
    if (!parsed.success) found.push(path);
    else {
      const subject = path.split('/').slice(1, 3).join('/');
      const entry = { revision: parsed.data, digest: digestOfRevision(parsed.data), path };
      entries.set(subject, [...(entries.get(subject) ?? []), entry]);
    }
  }
  const chains = [...entries].flatMap(([subject, own]) =>
    checkChain(
      subject,
      own.sort((a, b) => a.revision.number - b.revision.number),
    ),
  );
  return [...found, ...chains.map(({ message }) => message)];
}

/** What lies there, but for what a write leaves behind that was broken off, which is no content. */
const content = () => new Map([...project.files()].filter(([path]) => !/\.\d+$/.test(path)));

describe.each<readonly [name: string, edit: () => void, args: readonly string[]]>([
  [
    'a correction',
    () => project.replace('field-notes/every-kind/index.mdx', 'drips: 12', 'drips: 13'),
    [
      ...['correct', 'field-notes/every-kind', '--class', 'correction', '--severity', 'factual'],
      ...['--summary', 'It was 13.', '--reporter', 'A reader', '--date', '2023-04-01', '--yes'],
    ],
  ],
  [
    'a publication',
    () => {
      project.write('field-notes/new.mdx', '---\ntitle: New\ndate: 2023-01-01\nsummary: New.\n---\n\nNew.\n');
      for (const path of project.entriesOf('labworks/shed')) project.write(path, undefined);
    },
    ['publish', '--all'],
  ],
])('%s that is killed', (_, edit, args) => {
  it('leaves a ledger that holds, and is finished by being given again', () => {
    edit();
    rmSync(log, { force: true });
    expect(run(args, 0).code).toBe(0);
    const changes = readFileSync(log, 'utf8').trim().split('\n').length;
    const whole = content();
    expect(faults()).toEqual([]);
    expect(changes).toBeGreaterThan(4);
    for (let at = 1; at <= changes; at++) {
      project.reset();
      edit();
      expect(run(args, at).code, `${at}`).not.toBe(0);
      expect(faults(), `${at}`).toEqual([]);
      const again = labworks(args, '', project.root, {}, project.root);
      expect(again.err, `${at}`).toBe('');
      expect(again.code, `${at}`).toBe(0);
      expect([...content()], `${at}`).toEqual([...whole]);
    }
    project.reset();
  }, 600_000);
});
