import { slug as slugOf } from 'github-slugger';
import type { CheckedBlock } from '../check/labwork.ts';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import { applySoundFixes } from '../diagnostics/sound-fixes.ts';
import { outputRule } from '../dialects/text-checks/output-lines.ts';
import { languages } from '../platforms/dialects.ts';
import { originOffset, originRange, originSpan } from '../source/slice.ts';
import type { SourceFile } from '../source/source-file.ts';
import { createSourceFile, lineAt, rangeAt } from '../source/source-file.ts';
import type { Guide } from '../guide/guide.ts';
import type { ImportEngine } from './import-engine.ts';
import type { Told } from './import-report.ts';
import { applied } from './apply-edits.ts';
import { damageRepairs } from './blog-damage.ts';
import { withoutRefusedParts } from './refused-parts.ts';

export interface MendOptions {
  readonly path: string;
  readonly engine: ImportEngine;
  readonly applyRepairs: boolean;
  /** The line of the source, by that of the post, or by which of the listings it is and the line in it. */
  lineOf(line: number, listing?: number): number;
  readonly told: Told;
}

/** A repair of one line. */
interface Repair {
  readonly line: number;
  readonly why: string;
  readonly edits: readonly Edit[];
}

/** Lines that are to stand elsewhere. */
interface Move extends Repair {
  readonly was: string;
  readonly now: string;
}

/** More rounds than these mean that two mends undo each other. */
const mostRounds = 4;

/**
 * Brings what a post has in other programs' ways into the form it has here, and proposes how damaged commands were before they were
 * damaged. These are written only where that was asked for: what a command was is for its author to say.
 */
export function mendListings(written: string, options: MendOptions): string {
  const { path, engine, told } = options;
  const check = (text: string): Checked => {
    const guide = engine.readGuide(createSourceFile(path, text));
    const [checked] = engine.checkLabwork([guide], new Map()).guides;
    return {
      file: guide.file,
      diagnostics: checked?.diagnostics ?? guide.diagnostics,
      blocks: checked?.blocks ?? [],
      anchors: guide.anchors,
      links: guide.links,
    };
  };
  let text = written;
  let found = check(text);
  for (let round = 0; round < mostRounds; round++) {
    const wanted = (one: Diagnostic) => one.fix?.safety === 'safe' && one.rule.startsWith('guide/');
    const mended = applySoundFixes(text, found.diagnostics, wanted, (one) => check(one).diagnostics);
    if (mended.applied.length === 0) break;
    for (const one of mended.applied) {
      told.change(
        'form',
        options.lineOf(one.range.start.line),
        one.fix!.edits.map(({ start, end }) => found.file.text.slice(start, end)).join('\n') ||
          found.file.text.slice(one.range.start.offset, one.range.end.offset),
        one.fix!.edits.map(({ text: now }) => now).join('\n'),
        one.message,
      );
    }
    text = mended.text;
    found = check(text);
  }
  const named = headingsByName(text);
  const left = leftEdits(found, options);
  if (left.length > 0) {
    text = applied(text, left);
    found = check(text);
  }
  const led = anchorEdits(found, named, options);
  if (led.length > 0) {
    text = applied(text, led);
    found = check(text);
  }
  return withoutRefusedParts(repaired(text, found, check, options), {
    errorsIn: (own) => check(own).diagnostics.filter(({ severity }) => severity === 'error'),
    lineOf: (line) => options.lineOf(line),
    told,
  });
}

/** Signs of other programs that a post would print as they stand, and that have no words for its readers. */
const foreignSigns = /^(?::[a-z]+-[a-z\d-]+:|\{[^{}\n]*\})$/;

/** What no fix is known for, and what a page would show as signs all the same: it is left out, and told. */
function leftEdits({ file, diagnostics }: Checked, { told, lineOf }: MendOptions): Edit[] {
  let end = 0;
  return diagnostics.flatMap((one): Edit[] => {
    const { start } = one.range;
    const written = file.text.slice(start.offset, one.range.end.offset);
    const isOfGuide = one.rule.startsWith('guide/');
    const isSign = foreignSigns.test(written) || /^#+(?:\s|<!--[^>]*-->)*$/.test(written);
    const isOfFence = /^[ \t>]*(?:`{3,}|~{3,})[^`]*$/.test(lineAt(file, start.line)) && start.column > 4;
    // Each stands once, whatever is told of it.
    if (one.fix || start.offset < end || !isOfGuide || !(isSign || isOfFence)) return [];
    end = one.range.end.offset;
    told.lose(isSign ? 'sign' : 'word of a fence', lineOf(start.line), written, one.message);
    const before = /(?:^|[ \t]*)$/.exec(file.text.slice(Math.max(0, start.offset - 20), start.offset))![0];
    const isAtEnd = /^[ \t]*(?:\r?\n|$)/.test(file.text.slice(end, end + 20));
    // One blank less on one side: where a list says by its blanks what stands in it, it is the one behind.
    const isBetween = !isAtEnd && before !== '' && file.text[end] === ' ';
    return [
      { start: start.offset - (isAtEnd ? before.length : 0), end: isBetween ? end + 1 : end, text: '' },
    ];
  });
}

