import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readStatus } from '../../../../src/lib/ledger/releases/read-status.ts';
import type { ReleaseStatus, StatusEvent } from '../../../../src/lib/ledger/releases/status.ts';
import {
  digestOfEvent,
  releasesUntilLast,
  releasesUntilNext,
  statusJsonSchema,
  statusOf,
  statusText,
} from '../../../../src/lib/ledger/releases/status.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { logOf } from '../../../releases.ts';

const posts = ['labworks/rack-part-1'];
const log = logOf([
  { kind: 'release', version: '1.0.0', date: '2014-04-10', posts },
  { kind: 'release', version: '1.0.1', date: '2014-04-11', posts },
  { kind: 'yank', version: '1.0.0', date: '2014-04-12', reason: 'It harms.', debug: 'harm' },
  { kind: 'release', version: '2.0.0', date: '2014-04-12', posts },
]);
const text = statusText(9, log);
const path = 'public/bundles/labworks-9/status.json';
const said = (written: string, bases: readonly { name: string; text: string }[] = []) => {
  const { value, diagnostics } = readStatus(createSourceFile(path, written), 9, bases);
  expect(value === undefined).toBe(diagnostics.length > 0);
  for (const { rule, hint } of diagnostics) {
    expect(rule).toBe('release/status');
    expect(hint).toContain('git checkout');
  }
  return diagnostics.map(({ message, range }) => `${range.start.line}: ${message}`);
};
/** The status with a changed log, and everything above the log made of it anew. */
const withLog = (change: (events: StatusEvent[]) => void) => {
  const events = structuredClone(log) as StatusEvent[];
  change(events);
  return statusText(9, events);
};
const rehashed = (events: StatusEvent[]) => {
  events.forEach((event, index) => {
    event.previous = index === 0 ? null : digestOfEvent(events[index - 1]!);
  });
};

describe('what those have to do who ran a release', () => {
  const told = logOf([
    { kind: 'release', version: '1.0.0', date: '2014-04-10', posts },
    { kind: 'yank', version: '1.0.0', date: '2014-04-12', reason: 'It harms.', debug: 'harm' },
    { kind: 'remedy', version: '1.0.0', date: '2014-04-12', text: 'Look.' },
    { kind: 'release', version: '2.0.0', date: '2014-04-12', posts },
    { kind: 'remedy', version: '1.0.0', date: '2014-04-13', text: 'Look again.' },
    { kind: 'remedy', version: '2.0.0', date: '2014-04-13', text: 'Nothing.' },
  ]);

  it('is told by the status, as it was said last', () => {
    expect(said(statusText(9, told))).toEqual([]);
    const { versions } = statusOf(9, told);
    expect([versions['1.0.0']?.remedy, versions['2.0.0']?.remedy]).toEqual(['Look again.', 'Nothing.']);
  });

  it('is told by a release as it was known when that one was made, and by the next one as it is known now', () => {
    const remedies = (releases: ReturnType<typeof releasesUntilNext>) =>
      releases.map(({ version, remedy, withdrawn }) => [version, remedy, withdrawn?.reason]);
    expect(remedies(releasesUntilLast(told))).toEqual([
      ['1.0.0', 'Look.', 'It harms.'],
      ['2.0.0', undefined, undefined],
    ]);
    expect(remedies(releasesUntilNext(told))).toEqual([
      ['1.0.0', 'Look again.', 'It harms.'],
      ['2.0.0', 'Nothing.', undefined],
    ]);
    expect(releasesUntilLast([])).toEqual([]);
  });

  it('is of a release that is there', () => {
    const nowhere = logOf([
      { kind: 'release', version: '1.0.0', date: '2014-04-10', posts },
      { kind: 'remedy', version: '1.0.9', date: '2014-04-12', text: 'Look.' },
    ]);
    expect(said(statusText(9, nowhere))).toEqual([
      expect.stringContaining('There is no release 1.0.9 before it for which it could be a remedy.'),
    ]);
  });
});

