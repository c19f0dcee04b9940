import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEngineRecords } from '../../src/workspace/facts.ts';
import { blockDigest } from '../../src/lib/check/engine-records.ts';
import { sliceOf } from '../../src/lib/source/slice.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import { agreementOf, areSetsKnown } from './agreement.ts';
import type { PowerShellEngine } from './engine.ts';
import { hasDotnet, startEngine } from './engine.ts';
import { standInLoader } from './load-stand-ins.ts';
import type { Question } from './questions.ts';
import { catalogue, digestOf, engine, lists, questionsOf } from './questions.ts';
import type { Records } from './records.ts';
import { ask, evidenceOf, readRecords, recordOf } from './records.ts';

/** Where our check and the engine part, by the question's id, and why; anything else is a fault, and so is one that is gone. */
const known: Readonly<Record<string, string>> = {
  'windows-server-2012-r2 22: misspelt command':
    'NewqVFD is too far from New-VFD to be called misspelt: it is unknown',
  'windows-server-2012 22: value too many': 'a Boolean for one of several names is left to the engine',
  'windows-server-2012 76: ambiguous prefix': 'a number for a script block is left to the engine',
  'windows-server-2012 128: mandatory left out':
    'a console asks for the password, which is no fault in a guide',
  'windows-server-2012 149: nothing': 'a console asks for the credential, which is no fault in a guide',
};

describe.each(lists)('PowerShell’s own engine on the %s', (list) => {
  const questions = questionsOf(list);
  const records = readRecords(list);

  it('has a recorded verdict on each, and on nothing else (`npm run judge` records anew)', () => {
    const asked = Object.entries(records?.verdicts ?? {}).map(([id, { question }]) => [id, question]);
    expect(asked).toEqual(questions.map((question) => [question.id, digestOf(question)]));
  });

  it('agrees with our check', () => {
    const told = questions.flatMap((question) => {
      const { platform, text, before = '' } = question;
      const file = createSourceFile('question', before + text);
      const { diagnostics, commands } = engine.checkScript(sliceOf(file), platform);
      const own = diagnostics.filter(({ range }) => range.start.offset >= before.length);
      const verdict = records!.verdicts[question.id]!;
      const agreement = agreementOf(own, verdict, text, areSetsKnown(commands, catalogue, platform));
      return agreement === 'same' || agreement === 'not judged'
        ? []
        : [{ id: question.id, text, agreement, ours: own.map(({ rule }) => rule), engine: verdict.errors }];
    });
    expect(told.filter(({ id }) => !(id in known))).toEqual([]);
    const left = Object.keys(known).filter((id) => questions.some((question) => question.id === id));
    expect(told.map(({ id }) => id).filter((id) => id in known)).toEqual(left);
  });
});

describe('PowerShell’s own engine on the content', () => {
  it('has said all that the site shows of it, of a block that stands as it was asked about', () => {
    const shown = Object.fromEntries(loadEngineRecords());
    const records = readRecords('content');
    const asked = questionsOf('content').filter((question) => isRecorded(question, records));
    const agreed = records ? evidenceOf(asked, records) : {};
    const digests = asked.map(({ platform, text }) => blockDigest(platform, text));
    for (const digest of digests) expect(shown[digest]).toEqual(agreed[digest]);
  });
});

/** Whether the engine was asked this very question. What is new or was changed since is told apart from what was judged. */
function isRecorded(question: Question, records: Records | undefined): boolean {
  return records?.verdicts[question.id]?.question === digestOf(question);
}

describe.runIf(hasDotnet())('PowerShell’s own engine, asked now', () => {
  let judge: PowerShellEngine;
  let load: ReturnType<typeof standInLoader>;
  beforeAll(async () => {
    judge = await startEngine();
    load = standInLoader(judge);
  }, 120_000);
  afterAll(() => judge.stop());

  it.each(lists)(
    'says of the %s what was recorded',
    async (list) => {
      const { verdicts, engine: version } = readRecords(list)!;
      expect(judge.version).toBe(version);
      for (const question of questionsOf(list)) {
        await load(question.platform);
        const now = recordOf(question, await ask(judge, question));
        expect({ [question.id]: now }).toEqual({ [question.id]: verdicts[question.id] });
      }
    },
    600_000,
  );

  // A post is not wrong for being new: what the engine says of it is told, and `npm run judge` records it.
  it('is asked about what stands in the content', async () => {
    const records = readRecords('content');
    for (const question of questionsOf('content')) {
      await load(question.platform);
      const now = recordOf(question, await ask(judge, question));
      if (isRecorded(question, records))
        expect({ [question.id]: now }).toEqual({ [question.id]: records!.verdicts[question.id] });
      else if (now.errors.length > 0)
        console.warn(`${question.id}: the engine says ${now.errors.map(({ id }) => id).join(', ')}`);
    }
  }, 600_000);
});
