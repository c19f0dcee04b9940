import { parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

const help = `labworks: checks and bundles executable guides

  npx labworks new KIND "TITLE"   begin a post, a lab, a comparison or a correction
  npx labworks import FILE --from F
                                bring posts along from WordPress, Hugo, Jekyll, Docusaurus, Ghost or plain Markdown
  npx labworks check [FILE…]    check posts, labs, comparisons, figures and scripts
  npx labworks simulate FILE…   type switch commands into a modelled switch, and show what it makes of them
  npx labworks console --lab L  sit at the prompt of a modelled switch
  npx labworks plan N           show what the steps of labwork N make of each device
  npx labworks bundle N         write the script bundle of labwork N
  npx labworks release N        release that bundle under a version of its own, which never changes
  npx labworks compat N         show labwork N on every version of Windows Server
  npx labworks publish POST…    record what posts say when they are first published
  npx labworks correct POST…    record what has changed in a post since, and say what it is
  npx labworks history POST     print the revisions of a post
  npx labworks diff POST 1..2   show what changed between two revisions, word by word
  npx labworks links [POST…]    ask other sites whether what posts link to is still there
  npx labworks addresses        remember what is published, so that a lost address is told
  npx labworks lsp              tell an editor all of this while one types; docs/editors.md
  npx labworks explain RULE     say what a rule finds, why, and what to do
  npx labworks explain 'COMMAND …' --platform P
                                say how a command binds, and why

  npx labworks COMMAND --help   the options of a command
  npx labworks --version

Exit codes: 0 nothing wrong, 1 errors were found, 2 the tool was used wrongly or could not do its work.
`;

/** Each is loaded when it is asked for. */
const commands: Readonly<
  Record<string, () => Promise<{ run(args: string[]): Promise<number> | number; readonly help: string }>>
> = {
  new: () => import('./commands/new.ts'),
  import: () => import('./commands/import.ts'),
  check: () => import('./commands/check.ts'),
  plan: () => import('./commands/plan.ts'),
  bundle: () => import('./commands/bundle.ts'),
  release: () => import('./commands/release.ts'),
  compat: () => import('./commands/compat.ts'),
  simulate: () => import('./commands/simulate.ts'),
  console: () => import('./commands/console.ts'),
  explain: () => import('./commands/explain.ts'),
  links: () => import('./commands/links.ts'),
  correct: () => import('./commands/correct.ts'),
  history: () => import('./commands/history.ts'),
  diff: () => import('./commands/diff.ts'),
  publish: () => import('./commands/publish.ts'),
  addresses: () => import('./commands/addresses.ts'),
  lsp: () => import('./commands/lsp.ts'),
};

/** Runs a command as it was typed; gives its exit code. */
export async function runCommandLine(args: string[]): Promise<number> {
  try {
    const [word, ...rest] = args;
    const load = word === undefined ? undefined : Object.hasOwn(commands, word) ? commands[word] : undefined;
    if (!load) return await withoutCommand(args);
    const command = await load();
    if (rest.includes('--help') || rest.includes('-h')) {
      process.stdout.write(command.help);
      return 0;
    }
    return await command.run(rest);
  } catch (error) {
    const { printError } = await import('./terminal.ts');
    if (error instanceof UsageError || isParseArgsError(error)) {
      const { shortSentences } = await import('../lib/engine.ts');
      printError(shortSentences((error as Error).message), 'See `npx labworks --help`.');
      return 2;
    }
    // What the disk refused is told in its own words.
    if (error instanceof Error && 'errno' in error) {
      const { diskProblem } = await import('../workspace/disk-problem.ts');
      printError(diskProblem(error.message) ?? error.message);
      return 2;
    }
    printError('this is a fault of the tool:', (error as Error).stack ?? String(error));
    return 2;
  }
}

async function withoutCommand(args: string[]): Promise<number> {
  const [word] = args;
  if (word !== undefined && !word.startsWith('-')) {
    const { didYouMean } = await import('./choose.ts');
    const help = didYouMean(word, Object.keys(commands));
    throw new UsageError([`there is no command “${word}”.`, help].filter(Boolean).join(' '));
  }
  const { values } = parseArgs({
    args,
    options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } },
  });
  if (values.version) {
    const { version } = await import('../workspace/identity.ts');
    process.stdout.write(`${version}\n`);
    return 0;
  }
  (values.help ? process.stdout : process.stderr).write(help);
  return values.help ? 0 : 2;
}

function isParseArgsError(error: unknown): boolean {
  return String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
