import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { slipIn, withSlip } from '../break-script.ts';
import type { SampleExample, Samples } from './samples.ts';

// The files that both checkouts are asked about: all of them come from BEFORE.
//
//   content/, fixtures/         src/content and test/fixtures as they are
//   rules/RULE/N-PART/…         the examples of the rules' pages that are posts, labs or comparisons, each in a content tree of its own
//   powershell/…, ios/…         bare scripts: examples, made lines and sessions, snippets, the blocks of posts, texts of one's own
//   …/spoilt/…, spoilt/N/…      the same with a mistake: a post, lab or comparison in a content tree of its own
//   protected/…                 a file that can be repaired and must not be

/** Posts, labs and comparisons with a mistake; scripts of each dialect with one. */
const spoiltEach = { posts: 110, data: 70, powershell: 150, ios: 110 };

export interface Inputs {
  readonly folder: string;
  readonly files: number;
  readonly rules: readonly string[];
  readonly labworks: readonly string[];
  readonly labs: readonly string[];
  readonly lines: Samples['lines'];
  readonly sessions: Samples['sessions'];
  readonly random: () => number;
}

interface Text {
  readonly name: string;
  readonly text: string;
}

export function writeInputs(
  folder: string,
  before: string,
  samples: Samples,
  texts: string | undefined,
  random: () => number,
): Inputs {
  const write = (path: string, text: string | Buffer) => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  const content = join(before, 'src/content');
  cpSync(content, join(folder, 'content'), { recursive: true });
  cpSync(join(before, 'test/fixtures'), join(folder, 'fixtures'), { recursive: true });
  writeExamples(samples.examples, write);
  samples.lines.forEach(({ platform, text }, index) =>
    write(`powershell/lines/${platform}-${index + 1}.ps1`, `${text}\n`),
  );
  samples.sessions.forEach(({ platform, lines }, index) =>
    write(`ios/sessions/${platform}-${index + 1}.ios`, `${lines.join('\n')}\n`),
  );
  const posts = textsIn(folder, /^(?:content|fixtures|rules)\/.*\.mdx$/);
  posts.flatMap(blocksOf).forEach(({ name, text }) => write(name, text));
  for (const { name, text } of [
    ...textsIn(join(before, 'test'), /\.(?:ps1|ios|cfg)$|^fixtures\/.*\.txt$/),
    ...(texts === undefined ? [] : textsIn(texts, /\.(?:ps1|ios|cfg)$/)),
  ])
    write(scriptPath(name), text);
  write('protected/alias.ps1', 'gci C:\\\n');
  chmodSync(join(folder, 'protected/alias.ps1'), 0o444);

  const spoil = (from: readonly Text[], count: number, nameOf: (name: string, index: number) => string) => {
    if (from.length === 0) throw new Error('there is nothing to put mistakes into');
    for (let index = 0; index < count; index++) {
      const { name, text } = from[Math.floor(random() * from.length)]!;
      write(nameOf(name, index + 1), spoilt(text, random));
    }
  };
  const inTree = (name: string, index: number) =>
    `spoilt/${extname(name).slice(1)}-${index}/${name.split('/').slice(-2).join('/')}`;
  const byName = (name: string, index: number) => `${name.split('/')[0]!}/spoilt/${index}-${basename(name)}`;
  spoil(posts, spoiltEach.posts, inTree);
  spoil(textsIn(folder, /^(?:content|fixtures|rules)\/.*\.ya?ml$/), spoiltEach.data, inTree);
  spoil(textsIn(folder, /^powershell\/(?!lines)/), spoiltEach.powershell, byName);
  spoil(textsIn(folder, /^ios\//), spoiltEach.ios, byName);
  // A post whose lab does not hold is told of the lab's mistakes.
  const labs = textsIn(folder, /^content\/labs\//);
  const lab = labs[0]!;
  for (const index of [1, 2, 3]) {
    cpSync(join(content, 'labworks'), join(folder, `broken-labs/${index}/labworks`), { recursive: true });
    write(
      `broken-labs/${index}/labs/${basename(lab.name)}`,
      lab.text.slice(0, (lab.text.length * index) / 5),
    );
  }
  return {
    folder,
    files: filesBelow(folder).length,
    rules: filesBelow(join(content, 'rules')).map((path) => path.replace(/\.md$/, '')),
    labworks: numbersOf(posts.filter(({ name }) => name.startsWith('content/labworks/'))),
    labs: labs.map(({ name }) => basename(name, extname(name))),
    lines: samples.lines,
    sessions: samples.sessions,
    random,
  };
}

export function numbersOf(posts: readonly Text[]): string[] {
  return [...new Set(posts.flatMap(({ text }) => /^labwork: *(\d+)/m.exec(text)?.[1] ?? []))];
}

/** The files below a folder, from there, with `/` between folders. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

export function textsIn(folder: string, pattern: RegExp): Text[] {
  return filesBelow(folder)
    .filter((name) => pattern.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** As test/rules.test.ts reads them; what an example is given stands beside it. */
function writeExamples(
  examples: readonly SampleExample[],
  write: (path: string, text: string) => void,
): void {
  const pathOf = ({ language, meta }: SampleExample) =>
    meta['path'] ?? (language === 'yaml' ? 'labs/example.yaml' : 'labworks/example.mdx');
  examples.forEach((example, index) => {
    const { rule, part, language, meta, code } = example;
    const name = `${rule}/${index + 1}-${part}`;
    if (language === 'powershell' || language === 'ios') {
      const extension = language === 'ios' ? 'ios' : 'ps1';
      write(`${language}/examples/${name.replaceAll('/', '-')}-${meta['platform']}.${extension}`, code);
    } else if (part !== 'given') {
      for (const given of examples)
        if (given.rule === rule && given.part === 'given')
          write(`rules/${name}/${pathOf(given)}`, given.code);
      write(`rules/${name}/${pathOf(example)}`, code);
    }
  });
}

/** The fenced commands of a post, each as a script. */
function blocksOf({ name, text }: Text): Text[] {
  const blocks = text.matchAll(/^(`{3,})(powershell|ios)\b.*\n([\s\S]*?)^\1$/gm);
  return [...blocks].map(([, , dialect, code], index) => ({
    name: `${dialect!}/blocks/${name.replaceAll('/', '-')}-${index + 1}.${dialect === 'ios' ? 'ios' : 'ps1'}`,
    text: code!,
  }));
}

/** A configuration gets the extension that the check knows switches by. */
function scriptPath(name: string): string {
  const path = name.replaceAll('/', '-');
  return path.endsWith('.ps1')
    ? `powershell/texts/${path}`
    : `ios/texts/${path.endsWith('.ios') ? path : `${path}.ios`}`;
}

/** A text with one mistake, or in another encoding. */
function spoilt(text: string, random: () => number): string | Buffer {
  const below = (limit: number) => Math.floor(random() * limit);
  const lines = text.split('\n');
  const line = below(lines.length);
  switch (below(13)) {
    case 0:
      return text.slice(0, below(text.length));
    case 1:
      return lines.toSpliced(line, 1).join('\n');
    case 2:
      return lines.toSpliced(line, 1 + below(8)).join('\n');
    case 3:
      return lines.toSpliced(line, 2, ...lines.slice(line, line + 2).reverse()).join('\n');
    case 4:
      return lines.toSpliced(line, 0, lines[below(lines.length)]!).join('\n');
    case 5:
      return text
        .replace(/'([^'\n]*)'/g, (_match, inner: string) => `‘${inner}’`)
        .replace(/"([^"\n]*)"/g, (_match, inner: string) => `“${inner}”`);
    case 6:
      return text.replace(/ -(?=\w)/g, () => (random() < 0.3 ? ' –' : ' -'));
    case 7:
      return text.replace(/ /g, () => (random() < 0.05 ? '\u00a0' : ' '));
    case 8:
      return text.replaceAll('\n', '\r\n');
    case 9:
      return Buffer.from(`\uFEFF${text}`, random() < 0.5 ? 'utf16le' : 'utf8');
    case 10:
      // Latin-1, which is not UTF-8 once it has an umlaut.
      return random() < 0.5 ? Buffer.from(`${text}ä`, 'latin1') : '';
    default:
      return withSlip(text, slipIn(text, random));
  }
}
