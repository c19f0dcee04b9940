import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { listContent } from '../../src/workspace/content.ts';
import { loadCatalogue } from '../../src/workspace/facts.ts';
import { contentFolder, withSlashes } from '../../src/workspace/paths.ts';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import { powershellPlatformIds } from '../../src/lib/dialects/powershell/platforms.ts';
import { windowsServers } from '../../src/lib/platforms/windows.ts';
import type { Engine } from '../../src/lib/engine.ts';
import { createCatalogue } from '../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { createEngine } from '../../src/lib/engine.ts';
import { groupGuides } from '../../src/workspace/group-posts.ts';
import type { Lab } from '../../src/lib/lab/lab.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import { readRulePages } from '../rule-pages.ts';
import { makeLines } from './lines.ts';

/** Something to ask PowerShell's own engine: whether it reads and binds `text` on `platform`. */
export interface Question {
  /** Unique in its list, and the same on every run. */
  readonly id: string;
  readonly platform: PowerShellPlatform;
  readonly text: string;
  /** What ran in the same session before, apart from the question itself. */
  readonly before?: string;
}

/** The lists of the program's own questions, each with a file of recorded verdicts: on every question, and nothing else. */
export const lists = ['examples', 'guide', 'lines'] as const;
/** The content has its file too, with verdicts on what stood there when the engine was last asked. */
export type List = (typeof lists)[number] | 'content';

export function questionsOf(list: List): readonly Question[] {
  switch (list) {
    case 'examples':
      return exampleQuestions();
    case 'guide':
      return guideQuestions(resolve(import.meta.dirname, '../fixtures/workshop'));
    case 'content':
      return guideQuestions(contentFolder);
    case 'lines':
      return lineQuestions();
  }
}

const source = loadCatalogue();
export const catalogue = createCatalogue(source);
export const engine: Engine = createEngine({ catalogue: source });

/** The PowerShell examples of the rules' pages, good and bad. */
export function exampleQuestions(): readonly Question[] {
  return readRulePages().flatMap(({ rule, examples }) =>
    examples
      .filter(({ language }) => language === 'powershell')
      .map(({ part, meta, code }, index): Question => {
        const platform = meta.get('platform') ?? '';
        const own = powershellPlatformIds.find((id) => id === platform);
        if (!own) throw new Error(`${rule}: an example needs platform=…, not “${platform}”`);
        return { id: `${rule} ${part} ${index + 1}`, platform: own, text: code };
      }),
  );
}

/** Every PowerShell block of the posts in a folder, with the lab's values in it, after the blocks that its device ran before. */
export function guideQuestions(content: string): readonly Question[] {
  // By their paths from the folder, which are in the ids and are those of no machine.
  const read = (path: string) =>
    createSourceFile(withSlashes(relative(content, path)), readFileSync(path, 'utf8'));
  const files = listContent(content);
  const labs = new Map<string, Lab>();
  for (const path of files.labs) {
    const { value } = engine.readLab(read(path));
    if (value) labs.set(value.id, value);
  }
  const guides = files.posts.map((path) => engine.readGuide(read(path)));
  const questions: Question[] = [];
  for (const group of groupGuides(guides)) {
    for (const { device, platform, blocks } of engine.checkLabwork(group, labs).tracks) {
      const own = powershellPlatformIds.find((id) => id === platform);
      if (!own) continue;
      let before = '';
      for (const [index, { block, resolved }] of blocks.entries()) {
        const { file } = block.code;
        questions.push({
          id: `${file.path} ${device.name} ${index + 1}`,
          platform: own,
          text: resolved.text,
          ...(before === '' ? {} : { before }),
        });
        if (block.role === 'apply') before += `${resolved.text}\n`;
      }
    }
  }
  return questions;
}

/** Lines made from the catalogue, the same ones on every run. */
export function lineQuestions(): readonly Question[] {
  return windowsServers.flatMap((platform) =>
    makeLines(source, platform, 150, 2014).map(({ text, broken }, index) => ({
      id: `${platform} ${index + 1}: ${broken}`,
      platform,
      text,
    })),
  );
}

/** What a question asks, as a digest: a record of another question is no answer to it. */
export function digestOf({ platform, text, before = '' }: Question): string {
  return createHash('sha256')
    .update(JSON.stringify([platform, before, text]))
    .digest('hex')
    .slice(0, 16);
}
