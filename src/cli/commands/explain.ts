import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createEngine,
  createSourceFile,
  isRuleId,
  languages,
  platforms,
  rules,
  sliceOf,
  toPretty,
  windowsServers,
} from '../../lib/engine.ts';
import type { PlatformId } from '../../lib/platforms/platforms.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { contentFolder, withSlashes } from '../../workspace/paths.ts';
import { readText } from '../../workspace/text-file.ts';
import { choose, choosePlatform, didYouMean } from '../choose.ts';
import { stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { explanationJson, explanationText } from '../views/explanation.ts';
import { rulePage } from '../views/rule-page.ts';

const example = "labworks explain 'Get-VM -Name hv1' --platform windows-server-2012-r2";

export const help = `npx labworks explain RULE
npx labworks explain 'COMMAND …' --platform P [--format F]

Prints the page of a rule, for example hygiene/curly-quote: what it finds, why it matters, and an example of each side.
Without a rule, lists them all.

Or shows how a PowerShell command, or several in a pipeline, bind on a platform: which parameter each argument goes to and why,
the parameter set that is chosen, why the others are not, and what the check has to say.

  --platform P   ${windowsServers.slice(0, 4).join(', ')},
                 ${windowsServers.slice(4).join(', ')}, azure-stack-hci, azure-local, powershell-7
  --format F     pretty or json (default: pretty)

Exit codes: 0 explained, 1 the command has errors, 2 it could not be done.
`;

export function run(args: string[]): number {
  const { values, positionals } = parsed(args);
  const [word, ...more] = positionals;
  if (word === undefined) return listRules();
  if (values.platform === undefined && isLikeRule(word)) {
    if (more.length > 0) throw new UsageError('explain takes one rule.');
    return explainRule(word);
  }
  if (more.length > 0) throw new UsageError(`put the whole command in quotes: \`${example}\`.`);
  if (values.platform === undefined)
    throw new UsageError(
      `“${word}” is no rule, and for a command --platform must say where it runs: \`${example}\`.`,
    );
  const platform = choosePlatform(values.platform);
  if (!languages[platforms[platform].dialect].bindsArguments)
    throw new UsageError(
      `${platform} does not run PowerShell, and only PowerShell binds arguments; \`labworks check\` reads IOS.`,
    );
  return explainCommand(word, platform, choose('--format', values.format, ['pretty', 'json']));
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { platform: { type: 'string' }, format: { type: 'string', default: 'pretty' } },
    });
  } catch (error) {
    // Parameters of a command that the shell has taken apart.
    if (
      (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' &&
      !args[0]?.startsWith('-')
    )
      throw new UsageError(
        `${(error as Error).message.split('.')[0]}. Put the whole command in quotes: \`${example}\`.`,
      );
    throw error;
  }
}

function listRules(): number {
  const width = Object.keys(rules)
    .map((rule) => rule.length)
    .reduce((most, item) => Math.max(most, item), 0);
  const lines = Object.entries(rules).map(([rule, severity]) => `${rule.padEnd(width)}  ${severity}`);
  stdout.print(`${lines.join('\n')}\n`);
  return 0;
}

/** `powershell/…`, or the second half of a rule's name alone. */
function isLikeRule(word: string): boolean {
  return /^[a-z0-9]+\/[\w-]*$/.test(word) || Object.keys(rules).some((rule) => rule.endsWith(`/${word}`));
}

function explainRule(word: string): number {
  if (!isRuleId(word)) {
    // Its second half alone is as near as a slip.
    const whole = Object.keys(rules).find((rule) => rule.endsWith(`/${word}`));
    const help =
      didYouMean(word, Object.keys(rules)) ??
      (whole === undefined ? '`labworks explain` lists them.' : `Did you mean “${whole}”?`);
    throw new UsageError(`there is no rule “${word}”. ${help}`);
  }
  const path = join(contentFolder, 'rules', `${word}.md`);
  const page = readText(path);
  if ('problem' in page) throw new UsageError(`the page of ${word} cannot be read: ${page.problem}.`);
  stdout.print(rulePage(word, createSourceFile(withSlashes(path), page.text), stdout.painter));
  return 0;
}

function explainCommand(text: string, platform: PlatformId, format: 'pretty' | 'json'): number {
  const file = createSourceFile('<command>', text);
  const engine = createEngine({ catalogue: loadCatalogue() });
  const { explanations, diagnostics } = engine.explain(sliceOf(file), platform);
  if (explanations.length === 0 && diagnostics.length === 0)
    throw new UsageError('there is no command in it.');
  if (format === 'json') stdout.write(explanationJson(explanations, platform, diagnostics));
  else {
    const { painter } = stdout;
    const problems = toPretty(diagnostics, new Map([[file.path, file]]), painter);
    const shown = explanationText(explanations, platform, painter);
    stdout.print([shown, problems].filter(Boolean).join('\n'));
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