describe('the status of releases', () => {
  it('says of each version what became of it, and which is the newest', () => {
    const { versions, newest } = statusOf(9, log);
    expect(newest).toBe('2.0.0');
    expect(
      Object.entries(versions).map(([version, { status, by, reason, debug }]) => [
        version,
        status,
        by,
        reason,
        debug,
      ]),
    ).toEqual([
      ['1.0.0', 'yanked', '2.0.0', 'It harms.', '/debug/harm/'],
      ['1.0.1', 'superseded', '2.0.0', undefined, undefined],
      ['2.0.0', 'ok', undefined, undefined, undefined],
    ]);
    const yanked = statusOf(9, log.slice(0, 1).concat(log.slice(2, 3)));
    expect([yanked.newest, yanked.versions['1.0.0']?.by]).toEqual([null, undefined]);
  });

  it('is what its published schema accepts', () => {
    const validate = new Ajv({ formats: { uri: true, date: true } }).compile(
      statusJsonSchema('https://blog.example'),
    );
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...(JSON.parse(text) as ReleaseStatus), extra: 1 })).toBe(false);
  });

  it('holds as it was written, with other line ends, indents and orders of keys', () => {
    expect(said(text)).toEqual([]);
    expect(said(text.replaceAll('\n', '\r\n'))).toEqual([]);
    const { log: events, ...rest } = JSON.parse(text) as ReleaseStatus;
    expect(said(JSON.stringify({ log: events, ...rest }))).toEqual([]);
  });

  it('does not hold where it is no status', () => {
    const merged = text.replace('  "newest"', '<<<<<<< HEAD\n  "newest"');
    expect(said(merged)).toEqual([
      '5: Two branches have each released something of Labworks 9, and git cannot tell which comes first.',
    ]);
    expect(said('{')).toHaveLength(1);
    expect(said('status: 1')).toHaveLength(1);
    expect(said(text.replace('"newest"', '"newest": "1.0.1",\n  "newest"'))).toEqual([
      expect.stringMatching(/“newest”/),
    ]);
    expect(said(text.replace('"size": 1', '"size": "1"'))).toEqual([
      expect.stringMatching(
        /^\d+: This is no status of releases: Invalid input: expected int, received string\.$|expected number/,
      ),
    ]);
  });

  it.each<[string, (events: StatusEvent[]) => void, RegExp]>([
    [
      'an entry was changed',
      (events) => (events[0]!.date = '2014-04-09'),
      /follows another one than the one before/,
    ],
    ['an entry was removed', (events) => events.splice(1, 1), /follows another one than the one before/],
    ['the first entry was removed', (events) => events.shift(), /follows one that is not there/],
    [
      'two entries were exchanged',
      (events) => events.splice(1, 2, events[2]!, events[1]!),
      /follows another one/,
    ],
    [
      'a version is there twice',
      (events) => ((events[1]!.version = '1.0.0'), rehashed(events)),
      /Release 1\.0\.0 comes after release 1\.0\.0/,
    ],
    [
      'versions go back',
      (events) => ((events[3]!.version = '1.0.0'), rehashed(events)),
      /Release 1\.0\.0 comes after release 1\.0\.0/,
    ],
    [
      'days go back',
      (events) => ((events[1]!.date = '2014-04-01'), rehashed(events)),
      /dated 2014-04-01, before/,
    ],
    [
      'what never was is yanked',
      (events) => ((events[2]!.version = '7.0.0'), rehashed(events)),
      /no release 7\.0\.0 to yank/,
    ],
    [
      'something is yanked twice',
      (events) => (events.push({ ...events[2]! }), rehashed(events)),
      /yanked twice/,
    ],
  ])('does not hold where %s', (_what, change, message) => {
    expect(said(withLog(change))[0]).toMatch(message);
  });

  it('does not hold where what stands above the log is other than the log', () => {
    const edited = text.replace('"status": "yanked"', '"status": "ok"');
    expect(said(edited)).toEqual([expect.stringMatching(/What stands above the log/)]);
    expect(said(text.replace('"labwork": 9', '"labwork": 8'))).toHaveLength(1);
    expect(said(text.replace('"newest": "2.0.0"', '"newest": "1.0.1"'))).toHaveLength(1);
  });

  it('does not hold where a state that git knows had other entries, be it made anew as a whole', () => {
    const base = { name: 'HEAD', text };
    const forged = withLog((events) => {
      events[0]!.date = '2014-04-09';
      rehashed(events);
    });
    expect(said(forged)).toEqual([]);
    expect(said(forged, [base])).toEqual([
      expect.stringMatching(/The release of 1\.0\.0 does not stand here as it stands in HEAD\./),
    ]);
    expect(
      said(
        withLog((events) => events.splice(2, 2)),
        [base],
      ),
    ).toEqual([expect.stringMatching(/The yank of 1\.0\.0 does not stand here as it stands in HEAD\./)]);
    expect(said(text, [{ name: 'HEAD', text: statusText(9, log.slice(0, 2)) }])).toEqual([]);
    expect(said(text, [{ name: 'HEAD', text: 'no status' }])).toEqual([]);
  });
});
