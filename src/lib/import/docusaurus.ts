import type { ImportInput, ImportSource } from './import-source.ts';
import type { Told } from './import-report.ts';
import { createTold } from './import-report.ts';
import { withoutMkdocsBoxes } from './mkdocs-boxes.ts';
import { changeProse, lineOfOffset } from './prose-of.ts';
import { padded } from './shortcode.ts';
import { datedName, openTree, settingOf } from './tree-posts.ts';
import { withoutJsx } from './without-jsx.ts';

const configs = [
  'docusaurus.config.js',
  'docusaurus.config.ts',
  'docusaurus.config.mjs',
  'docusaurus.config.cjs',
];

/** A site of Docusaurus: its blog and its docs. */
export function openDocusaurus(input: ImportInput): ImportSource {
  const base = settingOf(input, configs, 'baseUrl').replace(/\/+$/, '');
  const url = settingOf(input, configs, 'url');
  return openTree(input, {
    origins: url === '' ? [] : [url.replace(/\/+$/, '') + base, url],
    isPost: (path) =>
      /\.mdx?$/i.test(path) &&
      !/(?:^|\/)_|(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|LICENSE|CODE_OF_CONDUCT)\.mdx?$|^(?:static|build|node_modules|versioned_docs|i18n)\//i.test(
        path,
      ),
    place: (path, fields) => {
      const isBlog = /(?:^|\/)blog\//.test(path);
      const dated = datedName(path);
      const bare = path.replace(/\.[^./]+$/, '').replace(/\/(?:index|README)$/i, '');
      const day = dated.date?.replaceAll('-', '/');
      const root = bare.replace(/(?:^|\/)src\/pages\//, '/').replace(/^.*?(?=(?:blog|docs)\/)/, '');
      const within = isBlog
        ? `/blog/${day === undefined ? '' : `${day}/`}${dated.name}`
        : `/${root
            .split('/')
            .map((part) => part.replace(/^\d+[-_.]+\s*/, ''))
            .join('/')}`;
      const section = isBlog ? '/blog/' : `/${root.split('/').slice(0, -1).join('/')}/`;
      const own =
        fields.slug === ''
          ? within
          : fields.slug.startsWith('/')
            ? isBlog
              ? `/blog${fields.slug}`
              : `/${root.split('/')[0]}${fields.slug}`
            : section + fields.slug;
      return {
        addresses: [own.replace(/\/{2,}/g, '/'), ...fields.aliases],
        name: fields.slug.replace(/^.*\//, '') || dated.name.replace(/^\d+[-_.]+(?=\D)/, ''),
        date: dated.date,
        draft: false,
      };
    },
    settle: (text, file, told) => withoutJsx(text, file, told),
  });
}

const siteConfigs = [
  'mkdocs.yml',
  'mkdocs.yaml',
  'astro.config.mjs',
  'astro.config.ts',
  'config.yml',
  'config.yaml',
  'site.yaml',
];

/** Folders of Markdown, of MkDocs, Starlight and others. */
export function openMarkdown(input: ImportInput): ImportSource {
  const url = settingOf(input, siteConfigs, 'site_url') || settingOf(input, siteConfigs, 'site');
  return openTree(input, {
    origins: [url].filter(Boolean),
    isPost: (path) =>
      /\.(?:mdx?|markdown)$/i.test(path) &&
      !/(?:^|\/)(?:CHANGELOG|CONTRIBUTING|LICENSE|CODE_OF_CONDUCT)\.md$|(?:^|\/)(?:node_modules|site|dist|build|includes)\//i.test(
        path,
      ),
    place: (path, fields) => {
      const dated = datedName(path);
      const within = path
        .replace(/^(?:src\/content\/(?:docs|blog|posts)|src\/pages|docs|content|posts)\//, '')
        .replace(/\.[^./]+$/, '')
        .replace(/(?:^|\/)(?:index|README)$/i, '');
      const own = fields.url || (fields.slug === '' ? `/${within}/` : `/${fields.slug.replace(/^\//, '')}/`);
      return {
        addresses: [own.startsWith('/') ? own : `/${own}`, ...fields.aliases].map((one) =>
          one.replace(/\/{2,}/g, '/'),
        ),
        name: fields.slug.replace(/^.*\//, '') || dated.name || 'index',
        date: dated.date,
        draft: false,
      };
    },
    shown: (text) => withoutMkdocsBoxes(text, 1, createTold()),
    settle: (text, file, told) =>
      file.path.endsWith('.mdx')
        ? withoutJsx(text, file, told)
        : withoutGenerated(withoutMkdocsBoxes(text, file.line, told), file.line, told),
  });
}

/** `::: package.module` of mkdocstrings, with its settings below it: what it makes of a program is not in the text. */
function withoutGenerated(text: string, line: number, told: Told): string {
  return changeProse(text, told, (prose, first, telling) =>
    prose.replace(
      /^:::[ \t]+[\w]+(?:\.[\w]+)+[ \t]*(?:\n(?:[ \t]+[^\n]*)?)*/gm,
      (written: string, offset: number) => {
        telling.lose(
          'reference',
          line + lineOfOffset(prose, offset, first),
          written.trim(),
          'It is made of a program when the old site is built.',
        );
        return padded('', written);
      },
    ),
  );
}
