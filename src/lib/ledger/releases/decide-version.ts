/** What of a bundle decides the version of the next one. */
export interface ReleaseContent {
  /** Ids, in their order. */
  readonly steps: readonly string[];
  /** Every device with the platform that it is written for: `hv1 on windows-server-2012-r2`. */
  readonly devices: readonly string[];
  /** Platforms that the guide says it fits. */
  readonly platforms: readonly string[];
  /** In the order in which they are run. */
  readonly runs: readonly ReleaseRun[];
}

/** A run of commands that stands in the bundle in one piece. */
export interface ReleaseRun {
  /** Of its step; empty before the first one. */
  readonly step: string;
  readonly device: string;
  /** What they are for; `by hand` where the bundle shows them and no script runs them. */
  readonly role: ReleaseRole;
  readonly text: string;
}

export type ReleaseRole = 'apply' | 'verify' | 'undo' | 'by hand';

export const bumps = ['patch', 'minor', 'major'] as const;
export type Bump = (typeof bumps)[number];

/** Why a version is not the next smaller one. */
export interface VersionReason {
  readonly bump: Bump;
  /** Undefined for what is of no step. */
  readonly step: string | undefined;
  /** A sentence. */
  readonly text: string;
  /** Commands that are gone, and those that came. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export interface VersionDecision {
  readonly bump: Bump;
  /** Step by step, then what is of none; empty where only words are others. */
  readonly reasons: readonly VersionReason[];
}

/**
 * What kind of release `after` is, for whoever has run `before`: major, where commands of a step that was there changed, so that they have to
 * act; minor, where steps, devices or looks at the result came; patch, where only words are others.
 */
export function decideVersion(before: ReleaseContent, after: ReleaseContent): VersionDecision {
  const steps = [...new Set([...stepsOf(before), ...stepsOf(after)])];
  const reasons = [
    ...steps.flatMap((step) => reasonsOfStep(step, before, after)),
    ...lost(before.devices, after.devices, (device) => `It is no longer written for ${device}.`, 'major'),
    ...lost(after.devices, before.devices, (device) => `It is also written for ${device} now.`, 'minor'),
    ...lost(before.platforms, after.platforms, (name) => `It no longer says that it fits ${name}.`, 'major'),
    ...lost(after.platforms, before.platforms, (name) => `It says that it fits ${name}, too.`, 'minor'),
  ];
  return { bump: largest(reasons.map(({ bump }) => bump)), reasons };
}

/** The version that comes after `version`. */
export function nextVersion(version: string, bump: Bump): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (bump === 'major') return `${major + 1}.0.0`;
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** The largest of them; a patch where there are none. */
export function largest(found: readonly Bump[]): Bump {
  return bumps.findLast((bump) => found.includes(bump)) ?? 'patch';
}

/** In their order; commands before the first step are of an empty one. */
function stepsOf({ steps, runs }: ReleaseContent): readonly string[] {
  return runs.some(({ step }) => step === '') ? ['', ...steps] : steps;
}

function reasonsOfStep(step: string, before: ReleaseContent, after: ReleaseContent): VersionReason[] {
  const isThere = stepsOf(before).includes(step);
  const name = step === '' ? 'What stands before the first step' : `Step ${step}`;
  const reason = (
    bump: Bump,
    text: string,
    removed: readonly string[] = [],
    added: readonly string[] = [],
  ) => ({
    bump,
    step: step === '' ? undefined : step,
    text,
    removed,
    added,
  });
  if (!isThere) return [reason('minor', `${name} is new.`)];
  if (!stepsOf(after).includes(step)) return [reason('major', `${name} is gone.`, textsOf(before, step))];
  const known = new Set(before.runs.map(({ device }) => device));
  return groupsOf(step, before, after).flatMap(({ device, role, was, now }) => {
    const removed = without(was, now);
    const added = without(now, was);
    // The same commands in another order do something else.
    if (removed.length === 0 && added.length === 0 && isSame(was, now)) return [];
    if (was.length === 0 && !known.has(device))
      return [reason('minor', `${name} is also for ${device} now.`)];
    const looks = role === 'verify' || role === 'undo';
    if (looks && removed.length === 0 && isWithin(was, now))
      return [reason('minor', `${name} has more to ${role} on ${device}.`, [], added)];
    const what = role === 'by hand' ? 'what is done by hand' : `what its ${role} script runs`;
    return [reason('major', `${name} changes ${what} on ${device}.`, removed, added)];
  });
}

/** The texts of a step by device and role, before and after. */
function groupsOf(step: string, before: ReleaseContent, after: ReleaseContent) {
  const own = (content: ReleaseContent) => content.runs.filter((run) => run.step === step);
  const keys = new Map(
    [...own(before), ...own(after)].map(({ device, role }) => [`${device}\n${role}`, { device, role }]),
  );
  return [...keys.values()].map(({ device, role }) => {
    const texts = (content: ReleaseContent) =>
      own(content)
        .filter((run) => run.device === device && run.role === role)
        .map(({ text }) => text);
    return { device, role, was: texts(before), now: texts(after) };
  });
}

function textsOf({ runs }: ReleaseContent, step: string): string[] {
  return runs.filter((run) => run.step === step).map(({ text }) => text);
}

/** What `texts` has more of than `others`. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

/** Whether `some` stand in `all` in their order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const text of all) if (text === some[at]) at++;
  return at === some.length;
}

function lost(
  before: readonly string[],
  after: readonly string[],
  text: (name: string) => string,
  bump: Bump,
): VersionReason[] {
  return before
    .filter((name) => !after.includes(name))
    .map((name) => ({ bump, step: undefined, text: text(name), removed: [], added: [] }));
}
