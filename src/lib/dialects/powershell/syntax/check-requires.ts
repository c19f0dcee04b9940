import { isConstant } from './check-attributes.ts';
import type { ReportSyntax } from './node-context.ts';
import { parseCommand } from './parse-commands.ts';
import { createParser, goTo } from './parser.ts';
import type { CommandNode, CommandParameter, Expression, Hashtable, SyntaxProblem } from './tree.ts';

const flags = [
  'runasadministrator',
  'shellid',
  'pssnapin',
  'psedition',
  'version',
  'assembly',
  'modules',
] as const;

/**
 * `#Requires` comments, which PowerShell reads as a command with parameters of its own before it runs a script.
 * Source: about_Requires, and the tokenizer of the open-source engine.
 */
export function checkRequires(
  text: string,
  comments: readonly { readonly start: number; readonly end: number }[],
  version: number,
): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (const { start, end } of comments) {
    if (!/^#requires/i.test(text.slice(start, start + 9))) continue;
    const parser = createParser(text, start + 1, version, { tokens: 10_000, statements: 1000 });
    parser.limit = end;
    goTo(parser, start + 1);
    const command = parseCommand(parser);
    for (const item of parser.problems) problems.push(item);
    if (command) checkRequirement(command, (problem) => problems.push(problem));
  }
  return problems;
}

function checkRequirement({ elements, start, end }: CommandNode, report: ReportSyntax): void {
  const [word] = elements;
  if (word?.kind !== 'text' || word.value.toLowerCase() !== 'requires')
    report({
      start,
      end,
      message:
        'A comment that begins with `#Requires` states what the script needs, and this one cannot be read so.',
      hint: 'Write for example `#Requires -Version 5.1`, or put a blank after the `#` of a comment.',
    });
  const given = new Set<string>();
  for (let at = 1; at < elements.length; at++) {
    const element = elements[at]!;
    if (element.kind !== 'parameter') {
      report({
        start: element.start,
        end: element.end,
        message: 'A parameter was expected here in `#Requires`.',
        hint: 'Write for example `#Requires -Modules Hyper-V`.',
      });
      continue;
    }
    const name = element.name.toLowerCase();
    const flag = flags.find((one) => one.startsWith(name));
    const value = element.value ?? elements[at + 1];
    if (!element.value && value) at++;
    checkValue(element, flag, value, given, report);
  }
}

function checkValue(
  { name, start, end }: CommandParameter,
  flag: (typeof flags)[number] | undefined,
  value: Expression | CommandParameter | undefined,
  given: Set<string>,
  report: ReportSyntax,
): void {
  const reportAt = (
    message: string,
    hint: string,
    at: { readonly start: number; readonly end: number } = { start, end },
  ) => report({ start: at.start, end: at.end, message, hint });
  if (flag === 'runasadministrator') {
    if (value)
      reportAt('`-RunAsAdministrator` takes no value.', 'Put another `#Requires` on a line of its own.');
    return;
  }
  if (!value) {
    reportAt(`\`-${name}\` needs a value.`, 'Write the value after it.');
    return;
  }
  if (value.kind === 'parameter' || !isPlain(value)) {
    reportAt('What `#Requires` is given must be written out.', 'Write the value itself.', value);
    return;
  }
  if (!flag) {
    reportAt(
      `\`#Requires\` has no parameter \`-${name}\`.`,
      'It knows -Version, -Modules, -PSEdition, -RunAsAdministrator, -PSSnapin and -ShellId.',
    );
    return;
  }
  const written = value.kind === 'text' ? value.value : value.kind === 'number' ? value.written : undefined;
  if (flag === 'version' && (written === undefined || !/^\d+(?:\.\d+){0,3}$/.test(written)))
    reportAt('This is no version.', 'Write for example `#Requires -Version 5.1`.', value);
  if (given.has(flag) && (flag === 'shellid' || flag === 'psedition'))
    reportAt(`\`-${name}\` is given twice.`, 'Remove one of the two.');
  given.add(flag);
  if (flag === 'modules')
    for (const module of value.kind === 'array' ? value.elements : [value]) {
      const wrong = module.kind === 'hashtable' ? wrongModule(module) : undefined;
      if (wrong) reportAt(wrong, 'Write `@{ ModuleName = …; ModuleVersion = … }`.', value);
    }
}

const moduleKeys = ['modulename', 'moduleversion', 'requiredversion', 'maximumversion', 'guid'];

/** What is wrong with the description of a module; undefined where nothing is. Source: about_Requires. */
function wrongModule({ entries }: Hashtable): string | undefined {
  const keys = entries.map(({ key }) => (key.kind === 'text' ? key.value : ''));
  const lower = keys.map((key) => key.toLowerCase());
  const odd = keys.find((key) => !moduleKeys.includes(key.toLowerCase()));
  if (odd !== undefined) return `A module is not described by \`${odd}\`.`;
  if (!lower.includes('modulename')) return 'A module is described here without its ModuleName.';
  if (!lower.some((key) => key.endsWith('version')))
    return 'A module is described here without a version, which is what a hashtable is for.';
  return lower.includes('requiredversion') &&
    lower.some((key) => key === 'moduleversion' || key === 'maximumversion')
    ? 'A module has either a RequiredVersion or a range of versions, and not both.'
    : undefined;
}

/** As for an attribute, and hashtables. */
function isPlain(value: Expression): boolean {
  if (value.kind === 'array') return value.elements.every(isPlain);
  if (value.kind !== 'hashtable') return isConstant(value, false);
  return value.entries.every(
    ({ key, value: content }) =>
      isConstant(key, false) &&
      content?.kind === 'pipeline' &&
      content.elements.length === 1 &&
      content.elements[0]!.kind === 'value' &&
      isPlain(content.elements[0]!.expression),
  );
}
