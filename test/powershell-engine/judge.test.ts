import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentFolder } from '../../src/workspace/paths.ts';
import { sliceOf } from '../../src/lib/source/slice.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import { agreementOf, areDefaultSetsKnown } from './agreement.ts';
import type { PowerShellEngine } from './engine.ts';
import { hasDotnet, startEngine } from './engine.ts';
import { standInLoader } from './load-stand-ins.ts';
import { catalogue, digestOf, engine, lists, questionsOf } from './questions.ts';
import { ask, evidenceOf, readRecords, recordOf } from './records.ts';

/** Where our check and the engine part, by the question's id, and why; anything else is a fault, and so is one that is gone. */
const known: Readonly<Record<string, string>> = {
  'windows-server-2012-r2 22: misspelt command':
    'NewqVFD is too far from New-VFD to be called misspelt: it is unknown',
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
      const agreement = agreementOf(own, verdict, text, areDefaultSetsKnown(commands, catalogue, platform));
      return agreement === 'same' || agreement === 'not judged'
        ? []
        : [{ id: question.id, text, agreement, ours: own.map(({ rule }) => rule), engine: verdict.errors }];
    });
    expect(told.filter(({ id }) => !(id in known))).toEqual([]);
    const left = Object.keys(known).filter((id) => questions.some((question) => question.id === id));
    expect(told.map(({ id }) => id).filter((id) => id in known)).toEqual(left);
  });
});

describe('what the site shows of the engine', () => {
  it('is what was recorded of the content', () => {
    const shown = readFileSync(join(contentFolder, 'evidence/powershell-engine.json'), 'utf8');
    expect(JSON.parse(shown)).toEqual(evidenceOf(questionsOf('content'), readRecords('content')!));
  });
});

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
});
