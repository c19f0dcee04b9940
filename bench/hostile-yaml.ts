import { createSourceFile, readComparison, readLab, readMembership } from '../src/lib/engine.ts';

// YAML that nobody writes but somebody may send, each of a size just below the limit of what is read. Every one ends in diagnostics, and
// in less than two seconds: `node tools/run.mjs bench/hostile-yaml.ts` prints what each costs of a core, read as a lab, as a comparison and
// as front matter.

/** Characters that are read of a YAML text; a little more is told and not read. */
const limit = 100_000;

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Of about `size` characters each, by name. */
export function hostileYamlTexts(size = limit): Readonly<Record<string, string>> {
  const filled = (text: string, own = size) => text.repeat(Math.floor(own / text.length));
  const most = size - 1_000;
  const share = (count: number) => Math.floor((count * size) / limit);
  const depth = Math.floor(Math.sqrt(size * 1.9));
  const levels = (level: (indent: string) => string) => lines(depth, (index) => level(' '.repeat(index)));
  return {
    'keys, all different': lines(share(8_000), (index) => `key${index}: x`),
    'keys, all the same': filled('a: 1\n'),
    'keys of every object': lines(
      2_000,
      (index) => `${['constructor', '__proto__', 'toString'][index % 3]}: 1`,
    ),
    'keys in a flow mapping': `{${lines(share(7_000), (index) => `key${index}: x,`)}}`,
    'keys that are mappings': filled('? { a: b }\n: c\n'),
    'explicit keys': filled('? a\n: b\n'),
    'one long key': `${'k'.repeat(most)}: v`,
    'a list in one line': `[${filled('a, ', most)}]`,
    'pairs in one line': `[${filled('a: b, ', most)}]`,
    'empty lists in a list': `[${filled('[],', most)}]`,
    'a list never closed': `[${filled('a, ', most)}`,
    'lists, deep': '['.repeat(size),
    'lists, deep and closed': '['.repeat(size / 2) + ']'.repeat(size / 2),
    'mappings, deep': filled('{a: '),
    'mappings and lists, deep': filled('[a, {b: '),
    'items of items': filled('- '),
    'keys of keys': filled('? '),
    'levels of mappings': levels((indent) => `${indent}a:`),
    'levels of items': levels((indent) => `${indent}-`),
    'levels that go up': lines(depth, (index) => `${' '.repeat(depth - index)}a: b`),
    'brackets that close nothing': filled(']'),
    'braces that close nothing': filled('}'),
    'documents of brackets': filled('[]'),
    'a laughing bomb': `a0: &a0 [x, x]\n${lines(share(60), (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)}`,
    'an anchor that holds itself': 'a: &a [*a]',
    'anchors in a row': filled('&a '),
    'anchors by line': lines(share(9_000), (index) => `- &a${index} x`),
    aliases: `- &a x\n${filled('- *a\n', most)}`,
    'merge keys': filled('<<: 1\n'),
    'tags in a row': filled('!a '),
    'tags that are known': filled('- !!str a\n'),
    'exclamation marks': filled('!'),
    directives: filled('%a\n'),
    documents: filled('---\n'),
    'documents with something in them': filled('--- a\n'),
    'ends of documents': filled('...\n'),
    comments: filled('# c\n'),
    'comments after keys': filled('a: #c\n'),
    'comments in a list': `[${filled('#c\n', most)}]`,
    'comments before a value': `a:\n${filled('#c\n', most)} b`,
    'a literal block': `a: |\n${filled(' text\n', most)}`,
    'a literal block of empty lines': `a: |\n${filled('\n', most)}`,
    'a folded block': `a: >\n${filled(' t\n\n  x\n', most)}`,
    'a header of a block': `a: |${filled('1', most)}`,
    escapes: `"${filled('\\x41', most)}"`,
    'an open quote': `"${filled('a\n', most)}`,
    'folded line breaks': `"${filled('\n', most)}"`,
    'doubled quotes': `'${filled("''", most)}'`,
    'a text over many lines': filled('a\n'),
    'one long word': 'a'.repeat(size),
    colons: filled(':'),
    'colons with blanks': filled('a: '),
    tabs: filled('\ta: b\n'),
    'tabs after colons': filled('a:\t'),
    'blank lines': filled('\n'),
    'carriage returns': filled('\r'),
    blanks: filled(' '),
    'byte order marks': filled('\uFEFF'),
    'null characters': filled('\0'),
    'halves of surrogates': filled('\uD800'),
    digits: `a: ${'9'.repeat(most)}`,
    'zeros after a point': `a: 0.${'0'.repeat(most)}1`,
    'underscores between digits': `labwork: ${filled('1_', most)}1`,
    'too much by far': filled('a: b\n', 5_000_000),
    'a lab of links to nothing': labOf(
      lines(share(900), (index) => `  - { name: d${index}, title: D, class: host }`),
      lines(share(1_200), (index) => `  - { from: e${index}/p, to: f${index}/p }`),
    ),
    'a lab of addresses of nobody': `${labOf('  - { name: d, title: D, class: host }', '')}networks:\n${lines(
      300,
      (index) =>
        `  - { id: n${index}, name: N, vlan: ${index + 1}, purpose: x, cable: grey, hosts: { ${Array.from({ length: 12 }, (_, host) => `h${host}: 10.0.0.1`).join(', ')} } }`,
    )}`,
    'a comparison without cells': `title: a\nsummary: b\nform: findings\nrowTitle: c\nsource: d\ncolumns:\n${lines(share(1_700), (index) => `  - { id: c${index}, title: x }`)}\nrows:\n${lines(share(1_200), (index) => `  - { id: r${index}, title: x, cells: {} }`)}`,
    'tags of a post': `title: a\ndate: 2014-01-01\nsummary: b\ntags: [${filled('~, ', most)}]`,
  };
}

/** Each read as a lab, as a comparison and as front matter. */
export const hostileYaml: readonly { readonly name: string; readonly run: () => void }[] = Object.entries(
  hostileYamlTexts(),
).map(([name, text]) => ({
  name: `YAML: ${name}`,
  run: () => {
    readLab(createSourceFile('labs/lab.yaml', text));
    readComparison(createSourceFile('comparisons/comparison.yaml', text));
    readMembership('labworks/post.mdx', `---\n${text}\n---\n`);
  },
}));

function labOf(devices: string, links: string): string {
  return `title: A lab\nsummary: A lab.\ndevices:\n${devices}\n${links === '' ? '' : `links:\n${links}\n`}`;
}

if (import.meta.main) {
  for (const { name, run } of hostileYaml) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    console.log(`${((user + system) / 1000).toFixed(0).padStart(6)} ms  ${name}`);
  }
}
