import { compareVersions } from 'compare-versions';
import { z } from 'zod';
import type { Diagnostic, Reading } from '../../diagnostics/diagnostic.ts';
import { readYaml } from '../../diagnostics/read-yaml.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { rangeAt } from '../../source/source-file.ts';
import { canonicalJson } from '../../writing/json.ts';
import { diagnose } from './rules.ts';
import type { ReleaseStatus, StatusEvent } from './status.ts';
import { digestOfEvent, releasesOf, statusOf, statusSchema } from './status.ts';

/** A state of the project that is known to be good: what its status said then must stand there now. */
export interface StatusBase {
  /** As git names it: `HEAD`, `origin/main`. */
  readonly name: string;
  readonly text: string;
}

/** Reads `status.json` and proves that its log is one that was only ever added to. `value` is undefined where it does not hold. */
export function readStatus(
  file: SourceFile,
  labwork: number,
  bases: readonly StatusBase[] = [],
): Reading<ReleaseStatus | undefined> {
  // JSON is YAML, and this says of every part where it stands.
  const { locate, diagnostics } = readYaml(file, z.unknown(), 'release/status');
  const problem = (path: readonly PropertyKey[], message: string, hint = restore(file.path)) => {
    const { start, end } = locate(path);
    return diagnose({ rule: 'release/status', file, range: rangeAt(file, start, end), message, hint });
  };
  const conflict = /^<{7} /m.exec(file.text);
  if (conflict) {
    const range = rangeAt(file, conflict.index, conflict.index + conflict[0].length);
    return {
      value: undefined,
      diagnostics: [diagnose({ rule: 'release/status', file, range, ...bothReleased(labwork) })],
    };
  }
  const parsed = statusSchema.safeParse(jsonOf(file.text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const said = `This is no status of releases: ${issue?.message ?? ''}.`.replace('..', '.');
    return { value: undefined, diagnostics: [problem(issue?.path ?? [], said)] };
  }
  const value = parsed.data;
  // A key that is there twice is read by some as the one and by others as the other.
  if (diagnostics.length > 0)
    return {
      value: undefined,
      diagnostics: diagnostics.map((one) => ({ ...one, hint: restore(file.path) })),
    };
  const { log } = value;
  const found = [
    ...log.flatMap((event, index) => {
      const said = problemOfEvent(event, log.slice(0, index));
      return said === undefined ? [] : [problem(['log', index], said)];
    }),
    ...bases.flatMap((base) => lostEvents(base, log).map((message) => problem(['log'], message))),
  ];
  const expected = statusOf(labwork, log);
  if (found.length === 0 && canonicalJson(expected) !== canonicalJson(value))
    found.push(
      problem(
        ['versions'],
        'What stands above the log is not what the log comes to.',
        `Nobody writes it by hand: take it back with \`git checkout HEAD -- ${file.path}\`.`,
      ),
    );
  return { value: found.length === 0 ? value : undefined, diagnostics: found };
}

function bothReleased(labwork: number) {
  return {
    message: `Two branches have each released something of Labworks ${labwork}, and git cannot tell which comes first.`,
    hint: `Take the files of one of them, \`git checkout --theirs\` or \`--ours\`, and release what the other one had: \`npx labworks release ${labwork}\`.`,
  };
}

function restore(path: string): string {
  return `Take the file back, \`git checkout HEAD -- ${path}\`: what was released once can only be added to, by \`npx labworks release\`.`;
}

/** Tells that the status of a labwork is not there, where a base has it. */
export function lostStatus(file: SourceFile, { name }: StatusBase): Diagnostic {
  return diagnose({
    rule: 'release/status',
    file,
    range: rangeAt(file, 0, 0),
    message: `This file stands in ${name} and is not there any more: nobody can tell which releases are good.`,
    hint: `Take it back: \`git checkout ${name} -- ${file.path}\`.`,
  });
}

function problemOfEvent(event: StatusEvent, before: readonly StatusEvent[]): string | undefined {
  const last = before.at(-1);
  if (event.previous !== (last ? digestOfEvent(last) : null))
    return last
      ? 'This entry follows another one than the one before it: an entry was changed, removed or put in.'
      : 'This entry follows one that is not there.';
  if (last && event.date < last.date)
    return `This entry is dated ${event.date}, before the one that it follows.`;
  const versions = releasesOf(before).map(({ version }) => version);
  if (event.kind === 'release') {
    const older = versions.find((version) => compareVersions(version, event.version) >= 0);
    return older === undefined ? undefined : `Release ${event.version} comes after release ${older}.`;
  }
  if (!versions.includes(event.version))
    return event.kind === 'yank'
      ? `There is no release ${event.version} to yank before it.`
      : `There is no release ${event.version} before it for which it could be a remedy.`;
  if (event.kind === 'remedy') return undefined;
  const isTwice = before.some(({ kind, version }) => kind === 'yank' && version === event.version);
  return isTwice ? `Release ${event.version} is yanked twice.` : undefined;
}

function lostEvents({ name, text }: StatusBase, log: readonly StatusEvent[]): string[] {
  const parsed = statusSchema.safeParse(jsonOf(text));
  if (!parsed.success) return [];
  const digests = log.map(digestOfEvent);
  const at = parsed.data.log.findIndex((event, index) => digests[index] !== digestOfEvent(event));
  if (at < 0) return [];
  const lost = parsed.data.log[at]!;
  return [`The ${lost.kind} of ${lost.version} does not stand here as it stands in ${name}.`];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