/** Links within the post, to the anchors that its headings have here; one without a place leads to the beginning of the post. */
function anchorEdits(
  { file, anchors, links }: Checked,
  named: ReadonlyMap<string, string>,
  { told, lineOf }: MendOptions,
): Edit[] {
  if (!anchors) return [];
  const known = new Set(['content', 'top', ...anchors]);
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return links.flatMap(({ url, start, end }): Edit[] => {
    if (!url.startsWith('#') || known.has(decodedAnchor(url)) || file.text.slice(start, end) !== url)
      return [];
    const wanted = decodedAnchor(url);
    const near = anchors.find((one) => one === named.get(wanted) || plain(one) === plain(wanted));
    const line = lineOf(rangeAt(file, start, start).start.line);
    if (near === undefined)
      told.lose('link', line, url, 'There is no such place in the post; it leads to its beginning.');
    else told.change('link', line, url, `#${near}`, 'A heading has this anchor here.');
    return [{ start, end, text: `#${near ?? 'content'}` }];
  });
}

/** The anchors that headings have here, by the ids that other programs have given them: `## Racks {#all-racks}`. */
function headingsByName(text: string): ReadonlyMap<string, string> {
  const named = text.matchAll(/^#{1,6} +([^\n]*?) *\{:? *#([\w.-]+)[^{}\n]*\} *$/gm);
  return new Map([...named].map(([, words = '', id = '']) => [id, slugOf(words.replace(/[*_`]/g, ''))]));
}

function decodedAnchor(url: string): string {
  try {
    return decodeURIComponent(url.slice(1));
  } catch {
    return url.slice(1);
  }
}

interface Checked {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly blocks: readonly CheckedBlock[];
  readonly anchors: readonly string[] | undefined;
  readonly links: Guide['links'];
}

/** Tells of the repairs of a text, line by line as it stands and as it is proposed; gives it with them where they are wanted. */
function repaired(
  text: string,
  found: Checked,
  check: (text: string) => Checked,
  options: MendOptions,
): string {
  const { told, applyRepairs } = options;
  const whys = new Map<number, string[]>();
  let mended = text;
  let state = found;
  // One damage hides another: a line is repaired until nothing more is found in it.
  for (let round = 0; round < mostRounds; round++) {
    const repairs = state.blocks.flatMap((block) => repairsOf(block, state));
    if (repairs.length === 0) break;
    for (const { line, why } of repairs) whys.set(line, [...new Set([...(whys.get(line) ?? []), why])]);
    mended = applied(
      mended,
      repairs.flatMap(({ edits }) => edits),
    );
    state = check(mended);
  }
  const what = applyRepairs ? 'repair' : 'proposed repair';
  for (const [line, reasons] of [...whys].sort(([a], [b]) => a - b)) {
    const was = lineAt(found.file, line);
    const now = lineAt(state.file, line);
    if (was !== now) told.change(what, sourceLine(line, found.file, options), was, now, reasons.join(' '));
  }
  const moves = state.blocks.flatMap((block) => outputRepairs(block, state.file, found));
  for (const { line, was, now, why } of moves)
    told.change(what, sourceLine(line, found.file, options), was, now, why);
  if (!applyRepairs) return text;
  return applied(
    mended,
    moves.flatMap(({ edits }) => edits),
  );
}

/** Of a line in a listing: that of the listing in the source, and as many below. */
function sourceLine(line: number, file: SourceFile, { lineOf }: MendOptions): number {
  let listing = -1;
  let opened = 0;
  let fence = '';
  for (let index = 1; index <= line; index++) {
    const mark = /^\s*(?:>\s*)*(`{3,}|~{3,})/.exec(lineAt(file, index))?.[1];
    if (mark === undefined) continue;
    if (fence === '') {
      fence = mark;
      listing++;
      opened = index;
    } else if (mark.startsWith(fence)) fence = '';
  }
  return lineOf(opened + 1, Math.max(listing, 0)) + Math.max(0, line - opened - 1);
}

/** Repairs within lines: none adds or takes away one, so that each line stands where it stood. */
function repairsOf(checked: CheckedBlock, { file, diagnostics }: Checked): Repair[] {
  const { code } = checked.block;
  if (code.text.trim() === '') return [];
  const { start, end } = originSpan(code, 0, code.text.length);
  const own = diagnostics.filter(
    ({ fix, range, rule }) =>
      fix?.edits.every(
        (edit) => !edit.text.includes('\n') && !file.text.slice(edit.start, edit.end).includes('\n'),
      ) &&
      range.start.offset >= start &&
      range.end.offset <= end &&
      isOfText(rule, checked),
  );
  const taken = new Set(own.flatMap(({ fix }) => fix!.edits.map((edit) => edit.start)));
  const lineOf = (edit: Edit) => rangeAt(file, edit.start, edit.start).start.line;
  const ofBlog = damageRepairs(code.text, languages[checked.block.dialect].text).flatMap((one): Repair[] => {
    const from = originOffset(code, one.start, 'start');
    const to = one.end === one.start ? from : originOffset(code, one.end, 'end');
    const edit = { start: from, end: to, text: one.text };
    return from < start || taken.has(from) ? [] : [{ line: lineOf(edit), why: one.why, edits: [edit] }];
  });
  return [
    ...own.flatMap(({ fix, message }) =>
      fix!.edits.map((edit) => ({ line: lineOf(edit), why: message, edits: [edit] })),
    ),
    ...ofBlog,
  ];
}

/** Damage of the text, and no advice on what it says. */
function isOfText(rule: string, { block }: CheckedBlock): boolean {
  return rule.startsWith('hygiene/') || rule === languages[block.dialect].text.promptRule?.id;
}

/**
 * What a device has printed among the commands belongs into a block of its own behind them. `before`: as the text stood when prompts
 * still told which lines are commands; it has the same lines.
 */
function outputRepairs({ block, commands }: CheckedBlock, file: SourceFile, before: Checked): Move[] {
  const startLine = originRange(block.code, 0, 0).start.line;
  const lines = block.code.text.split('\n');
  const session = lines.map((_, index) => lineAt(before.file, startLine + index));
  const printed = printedLines(block, session, commands);
  for (const { rule, range } of before.diagnostics)
    if (rule === outputRule)
      for (let line = range.start.line; line <= range.end.line; line++) printed.add(line - startLine);
  const runs: { first: number; last: number }[] = [];
  for (const index of [...printed].filter((one) => one >= 0 && one < lines.length).sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && lines.slice(run.last + 1, index).every((line) => line.trim() === '')) run.last = index;
    else runs.push({ first: index, last: index });
  }
  const fence = lineAt(file, startLine - 1);
  const mark = /^\s*(`+|~+)/.exec(fence)?.[1] ?? '```';
  return runs.flatMap(({ first, last }) => {
    if (first === 0) return [];
    const was = session.slice(first, last + 1).join('\n');
    const gap = lines.slice(0, first).findLastIndex((line) => line.trim() !== '') + 1;
    if (gap === 0) return [];
    const start = file.lineStarts[startLine + gap - 1] ?? file.text.length;
    const from = file.lineStarts[startLine + first - 1] ?? file.text.length;
    const next = lines.findIndex((line, index) => index > last && line.trim() !== '');
    const isLast = next < 0;
    const end = file.lineStarts[startLine + last] ?? file.text.length;
    const to = isLast ? end : (file.lineStarts[startLine + next - 1] ?? end);
    return [
      {
        line: startLine + first,
        was,
        now: `${mark}output captured="${captured}"\n${was}\n${mark}`,
        why: 'These lines are what the device prints: they belong into an output block behind the command.',
        edits: [
          { start, end: from, text: `${mark}\n\n${mark}output captured="${captured}"\n` },
          ...(isLast ? [] : [{ start: end, end: to, text: `${mark}\n\n${fence}\n` }]),
        ],
      },
    ];
  });
}

const captured = 'for the post, before it came here';

/** In a session, where commands stand behind prompts: the lines that are none, and go on with none. */
function printedLines(
  { dialect }: CheckedBlock['block'],
  lines: readonly string[],
  commands: CheckedBlock['commands'],
): Set<number> {
  const { text, comment, ownNames } = languages[dialect];
  const isPrompted = (index: number) => text.promptLength(lines[index]!, lines[index - 1] ?? '') > 0;
  const printed = new Set<number>();
  if (!lines.some((_, index) => isPrompted(index))) return printed;
  const known = new Set(
    commands
      .filter(({ support, name }) => support !== 'unknown' && ownNames.test(name))
      .map(({ line }) => line),
  );
  let isBehindPrompt = false;
  let goesOn = false;
  for (const [index, line] of lines.entries()) {
    if (isPrompted(index)) {
      isBehindPrompt = true;
      goesOn = /[`|{(,]\s*$/.test(line);
    } else if (goesOn) goesOn = /[`|{(,]\s*$/.test(line) || line.trim() === '';
    else if (
      isBehindPrompt &&
      line.trim() !== '' &&
      !known.has(index) &&
      !line.trimStart().startsWith(comment)
    )
      printed.add(index);
  }
  return printed;
}
