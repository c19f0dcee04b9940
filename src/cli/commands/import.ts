import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, loadImporter } from '../../lib/engine.ts';
import type { ConvertedPost } from '../../lib/import/convert-post.ts';
import type { ImportReport, PostImport } from '../../lib/import/import-report.ts';
import { loadCatalogue } from '../../workspace/facts.ts';
import { openInput } from '../../workspace/import-input.ts';
import type { OpenedInput } from '../../workspace/import-input.ts';
import { contentFolder, shownPath } from '../../workspace/paths.ts';
import { siteAround } from '../../workspace/site-addresses.ts';
import { today } from '../../workspace/today.ts';
import { writeNewPost } from '../../workspace/write-import.ts';
import { choose } from '../choose.ts';
import { printError, stderr, stdout } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { mostShown, postImportText } from '../views/import.ts';

export const help = `npx labworks import FILE|DIR --from FORMAT [options]

Brings posts along from another program: each becomes a post of this site, with its pictures beside it. What could not be kept as it
was is told post by post. Nothing that lies here is overwritten, and nothing is asked for over the network; run again, it goes on where
it was broken off.

  --from FORMAT     wordpress (an export, .xml), hugo, jekyll, docusaurus, ghost (an export, .json) or markdown
                    (folders of Markdown: MkDocs, Starlight and others)
  --out DIR         the content folder to write to (default: src/content)
  --kind KIND       what the posts become: field-notes or allegories (default: field-notes)
  --dry-run         write nothing, and report all the same
  --apply-repairs   write the repairs of damaged commands that are proposed otherwise
  --format FORMAT   pretty or json (default: pretty)

Exit codes: 0 all posts came along; 1 some did not, for something else lies in their place or they cannot be read; 2 the tool was used
wrongly or could not do its work.
`;

/** Of how many posts the progress is told. */
const manyPosts = 100;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      out: { type: 'string' },
      kind: { type: 'string', default: 'field-notes' },
      'dry-run': { type: 'boolean', default: false },
      'apply-repairs': { type: 'boolean', default: false },
      format: { type: 'string', default: 'pretty' },
    },
  });
  const { importFormats, importKinds, exportEndings, isConverted, openImport } = await loadImporter();
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('name one export or one folder to import.');
  if (values.from === undefined)
    throw new UsageError(`--from says what the posts come from: ${importFormats.join(', ')}.`);
  const format = choose('--from', values.from, importFormats);
  const kind = choose('--kind', values.kind, importKinds);
  const view = choose('--format', values.format, ['pretty', 'json']);
  const opened = openInput(path, exportEndings[format]);
  if (!opened) throw new UsageError(`there is no “${path}”.`);
  for (const { path: one, problem } of opened.problems) printError(`${one}: ${problem}.`);
  const out = values.out === undefined ? contentFolder : resolve(values.out);
  const engine = createEngine({ catalogue: loadCatalogue() });
  const importing = openImport(opened.input, {
    format,
    kind,
    engine,
    applyRepairs: values['apply-repairs'],
    today: today(),
    reserved: siteAround().addresses,
  });
  const tally = new Tally(importing.count, view === 'json');
  for (const item of importing.items()) {
    if (!isConverted(item)) tally.add(item);
    else tally.add(written(item, opened, out, values['dry-run']), true);
  }
  tally.close(values['dry-run'], out);
  return tally.refused > 0 ? 1 : 0;
}

/** Writes a post, and gives its report with where it lies, or why it does not. */
function written(
  { path, text, files, report }: ConvertedPost,
  { root }: OpenedInput,
  out: string,
  isDry: boolean,
): PostImport {
  const shown = shownPath(resolve(out, path));
  if (isDry) return { ...report, path: shown };
  const state = writeNewPost(out, {
    path,
    text,
    files: files.map(({ id, name }) => ({ from: resolve(root, id), name })),
  });
  if (state !== 'taken') return { ...report, path: shown };
  const why = `Something else lies at ${shown}, and is left as it is.`;
  return {
    ...report,
    path: '',
    kept: {},
    lost: [{ what: 'post', line: 1, text: report.source, why }, ...report.lost],
  };
}

/** Counts what became of the posts, and tells it as it comes. */
class Tally {
  refused = 0;
  readonly #count: number;
  readonly #reports: PostImport[] | undefined;
  #posts = 0;
  #shown = 0;
  #changed = 0;
  #lost = 0;
  #proposed = 0;
  #plain = 0;
  #told = 0;

  constructor(count: number, isJson: boolean) {
    this.#count = count;
    this.#reports = isJson ? [] : undefined;
  }

  add(post: PostImport, isPost = false): void {
    const isMade = post.path !== '';
    if (isMade) this.#posts++;
    // What is no post has nothing to be refused.
    else if (isPost || post.lost.some(({ what }) => what === 'post')) this.refused++;
    this.#changed += post.changed.length;
    this.#lost += post.lost.length;
    this.#proposed += post.changed.filter(({ what }) => what === 'proposed repair').length;
    this.#plain += post.changed.filter(({ what, now }) => what === 'listing' && now === 'text').length;
    if (this.#reports) this.#reports.push(post);
    else if (this.#shown < mostShown) {
      if (isPost || post.path !== '') this.#shown++;
      stdout.print(`${postImportText(post, stdout.painter)}\n`);
    }
    if (isPost && this.#count >= manyPosts && this.#posts % 50 === 0 && this.#posts !== this.#told) {
      this.#told = this.#posts;
      stderr.print(`${this.#posts} of ${this.#count} posts\n`);
    }
  }

  close(isDry: boolean, out: string): void {
    if (this.#reports) {
      const report: ImportReport = { version: 1, posts: this.#reports };
      stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    }
    const print = this.#reports ? stderr : stdout;
    const where = shownPath(out);
    if (this.#posts > this.#shown && !this.#reports)
      print.print(`and ${this.#posts - this.#shown} more posts, of which --format json tells.\n\n`);
    print.print(
      `${this.#posts} posts ${isDry ? 'would come' : 'came'} along${this.refused > 0 ? `, ${this.refused} did not` : ''}; ${this.#changed} things are written otherwise, ${this.#lost} were lost, ${this.#proposed} repairs of commands are proposed.${this.#plain > 0 ? ` ${this.#plain} listings stand as plain text until what is told of them is mended, for they would be refused.` : ''}\n`,
    );
    print.print(
      isDry
        ? 'Nothing was written. Next: the same command without --dry-run.\n'
        : `Next: look at ${where}, mend what \`npx labworks check${out === contentFolder ? '' : ` ${where}`}\` tells${this.#proposed > 0 ? ' (--apply-repairs, on an empty folder, writes the repairs)' : ''}, then record what is published with \`npx labworks publish --all\`.\n`,
    );
  }
}
