import { asideKindOf } from '../guide/extensions/aside-kinds.ts';
import type { Told } from './import-report.ts';
import type { ImportInput, ImportSource } from './import-source.ts';
import { pictureEnding } from './prepare-html.ts';
import { changeProse, lineOfOffset } from './prose-of.ts';
import { attributesOf, padded } from './shortcode.ts';
import { datedName, openTree, settingOf } from './tree-posts.ts';

const configs = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`),
);

/** A tree of Hugo: what lies in `content`, page bundles with their pictures. */
export function openHugo(input: ImportInput): ImportSource {
  const hasContent = input.paths.some((path) => path.startsWith('content/'));
  const ofLanguages = hasContent ? languageFolders(input.paths) : undefined;
  const inContent = (path: string) =>
    hasContent ? path.replace(/^content\//, '').replace(ofLanguages ?? /^(?!)/, '') : path;
  const permalinks = new Map<string, string>();
  for (const path of configs) {
    const text = input.paths.includes(path) ? (input.read(path) ?? '') : '';
    for (const [, section = '', pattern = ''] of text.matchAll(
      /^[ \t]*["']?([\w-]+)["']?[ \t]*[:=][ \t]*["']?([^"'\n]*:(?:year|month|monthname|day|weekday|weekdayname|yearday|sections?|title|slug|filename|slugorfilename|contentbasename|slugorcontentbasename)\b[^"'\n]*)/gm,
    ))
      permalinks.set(section, `/${pattern.replace(/^\//, '')}`);
  }
  return openTree(input, {
    origins: [settingOf(input, configs, 'baseURL')].filter(Boolean),
    isPost: (path) =>
      /\.(?:md|markdown|mdown|html)$/i.test(path) &&
      (hasContent
        ? path.startsWith('content/')
        : !/^(?:themes|layouts|archetypes|static|public|resources|assets|README)/i.test(path)) &&
      !/\/_index\.[a-z.]+$/i.test(path) &&
      inContent(path) !== '_index.md',
    place: (path, fields) => {
      const dated = datedName(inContent(path));
      const folders = inContent(path).split('/').slice(0, -1);
      const isBundle = /\/index\.[^/]*$/.test(path);
      const section = folders[0] ?? '';
      const name =
        fields.slug || (isBundle || dated.date === undefined ? nameOf(inContent(path)) : dated.name);
      const above = isBundle ? folders.slice(0, -1) : folders;
      const pattern = permalinks.get(section);
      const [year = '', month = '', day = ''] = (fields.date ?? dated.date ?? '').split('-');
      const values: Readonly<Record<string, string>> = {
        year,
        month,
        day,
        slug: name,
        title: name,
        filename: name,
        contentbasename: name,
        slugorfilename: name,
        slugorcontentbasename: name,
        section,
        sections: above.join('/'),
      };
      const own =
        fields.url !== ''
          ? fields.url
          : pattern !== undefined
            ? pattern.replace(/:([a-z]+)/g, (_, key: string) => values[key] ?? '')
            : `/${[...above, name].join('/')}/`.toLowerCase();
      const from = (alias: string) => (alias.startsWith('/') ? alias : `/${[...above, alias].join('/')}`);
      return { addresses: [from(own), ...fields.aliases.map(from)], name, date: dated.date, draft: false };
    },
    settle: (text, { line, path }, told) => {
      const folder = path.replace(/[^/]*$/, '');
      const pictures = input.paths.filter((one) => one.startsWith(folder) && pictureEnding.test(one));
      const resource = (word: string) =>
        pictures.map((one) => one.slice(folder.length)).find((one) => one.includes(word));
      return withoutShortcodes(text, { line, told, resource });
    },
  });
}

/** Where all content lies in folders by language, `content/en/…`: the folder of one, which is no part of an address. */
function languageFolders(paths: readonly string[]): RegExp | undefined {
  const language = /^content\/([a-z]{2}(?:-[a-z]{2,4})?)\//i;
  const posts = paths.filter((path) => /^content\/.*\.(?:md|markdown|html)$/i.test(path));
  const isAll = posts.length > 0 && posts.every((path) => language.test(path));
  return isAll ? /^[a-z]{2}(?:-[a-z]{2,4})?\//i : undefined;
}

interface ShortcodePlace {
  readonly line: number;
  readonly told: Told;
  /** Labels of tabs that the shortcode around them names, in their order. */
  readonly labels: string[];
  /** The picture beside the post that a word of a shortcode means. */
  resource(word: string): string | undefined;
}

