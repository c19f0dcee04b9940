import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { rulesWith } from '../../diagnostics/rule-table.ts';
import { placed, syntaxDiagnostic } from './place-problems.ts';
import { rules, rulesOfWriting } from './rules.ts';
import type { Slice } from '../../source/slice.ts';
import { originRange, touchesSubstituted } from '../../source/slice.ts';
import type { BoundCommand, CodeReading, Dialect, Language } from '../dialect.ts';
import type { ValuePlace, WrittenValues } from '../value-places.ts';
import type { PowerShellArgument, PowerShellCommand } from './command.ts';
import { powershellPlatformOf, powershellPlatforms } from './platforms.ts';
import { checkWords } from './lint/casing.ts';
import { checkLeaving } from './lint/leaves-script.ts';
import { secretsIn } from './lint/plain-text-secret.ts';
import { checkReservedName } from './lint/reserved-name.ts';
import { checkScriptHead } from './lint/script-head.ts';
import type { BindingProblem } from './binding/binding.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { powershellVersion } from './catalogue/versions.ts';
import type { CheckedBinding, CheckedCommand } from './binding/check-command.ts';
import { checkBroken } from './binding/broken-continuation.ts';
import { checkCommand, fullBudget } from './binding/check-command.ts';
import { isAssignmentLine } from './binding/odd-names.ts';
import { findBrokenCommands } from './binding/join-lines.ts';
import { changedCommands } from './evaluation/changed-objects.ts';
import { evaluate } from './evaluation/evaluate.ts';
import type { ScriptTree } from './syntax/parse.ts';
import { explainProblems } from './syntax/explain-problems.ts';
import { parse } from './syntax/parse.ts';
import { lineOf, lineStarts, promptsOf } from './syntax/prompts.ts';
import { writeValues } from './syntax/quote.ts';
import { modulesRequiredBy } from './binding/imported-modules.ts';
import type { PowerShellSession } from './binding/session.ts';
import { define, startSession } from './binding/session.ts';
import { tokensIn, tokensOf } from './syntax/tokens.ts';
import type { CommandNode, Node, ValueElement, Hashtable } from './syntax/tree.ts';
import { powershellText } from './text-conventions.ts';
import { powershellComment, powershellId, quotingHint } from './powershell-id.ts';
import { walk } from './syntax/walk.ts';

/** PowerShell as far as it is known without its catalogue. */
export const powershellLanguage = {
  id: powershellId,
  title: 'PowerShell',
  extensions: ['.ps1', '.psm1'],
  otherNames: ['ps', 'ps1', 'psm1', 'pwsh', 'posh', 'powershell-core', 'windows-powershell'],
  ownNames: /^[a-z]{2,}-[a-z]\w+$/i,
  comment: powershellComment,
  text: powershellText,
  bindsArguments: true,
  hasEngine: true,
  scriptRules: rulesWith(rules, 'ofScripts'),
  bundleRules: rulesWith(rules, 'ofBundles'),
  fileRules: rulesWith(rules, 'ofFiles'),
  strictRules: rulesWith(rules, 'strictInBundles'),
  quotingHint,
  writeValues: writeAndKeep,
  tokensOf,
} as const satisfies Language;

/**
 * PowerShell as a dialect: parsing by its own grammar, binding by the catalogue for the device's platform. `optional`: the
 * optional rules that are to be reported.
 */
export function createPowerShell(
  catalogue: Catalogue,
  optional: ReadonlySet<string> = new Set(),
): Dialect<PowerShellSession, PowerShellCommand> {
  return {
    ...powershellLanguage,
    start: ({ platform }, file) => startSession(powershellPlatformOf(platform), file !== undefined),
    restart: (session) => session,
    read: (code, session) => read(code, session, catalogue, optional),
  };
}

/** Findings about the commands of one script; nobody reads on behind these. */
const mostTold = 5000;

const tooMany = {
  message: `More than ${String(mostTold)} things are wrong up to here, and of the rest nothing is told.`,
  hint: 'Mend these first.',
};

/** Scripts that were parsed while values were written into them, until they are read. */
const scriptsWithValues = new WeakMap<Slice, { readonly version: number; readonly script: ScriptTree }>();

function writeAndKeep(code: Slice, places: readonly ValuePlace[], platform: string): WrittenValues {
  const version = powershellVersion(powershellPlatformOf(platform));
  const { script, slice, written } = writeValues(code, places, version);
  if (script) scriptsWithValues.set(slice, { version, script });
  return { slice, written };
}

