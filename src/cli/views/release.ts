import type { TextPainter } from '../../lib/diagnostics/pretty.ts';
import type { Bump, VersionReason } from '../../lib/ledger/releases/decide-version.ts';
import type { ReleaseWrites } from '../../workspace/write-release.ts';
import type { PreparedRelease, ReleaseDecision } from '../make-release.ts';

const meanings: Readonly<Record<Bump, (before: string) => string>> = {
  major: (before) => `A major release: who has run ${before} has something to do.`,
  minor: (before) =>
    `A minor release: steps, devices or looks at the result came; who has run ${before} need do nothing.`,
  patch: (before) => `A patch: words only; what ${before} runs is run as before.`,
};

/** Why a release has the version that it has, step by step. */
export function decisionText(number: number, decision: ReleaseDecision, painter: TextPainter): string {
  const { previous, version, bump, reasons } = decision;
  if (!previous) return `${painter.strong(`Labworks ${number}, release ${version}`)}: the first one.\n`;
  return [
    `${painter.strong(`Labworks ${number}, release ${version}`)}, after ${previous.version} of ${previous.date}.`,
    '',
    meanings[bump](previous.version),
    ...reasons.flatMap((reason) => reasonLines(reason, painter)),
    '',
  ].join('\n');
}

function reasonLines({ bump, text, removed, added }: VersionReason, painter: TextPainter): string[] {
  const marked = (mark: string, texts: readonly string[]) =>
    texts.flatMap((commands) => commands.split('\n').map((line) => `      ${mark} ${line}`));
  return [
    `  ${bump}  ${text}`,
    ...marked('-', removed).map(painter.faint),
    ...marked('+', added).map(painter.strong),
  ];
}

/** What is about to be written. */
export function writesText({ event, writes }: PreparedRelease): string {
  return [
    'CHANGELOG.md tells:',
    ...event.changes.map((change) => `  - ${change}`),
    '',
    `${event.sha256}  ${event.zip}`,
    '',
    ...filesText(writes),
    '',
  ].join('\n');
}

function filesText({ leftovers, files, status }: ReleaseWrites): string[] {
  return [
    ...leftovers.map((path) => `  removed, as no release has it: ${path}`),
    ...[...files, status].map(({ path }) => `  written: ${path}`),
  ];
}
