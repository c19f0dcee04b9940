import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineAgreement } from '../../src/lib/check/engine-records.ts';
import { blockDigest } from '../../src/lib/check/engine-records.ts';
import type { BoundCommand, PowerShellEngine } from './engine.ts';
import type { List, Question } from './questions.ts';
import { digestOf } from './questions.ts';

/** What the engine said: nothing against it, or errors with their cause and place in the question's text. */
export interface Verdict {
  /** Whether the parser could read it; what it cannot read is not bound. */
  readonly parses: boolean;
  /** Of parsing where it does not parse, else of binding. */
  readonly errors: readonly { readonly id: string; readonly line?: number; readonly column?: number }[];
  /** The commands that bound, in the order they ran. */
  readonly commands: readonly BoundCommand[];
}

export interface Records {
  /** Version of the engine that was asked. */
  readonly engine: string;
  /** ISO date on which it was asked. */
  readonly date: string;
  /** By a question's id. */
  readonly verdicts: Readonly<Record<string, Verdict & { readonly question: string }>>;
}

const fileOf = (list: List) => join(import.meta.dirname, 'records', `${list}.json`);

/** Undefined where nothing was recorded yet. */
export function readRecords(list: List): Records | undefined {
  const file = fileOf(list);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Records) : undefined;
}

export function writeRecords(list: List, records: Records): void {
  writeFileSync(fileOf(list), recordsText(records));
}

/** Records as they are written: a verdict a line, so that a change of one shows as one. */
export function recordsText({
  engine,
  date,
  verdicts,
}: {
  readonly engine: string;
  readonly date: string;
  readonly verdicts: Readonly<Record<string, unknown>>;
}): string {
  const lines = Object.entries(verdicts).map(
    ([id, verdict]) => `    ${JSON.stringify(id)}: ${JSON.stringify(verdict)}`,
  );
  return `{\n  "engine": ${JSON.stringify(engine)},\n  "date": ${JSON.stringify(date)},\n  "verdicts": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/**
 * What the site shows beside a block, by `blockDigest`: that the engine had nothing against it. A block that stands in several
 * places is agreed with where all of them are.
 */
export function evidenceOf(
  questions: readonly Question[],
  { engine, date, verdicts }: Records,
): Readonly<Record<string, EngineAgreement>> {
  const refused = new Set<string>();
  const evidence: Record<string, EngineAgreement> = {};
  for (const { id, platform, text } of questions) {
    const digest = blockDigest(platform, text);
    evidence[digest] = { engine, date };
    if (verdicts[id]?.errors.length !== 0) refused.add(digest);
  }
  return Object.fromEntries(Object.entries(evidence).filter(([digest]) => !refused.has(digest)));
}

/** Asks the engine; the stand-ins of the question's platform must be loaded. */
export async function ask(engine: PowerShellEngine, question: Question): Promise<Verdict> {
  const { platform, text, before = '' } = question;
  const unread = await engine.parse(text);
  if (unread.length > 0)
    return {
      parses: false,
      errors: unread.map(({ id, line, column }) => ({ id, line, column })),
      commands: [],
    };
  const { errors, commands } = await engine.bind(platform, before + text);
  const first = before.split('\n').length;
  return {
    parses: true,
    errors: errors.flatMap(({ id, line, column }) => {
      if (line === undefined) return [{ id }];
      const own = line - first + 1;
      // What ran before is a question of its own.
      return own < 1 ? [] : [{ id, line: own, ...(column === undefined ? {} : { column }) }];
    }),
    // Of what ran before, the commands that bound stand first.
    commands,
  };
}

/** A verdict with what was asked. */
export function recordOf(question: Question, verdict: Verdict): Records['verdicts'][string] {
  return { question: digestOf(question), ...verdict };
}

/** Asks all questions of a list; `load` is called once for each platform before the first question on it. */
export async function askAll(
  engine: PowerShellEngine,
  questions: readonly Question[],
  load: (platform: Question['platform']) => Promise<void>,
): Promise<Records['verdicts']> {
  const verdicts: Record<string, Records['verdicts'][string]> = {};
  for (const question of questions) {
    await load(question.platform);
    verdicts[question.id] = recordOf(question, await ask(engine, question));
  }
  return verdicts;
}