function parsed(code: Slice, version: number): ScriptTree {
  const before = scriptsWithValues.get(code);
  return before?.version === version ? before.script : parse(code.text, version);
}

function read(
  code: Slice,
  before: PowerShellSession,
  catalogue: Catalogue,
  optional: ReadonlySet<string>,
): CodeReading<PowerShellSession, PowerShellCommand> {
  const { text } = code;
  const { platform } = before;
  const script = parsed(code, powershellVersion(platform));
  const { statements } = script;
  const defined = define(
    before,
    statements.map(({ statement }) => statement),
    catalogue,
    text,
    modulesRequiredBy(text),
  );
  const sound = statements.filter(({ trust }) => trust === 'sound').map(({ statement }) => statement);
  const { runs, variables } = evaluate(sound, before.variables);
  const session = { ...defined, variables };
  const starts = lineStarts(text);
  const commands: PowerShellCommand[] = [];
  const { problems: syntax, spans } = explainProblems(script.problems, text);
  const diagnostics: Diagnostic[] = syntax.map((problem) => syntaxDiagnostic(code, problem, before.isFile));
  let told = 0;
  const report = (problems: readonly BindingProblem[]) => {
    for (const problem of problems) {
      if (told > mostTold || !isAuthors(code, problem)) continue;
      // What comes of a cause that is told is not told as well.
      if (spans.some(({ start, end }) => start <= problem.start && problem.start < end)) continue;
      const { rule, start, end } = problem;
      diagnostics.push(placed(code, told++ < mostTold ? problem : { rule, start, end, ...tooMany }));
    }
  };
  const upstream = new Map<Node, CommandNode | ValueElement>();
  const readOf = new Map<Node, PowerShellCommand>();
  const changed = changedCommands(sound);
  const goals = new Map<Node, PowerShellCommand['goesTo']>();
  const place = { text, catalogue, session, optional, budget: fullBudget() };
  const broken = findBrokenCommands(script, text);
  const isData = sound.length > 0 && sound.length === statements.length && sound.every(isAssignmentLine);
  // `Everyone:(OI)(CI)F`, and `-Filter { Name -like 'a*' }`: texts in parentheses and braces.
  const notCode = new Set<Node>();
  const entries = new Set<Node>();
  const upstreamOf = (node: Node) => {
    const from = upstream.get(node);
    return (from && broken.parts.get(from)) ?? from;
  };
  const defaults = script.parameters ?? [];
  report(defaults.flatMap(secretsIn));
  report(checkScriptHead(script, text, powershellVersion(platform)));
  for (const { statement, trust } of statements) {
    const isSound = trust === 'sound';
    // Where the innermost test that began so far ends: tests are met before what is in them.
    let testedUntil = 0;
    // Where the block ends that a command was given of which nothing is known: it may be a language of its own.
    let foreignUntil = 0;
    if (isSound) report(checkLeaving(statement));
    walk(statement, (node) => {
      // Resources of a configuration are DSC's, not commands.
      if (node.kind === 'block' && node.keyword === 'configuration') return false;
      if (node.kind === 'pipeline')
        node.elements.slice(1).forEach((element, index) => upstream.set(element, node.elements[index]!));
      if (node === statement && node.kind === 'pipeline')
        for (const [index, element] of node.elements.entries())
          goals.set(element, index < node.elements.length - 1 ? 'next' : 'screen');
      if (node.kind === 'if' || node.kind === 'switch') testedUntil = Math.max(testedUntil, node.end);
      if (isSound) report([...secretsIn(node), ...checkWords(node, text), ...checkReservedName(node)]);
      if (notCode.has(node)) return false;
      if (node.kind === 'hashtable') for (const command of loneValues(node)) entries.add(command);
      if (node.kind === 'command') {
        // A line that another command was to go on with is no command.
        if (broken.parts.has(node)) return true;
        const from = upstreamOf(node);
        const keys = node.start < foreignUntil ? 'foreign' : isData ? 'data' : 'none';
        const torn = broken.of.get(node);
        if (torn) {
          const { problem, command } = checkBroken(torn, node, {
            ...place,
            before: from,
            tested: false,
            keys,
          });
          report([problem]);
          commands.push({
            ...listed(code, command, lineOf(starts, command.start), isSound),
            node: torn.joined,
            piped: from !== undefined,
            upstream: undefined,
            goesTo: 'elsewhere',
            isChanged: false,
            // It does not run as it stands.
            runs: undefined,
          });
          report(command.problems);
          return true;
        }
        const tested = node.start < testedUntil || (from !== undefined && isFilter(from));
        for (const checked of checkCommand(node, {
          ...place,
          before: from,
          tested,
          keys,
          isEntry: entries.has(node),
        })) {
          if (checked.support === 'unknown' && node.elements.some(({ kind }) => kind === 'script-block'))
            foreignUntil = Math.max(foreignUntil, node.end);
          for (const one of checked.notCode) notCode.add(one);
          const line = lineOf(starts, checked.start);
          const own = checked.start === node.start;
          const command: PowerShellCommand = {
            ...listed(code, checked, line, isSound),
            node: own ? node : undefined,
            piped: own && from !== undefined,
            upstream: own && from ? readOf.get(from) : undefined,
            goesTo: (own && goals.get(node)) || 'elsewhere',
            isChanged: own && changed.has(node),
            runs: own ? runs.get(node.start) : undefined,
          };
          commands.push(command);
          if (own) readOf.set(node, command);
          if (isSound) report(checked.problems);
          for (const block of blocksAsText(checked, from !== undefined)) notCode.add(block);
        }
      }
      return true;
    });
  }
  diagnostics.sort((a, b) => a.range.start.offset - b.range.start.offset);
  return {
    commands,
    diagnostics,
    prompts: promptsOf(text, script),
    context: powershellPlatforms[platform].shell,
    tokens: () => tokensIn(text, script),
    syntax: () => script,
    session,
  };
}

