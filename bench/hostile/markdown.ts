import { createEngine, createSourceFile } from '../../src/lib/engine.ts';
import { loadCatalogue } from '../../src/workspace/facts.ts';
import type { HostileInput } from './hostile-input.ts';

// Shapes that some Markdown parser takes quadratic time for, or has overflowed its stack with. Each fills a post of almost 200,000
// characters, in paragraphs as long as the limits of `guide/limits.ts` let them be.

const head = '---\ntitle: A post\ndate: 2014-04-25\nsummary: Short.\n---\n\n';
const maxLength = 199_000;
const maxMarks = 5900;

export const markdown: readonly HostileInput[] = Object.entries({
  'lazy lines of a quote': () => repeat('b\n', '> a\n'),
  'quotes with lazy lines': () => repeat('> a\nb\n'),
  'lazy lines of deep quotes': () => repeat('b\n', `${'> '.repeat(29)}a\n`),
  'deep quotes': () => repeat(`${'> '.repeat(29)}a\n`),
  'quoted lists': () => repeat('> - a\n'),
  'quoted fences': () => repeat('> ```\n'),
  'numbered items': () => repeat('1. a\n'),
  items: () => repeat('- a\n'),
  'items with blank lines': () => repeat('- a\n\n'),
  'items with lone CR': () => repeat('- a\r'),
  tasks: () => repeat('- [x] a\n'),
  'lists below lists': () => Array.from({ length: 430 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
  'lists on a line': () => repeat(`${'- '.repeat(29)}a\n`),
  'fences in items': () => repeat('- ```\n'),
  'letters with dots': () => repeat('a.'),
  'names with an at sign': () => repeat('a@'),
  'addresses of people': () => repeat('a@b.c '),
  'addresses of pages': () => repeat('http://a '),
  'names of pages': () => repeat('www.a.b '),
  'runs of backticks': () => Array.from({ length: 620 }, (_, index) => '`'.repeat(index + 1)).join(' '),
  backticks: () => repeat('` '),
  headings: () => repeat('# a\n'),
  'underlined headings': () => repeat('a\n===\n'),
  rules: () => repeat('---\n'),
  'blank lines': () => repeat('\n'),
  blanks: () => repeat(' '),
  tabs: () => repeat('\t'),
  lines: () => repeat('a\r\n'),
  words: () => repeat('word '),
  'words of other scripts': () => repeat('слово 语🙂 '),
  'code of one line': () => repeat('```text\na\n```\n'),
  'code without an end': () => repeat('````text\n\n'),
  'lines of code': () => `\`\`\`text\n${repeat('  a {b}\n')}\`\`\`\n`,
  tables: () => repeat('|a|\n|-|\n\n'),
  rows: () => repeat('|a|b|\n', '|a|b|\n|-|-|\n'),
  'short rows of a wide table': () => repeat('|x\n', `${'|a'.repeat(39)}|\n${'|-'.repeat(39)}|\n`),
  notes: () => numbered((index) => `[^${index}]\n\n[^${index}]: x\n\n`),
  'references to a note': () => repeat('[^a] ', '[^a]: b\n\n'),
  'notes that nobody refers to': () => numbered((index) => `[^${index}]: x\n\n`),
  definitions: () => numbered((index) => `[${index}]: x\n\n`),
  references: () => repeat('[a] ', '[a]: b\n\n'),
  links: () => repeat('[a](b) '),
  'open links': () => repeat('[a]('),
  'open titles': () => repeat('[a](b "'),
  'open definitions': () => repeat('[a]: b "'),
  'open brackets': () => repeat('['),
  'brackets in brackets': () => nested('[', ']'),
  'open pictures': () => repeat('!['),
  'parentheses of a link': () => `[a](${repeat('(')}`,
  stars: () => repeat('*a '),
  'stars of two kinds': () => repeat('*a **b '),
  'double stars': () => repeat('**a'),
  'emphasis in emphasis': () => repeat('*a _'),
  'strong words': () => repeat('**a** '),
  'deleted words': () => repeat('~~a '),
  entities: () => repeat('&amp;'),
  escapes: () => repeat('\\*'),
  backslashes: () => repeat('\\', '', '{'),
  formulas: () => repeat('$x$ '),
  'open formulas': () => repeat('$a '),
  'formulas without an end': () => repeat('$$a\n'),
  'brackets of TeX': () => repeat('\\(a '),
  'open shortcodes': () => repeat('{{< a '),
  'open shortcodes before an end': () => `${repeat('{{< a ')}%}`,
  'shortcodes around code': () => repeat('{{< highlight a >}}\n'),
  'open directives': () => repeat(':::note\n'),
  'closing directives': () => repeat(':::\n'),
  'titles of directives': () => `:::note ${repeat('**a `')}`,
  'directives with text': () => repeat(':::note\na\n:::\n'),
  alerts: () => repeat('> [!NOTE]\n> a\n\n'),
  'marked words': () => repeat('==a== '),
  'open marks': () => repeat('==a '),
  'closing marks': () => repeat('a== '),
  'emoji codes': () => repeat(':x: '),
  'misspelt emoji codes': () => repeat(':warnning: '),
  'definitions of terms': () => repeat('a\n: b\n'),
  'definitions of a term': () => repeat(': b\n', 'a\n'),
  'open forms of others': () => repeat('[code [[a ^[ '),
  'undefined references': () => repeat('[a b][c] '),
  'marks without a note': () => repeat('[^1] '),
  'indented lines': () => repeat('    a\n\n'),
  'rows with more cells': () => repeat('|a|`b|c`|\n', '|a|b|\n|-|-|\n'),
  tags: () => repeat('<kbd>a</kbd> '),
  'tags of lines': () => repeat('<br/>\n'),
  'open tags': () => repeat('<b>'),
  'open tags of lines': () => repeat('<Aside>\n\n'),
  'closing tags': () => repeat('</b>'),
  'tags in tags': () => nested('<b>', '</b>'),
  'tags and stars in tags': () => nested('<b>*', '*</b>'),
  attributes: () => repeat('b="c" ', '<Aside ', '/>'),
  'brackets of no tag': () => repeat('a < b '),
  'starts of tags': () => repeat('<a '),
  literals: () => repeat('{1}'),
  'literals of lines': () => repeat('{1}\n'),
  'open braces': () => repeat('{'),
  'open braces of lines': () => repeat('{\n\n'),
  'braces in braces': () => nested('{', '}'),
  'a string of braces': () => repeat('}', '{"', '"}'),
  'strings of an open brace': () => repeat('{" '),
  comments: () => repeat('{/* a */}\n'),
  'open comments': () => repeat('{/* '),
  'a comment of braces': () => repeat('}', '{/*', '*/}'),
  'brackets in a program': () => `{${'('.repeat(95_000)}1${')'.repeat(95_000)}}`,
  'brackets in an attribute': () => `<Aside title={${'['.repeat(2400)}${']'.repeat(2400)}} />`,
  'functions in a program': () => repeat('a=>', '{', '1}'),
  'a program in an export': () => `export const a = ${'('.repeat(95_000)}1${')'.repeat(95_000)}`,
  imports: () => repeat('import a from "b"\n\n'),
  exports: () => repeat('export const a = {\n\n'),
  'values in prose': () => repeat('<Value of="vswitch" /> '),
  corrections: () => repeat('<Correction of="a" id="b">x</Correction> '),
  'characters that are replaced': () => repeat('a\0 '),
}).map(([name, make]) => ({
  name: `Markdown: ${name}`,
  make: () => `${head}${make()}`,
  read: (text) =>
    createEngine({ catalogue: loadCatalogue() }).readGuide(createSourceFile('allegories/post.mdx', text)),
}));

/** As many units as a post takes, a blank line where a paragraph can hold no more. */
function repeat(unit: string, before = '', after = ''): string {
  const marks = marksIn(unit);
  const perParagraph = marks === 0 ? Infinity : Math.floor(maxMarks / marks);
  const count = Math.floor((maxLength - before.length - after.length) / unit.length);
  let text = '';
  for (let left = count; left > 0 && text.length < maxLength; left -= perParagraph)
    text += `${text ? '\n\n' : ''}${before}${unit.repeat(Math.min(left, perParagraph))}${after}`;
  return text.slice(0, maxLength);
}

function nested(opening: string, closing: string): string {
  const marks = marksIn(`${opening}${closing}`);
  const depth = Math.floor(maxMarks / marks);
  return `${opening.repeat(depth)}x${closing.repeat(depth)}`;
}

function numbered(unit: (index: number) => string): string {
  let text = '';
  for (let index = 0; text.length < maxLength; index++) text += unit(index);
  return text.slice(0, maxLength);
}

/** As `guide/limits.ts` counts them. */
function marksIn(text: string): number {
  return [...text.matchAll(/[*_[\]{}<~&]/g)].reduce((sum, [mark]) => sum + (mark === '<' ? 2 : 1), 0);
}
