import type { ImportInput, ImportSource } from './import-source.ts';
import { withoutLiquid } from './liquid.ts';
import { textOf } from './read-front.ts';
import { datedName, openTree, settingOf } from './tree-posts.ts';

const configs = ['_config.yml', '_config.yaml', '_config.toml'];

/** A tree of Jekyll: its posts and drafts, and pages in Markdown. */
export function openJekyll(input: ImportInput): ImportSource {
  const url = settingOf(input, configs, 'url');
  const base = settingOf(input, configs, 'baseurl').replace(/\/+$/, '');
  const permalink = settingOf(input, configs, 'permalink') || 'date';
  return openTree(input, {
    origins: url === '' ? [] : [url + base, url],
    isPost: (path) => {
      if (/(?:^|\/)_(?:posts|drafts)\/.*\.(?:md|markdown|html)$/i.test(path)) return true;
      return (
        /\.(?:md|markdown)$/i.test(path) &&
        !/(?:^|\/)(?:_|README|CHANGELOG|LICENSE|CONTRIBUTING|CODE_OF_CONDUCT|HISTORY|vendor\/|\.)/i.test(
          path,
        ) &&
        /^(?:---|\+\+\+)/.test(input.read(path) ?? '')
      );
    },
    place: (path, fields) => {
      const isOfPosts = /(?:^|\/)_(?:posts|drafts)\//.test(path);
      const dated = datedName(path);
      // `racks/_posts/…` is of the category “racks”.
      const folders = isOfPosts
        ? path
            .replace(/(?:^|\/)_(?:posts|drafts)\/.*$/, '')
            .split('/')
            .filter(Boolean)
        : [];
      const name = fields.slug || dated.name;
      const date = fields.date ?? dated.date;
      const own =
        fields.url !== ''
          ? fields.url
          : isOfPosts
            ? addressOf(permalink, { name, date, categories: folders })
            : `/${path.replace(/\.[^.]*$/, '').replace(/(?:^|\/)index$/, '')}/`;
      const fromRoot = (one: string) => (one.startsWith('/') ? one : `/${one}`);
      return {
        addresses: [own, ...fields.aliases].map(fromRoot),
        name,
        date: dated.date,
        draft: /(?:^|\/)_drafts\//.test(path),
      };
    },
    settle: (text, { fields, line }, told) =>
      withoutLiquid(text, {
        told,
        line,
        include: (name) =>
          input.paths.includes(`_includes/${name}`) ? input.read(`_includes/${name}`) : undefined,
        variable: (name) =>
          name.startsWith('page.') ? textOf(fields[name.slice(5)]) || undefined : undefined,
      }),
  });
}

const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  none: '/:categories/:title.html',
  weekdate: '/:categories/:year/W:week/:short_day/:title.html',
};

function addressOf(
  permalink: string,
  {
    name,
    date,
    categories,
  }: { readonly name: string; readonly date: string | undefined; readonly categories: readonly string[] },
): string {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  const values: Readonly<Record<string, string>> = {
    categories: categories.join('/'),
    year,
    month,
    day,
    title: name,
    slug: name,
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    short_year: year.slice(2),
    name,
  };
  return (styles[permalink] ?? permalink)
    .replace(/:([a-z_]+)/g, (_, key: string) => values[key] ?? '')
    .replace(/\/{2,}/g, '/');
}