/** Commands that are the whole value of a key each. */
function loneValues({ entries }: Hashtable): readonly CommandNode[] {
  return entries.flatMap(({ value }) => {
    const [only, more] = value?.kind === 'pipeline' ? value.elements : [];
    return !more && only?.kind === 'command' ? [only] : [];
  });
}

/** Script blocks that a command takes as the text in them, and does not run. */
function blocksAsText({ binding }: CheckedCommand, piped: boolean): readonly Node[] {
  return (binding?.arguments ?? []).flatMap(({ parameter, value }) => {
    if (value?.kind !== 'script-block' || !/^String(?:\[\])?$/.test(parameter?.type ?? '')) return [];
    // Where objects come in, a block for what they may supply is run for each of them.
    const isDelayed =
      piped && [...parameter!.places.values()].some((place) => place.fromPipeline || place.byPropertyName);
    return isDelayed ? [] : [value];
  });
}

/** What was not read whole is listed, and nothing is claimed of it. */
function listed(
  code: Slice,
  { name, start, end, support, binds, binding }: CheckedCommand,
  line: number,
  isSound: boolean,
): Omit<PowerShellCommand, 'node' | 'piped' | 'runs' | 'upstream' | 'goesTo' | 'isChanged'> {
  return {
    name,
    range: originRange(code, start, end),
    line,
    start,
    end,
    support: isSound ? support : 'unknown',
    binds: isSound && binds,
    arguments: (binding?.arguments ?? []).map(
      ({ start: from, end: to, parameter, element, value }): PowerShellArgument => ({
        name: parameter?.name,
        text: code.text.slice(from, to),
        start: from,
        end: to,
        value,
        nameStart: element?.start ?? from,
        nameEnd: element?.nameEnd ?? to,
      }),
    ),
    ...(binding ? { binding: placedBinding(code, binding) } : {}),
  };
}

function placedBinding(
  slice: Slice,
  { module, parameterSet, arguments: list }: CheckedBinding,
): BoundCommand {
  return {
    module,
    parameterSet,
    arguments: list.map(({ start, end, parameter, how }) => ({
      parameter: parameter?.name,
      how: parameter ? how : undefined,
      range: originRange(slice, start, end),
      text: slice.text.slice(start, end),
    })),
  };
}

/** Names and secrets that are filled in are the lab's. */
function isAuthors(slice: Slice, { rule, start, end }: BindingProblem): boolean {
  return !rulesOfWriting.has(rule) || !touchesSubstituted(slice, start, end);
}

/** What comes through a filter was looked at. */
function isFilter(element: CommandNode | ValueElement): boolean {
  const [name] = element.kind === 'command' ? element.elements : [];
  return name?.kind === 'text' && /^(?:Where-Object|where|\?)$/i.test(name.value);
}