function nameOf(path: string): string {
  return path
    .replace(/\.[^./]+$/, '')
    .replace(/\/index$/, '')
    .replace(/^.*\//, '');
}

/** Hugo's shortcodes as Markdown: those that come with it, and boxes as most themes have them; others are told, and their text is kept. */
function withoutShortcodes(text: string, { line, told, resource }: Omit<ShortcodePlace, 'labels'>): string {
  const labels: string[] = [];
  const fenced = text.replace(
    /^[ \t]*\{\{[<%]\s*highlight\s+([^\n]*?)\s*[>%]\}\}[ \t]*\n?([\s\S]*?)\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/gm,
    (written: string, rest: string, code: string) => {
      const [language = ''] = rest.replace(/["']/g, '').split(/\s+/);
      told.change(
        'listing',
        line,
        written.split('\n')[0]!,
        language,
        'A listing says its language at its fence here.',
      );
      const marks = '`'.repeat(
        (code.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length + 1), 3),
      );
      return padded(
        `${marks}${language}\n${code.replace(/^\n/, '').replace(/\n[ \t]*$/, '')}\n${marks}`,
        written,
      );
    },
  );
  // A box may hold listings, which part the text that it stands in.
  const closed = new Set(
    [...fenced.matchAll(/\{\{[<%]\s*\/\s*([\w./-]+)\s*[>%]\}\}/g)].map((match) => match[1]!),
  );
  const open: boolean[] = [];
  return changeProse(fenced, told, (prose, first, telling) => {
    return prose
      .replace(
        /\{\{([<%])\/\*([\s\S]*?)\*\/[>%]\}\}/g,
        (_, sign: string, inside: string) => `\uE020{${sign}${inside}${sign === '<' ? '>' : '%'}}}`,
      )
      .replace(
        /(?<!\uE020)\{\{[<%]\s*(\/?)\s*([\w./-]+)((?:[^>%]|[>%](?!\}\}))*?)\s*(\/?)[>%]\}\}/g,
        (written: string, closing: string, name: string, rest: string, alone: string, offset: number) => {
          const own = line + lineOfOffset(prose, offset, first);
          if (closing !== '') {
            const wasBox = open.pop();
            return wasBox ? padded(':::', written) : padded('', written);
          }
          const isPair = closed.has(name) && alone === '';
          const shown = isPair ? `${written} {{< /${name} >}}` : written;
          const made = shortcodeText(name, rest.trim(), isPair, shown, {
            line: own,
            told: telling,
            labels,
            resource,
          });
          if (isPair) open.push(made.startsWith(':::'));
          return padded(made, written);
        },
      )
      .replaceAll('\uE020', '{')
      .replace(/^[ \t]*\{\{%?\s*TOC\s*%?\}\}/gm, '');
  });
}

function shortcodeText(
  name: string,
  rest: string,
  isPair: boolean,
  written: string,
  { line, told, labels, resource }: ShortcodePlace,
): string {
  const { attributes, words } = attributesOf(rest);
  const of = (...keys: readonly string[]) => keys.map((key) => attributes.get(key)).find(Boolean) ?? '';
  const [first = '', second = ''] = words;
  const link = (label: string, url: string) => {
    told.change(
      'shortcode',
      line,
      written,
      url,
      'A page loads nothing from other places: a link leads to it.',
    );
    return `[${label}](${url})`;
  };
  switch (name) {
    case 'ref':
    case 'relref':
      return of('path') || first;
    case 'figure':
    case 'img':
    case 'image':
    case 'picture': {
      const source = of('src', 'link', 'url') || first;
      const caption = (of('caption', 'title') || '').replace(/"/g, '\\"');
      return source === ''
        ? ''
        : `![${of('alt') || caption || second}](${/[\s()]/.test(source) ? `<${source}>` : source}${caption === '' ? '' : ` "${caption}"`})`;
    }
    case 'imgproc': {
      // Of the theme Docsy: https://www.docsy.dev/docs/content/shortcodes/#imgproc
      const picture = resource(first);
      if (picture === undefined) break;
      told.change('shortcode', line, written, picture, 'It shows a picture.');
      return `![](<./${picture}>)`;
    }
    case 'tabs':
    case 'tabpane':
    case 'tabgroup':
    case 'tab': {
      if (!isPair) break;
      if (name !== 'tab') {
        labels.length = 0;
        for (const word of words) labels.push(word);
      }
      const own = name === 'tab' ? labels.shift() : undefined;
      const label =
        name === 'tab'
          ? of('name', 'title', 'label', 'header', 'tabname') || words.join(' ') || (own ?? '')
          : '';
      const now = label === '' ? '' : `**${label}**`;
      told.change('shortcode', line, written, now, 'What stands in tabs stands one below the other here.');
      return label === '' ? '' : `${now}\n\n`;
    }
    case 'youtube':
      return link('A video on YouTube', `https://www.youtube.com/watch?v=${of('id') || first}`);
    case 'vimeo':
    case 'vimeo_simple':
      return link('A video on Vimeo', `https://vimeo.com/${of('id') || first}`);
    case 'gist':
      return link(
        'The code, a gist on GitHub',
        `https://gist.github.com/${[first, second].filter(Boolean).join('/')}`,
      );
    case 'tweet':
    case 'twitter_simple':
    case 'x':
    case 'twitter':
      return link('A post', `https://twitter.com/${of('user') || 'i'}/status/${of('id') || first}`);
    case 'instagram':
    case 'instagram_simple':
      return link('A post on Instagram', `https://www.instagram.com/p/${of('id') || first}/`);
    default:
  }
  const kind = boxKind(name, [first, of('type', 'kind', 'level', 'color', 'severity', 'style', 'status')]);
  if (kind !== undefined && isPair) {
    const title = of('title', 'header', 'summary') || (asideKindOf(first) === undefined ? first : second);
    told.change('shortcode', line, written, `:::${kind}`, 'It is a box around text.');
    return `:::${kind}${title === '' ? '' : `[${title.replace(/[[\]]/g, '')}]`}`;
  }
  told.lose(
    'shortcode',
    line,
    written,
    `Only the old site knows what it makes of “${name}”${isPair ? '; what stands in it is kept' : ''}.`,
  );
  return '';
}

function boxKind(name: string, words: readonly string[]): string | undefined {
  if (name === 'details' || name === 'expand' || name === 'collapse') return 'details';
  const other: Readonly<Record<string, string>> = { warn: 'warning', primary: 'note', alert: 'caution' };
  const isBox =
    /^(?:notice|alert|callout|admonition|hint|box|note|tip|info|warning|danger|caution|important|tips|attention|blockquote)$/.test(
      name,
    );
  if (!isBox) return undefined;
  for (const word of words) {
    const kind = asideKindOf(word) ?? other[word.toLowerCase()];
    if (kind !== undefined) return kind;
  }
  return asideKindOf(name) ?? 'note';
}
