import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/rules.ts';
import type { Slice } from '../../source/slice.ts';
import { originOffset, originRange } from '../../source/slice.ts';
import type { Analysis, Command as ListedCommand, Dialect } from '../dialect.ts';
import { platforms } from '../platform.ts';
import type { Problem } from './bind.ts';
import type { Catalogue } from './catalogue.ts';
import { powershellVersion } from './catalogue.ts';
import type { CheckedCommand } from './check-command.ts';
import { checkCommand } from './check-command.ts';
import { parse } from './parse.ts';
import { lineOf, lineStarts, promptsOf } from './prompts.ts';
import { quote } from './quote.ts';
import type { PowerShellSession } from './session.ts';
import { define, startSession } from './session.ts';
import type { Node, SyntaxProblem } from './tree.ts';
import { walk } from './walk.ts';

/** PowerShell as a dialect: parsing by its own grammar, binding by the catalogue for the device's platform. */
export function createPowerShell(catalogue: Catalogue): Dialect<PowerShellSession> {
  return {
    id: 'powershell',
    start: ({ platform }) => startSession(platform),
    restart: (session) => session,
    analyze: (slice, session) => analyze(slice, session, catalogue),
    quote,
  };
}

function analyze(slice: Slice, before: PowerShellSession, catalogue: Catalogue): Analysis<PowerShellSession> {
  const { text } = slice;
  const { platform } = before;
  const script = parse(text, powershellVersion(platform));
  const { statements } = script;
  const session = define(
    before,
    statements.map(({ statement }) => statement),
    catalogue.hasModule,
  );
  const starts = lineStarts(text);
  const commands: ListedCommand[] = [];
  const diagnostics: Diagnostic[] = script.problems.map((problem) => placed(slice, syntaxProblem(problem)));
  const list = (checked: CheckedCommand, sound: boolean) => {
    const { start, end, name, support } = checked;
    // What was not read whole is listed, and nothing is claimed of it.
    const line = lineOf(starts, start);
    commands.push({
      name,
      range: originRange(slice, start, end),
      line,
      support: sound ? support : 'unknown',
    });
    if (sound) for (const problem of checked.problems) diagnostics.push(placed(slice, problem));
  };
  const piped = new Set<Node>();
  for (const { statement, trust } of statements) {
    walk(statement, (node) => {
      // Resources of a configuration are DSC's, not commands.
      if (node.kind === 'block' && node.keyword === 'configuration') return false;
      if (node.kind === 'pipeline') for (const element of node.elements.slice(1)) piped.add(element);
      if (node.kind === 'command') {
        for (const checked of checkCommand(node, catalogue, platform, session, piped.has(node)))
          list(checked, trust === 'sound');
      }
      return true;
    });
  }
  diagnostics.sort((a, b) => a.range.start.offset - b.range.start.offset);
  return {
    commands,
    diagnostics,
    prompts: promptsOf(text, script),
    context: platforms[platform].shell,
    session,
  };
}

function placed(slice: Slice, problem: Problem): Diagnostic {
  const { start, end, replace, ...finding } = problem;
  const range = originRange(slice, start, Math.min(end, slice.text.length));
  if (!replace) return diagnose({ ...finding, file: slice.file, range });
  const edit = {
    start: originOffset(slice, start, 'start'),
    end: originOffset(slice, end, 'end'),
    text: replace.text,
  };
  return diagnose({
    ...finding,
    file: slice.file,
    range,
    fix: { title: replace.title, safety: 'unsafe', edits: [edit] },
  });
}

function syntaxProblem({ start, end, message, hint }: SyntaxProblem): Problem {
  return { rule: 'powershell/syntax', start, end, message, ...(hint === undefined ? {} : { hint }) };
}
