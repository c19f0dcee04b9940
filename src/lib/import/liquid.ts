import type { Told } from './import-report.ts';
import { changeProse, lineOfOffset } from './prose-of.ts';
import { attributesOf, padded } from './shortcode.ts';

/** What a tag of a template stands in. */
export interface TemplateOptions {
  readonly told: Told;
  /** The line of the source that the text begins on. */
  readonly line: number;
  /** The text of a file that is included; undefined where there is none. */
  include(name: string): string | undefined;
  /** What a variable of the page is, for those that its own fields say. */
  variable(name: string): string | undefined;
}

const languages = /^(?:highlight|codeblock|code)$/;
const video: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `[A video on YouTube](https://www.youtube.com/watch?v=${id})`,
  vimeo: (id) => `[A video on Vimeo](https://vimeo.com/${id})`,
};

/** Jekyll's Liquid as Markdown: what it says of itself is written out, and what only a build would know is told. */
export function withoutLiquid(text: string, options: TemplateOptions): string {
  const { told, line } = options;
  const fenced = text.replace(
    /^([ \t]*)\{%-?\s*(highlight|codeblock|code)\b([^%\n]*)%\}[ \t]*\n?([\s\S]*?)\{%-?\s*end\2\s*-?%\}/gm,
    (written: string, indent: string, tag: string, rest: string, code: string) => {
      const [language = ''] = rest.trim().split(/\s+/);
      told.change(
        'listing',
        line,
        `${written.split('\n')[0]!} {% end${tag} %}`,
        language,
        'A listing says its language at its fence here.',
      );
      const marks = '`'.repeat(
        (code.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length + 1), 3),
      );
      const body = code.replace(/^\n/, '').replace(/\n[ \t]*$/, '');
      return padded(`${indent}${marks}${language}\n${body}\n${indent}${marks}`, written);
    },
  );
  const raw = fenced.replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g, (_, inside: string) =>
    inside.replace(/\{(?=[{%])/g, '\uE020'),
  );
  const settled = changeProse(raw, options.told, (prose, first, told) => {
    const at = (offset: number) => line + lineOfOffset(prose, offset, first);
    return prose
      .replace(
        /\{%-?\s*comment\s*-?%\}([\s\S]*?)\{%-?\s*endcomment\s*-?%\}/g,
        (written: string, inside: string, offset: number) => {
          told.lose('comment', at(offset), inside.trim(), 'It is not shown.');
          return padded('', written);
        },
      )
      .replace(
        /\{%-?\s*([\w/.-]+)\s*([^%{]*(?:(?:%(?!\})|\{(?!%))[^%{]*)*)%\}/g,
        (written: string, name: string, rest: string, offset: number) =>
          padded(
            tagText(name, rest.replace(/-$/, '').trim(), written, at(offset), { ...options, told }),
            written,
          ),
      )
      .replace(/\{\{-?\s*([^{}]*?)\s*-?\}\}/g, (written: string, inside: string, offset: number) =>
        valueText(inside, written, at(offset), { ...options, told }),
      )
      .replace(
        /(^[ \t]*[*-] [^\n]*\n)?[ \t]*\{:\s*toc[^}]*\}|\{::?[^{}\n]*\}|\{:[^{}\n]*\}/gm,
        (written: string, list: string | undefined, offset: number) => {
          told.lose(
            list === undefined ? 'look' : 'table of contents',
            at(offset),
            written.trim(),
            'Classes, ids and lists of contents are made by the site.',
          );
          return padded('', written);
        },
      );
  });
  return settled.replaceAll('\uE020', '{');
}

function tagText(
  name: string,
  rest: string,
  written: string,
  line: number,
  { told, include }: TemplateOptions,
): string {
  const { attributes, words } = attributesOf(rest);
  if (name === 'post_url' || name === 'link')
    return `/_posts/${rest.replace(/^_posts\//, '')}`.replace(/^\/_posts\/(?=_|[\w-]+\/_)/, '/');
  if (languages.test(name) || (/^end/.test(name) && languages.test(name.slice(3)))) return '';
  if (name === 'gist' && words[0] !== undefined)
    return `[The code, a gist on GitHub](https://gist.github.com/${words[0]})`;
  const make = video[name];
  if (make && words[0] !== undefined) return make(words[0].replace(/^.*[/=]/, ''));
  if (name === 'include' || name === 'include_relative' || name === 'include_cached') {
    const [file = ''] = rest.split(/\s+/);
    const of = (...keys: readonly string[]) => keys.map((key) => attributes.get(key)).find(Boolean) ?? '';
    const picture = of('src', 'url', 'image', 'image_path', 'file', 'path', 'img');
    if (/\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(picture)) {
      const caption = of('caption', 'description', 'title');
      told.change('include', line, written, picture, 'It shows a picture.');
      return `![${of('alt', 'alt_text') || caption}](${picture}${caption === '' ? '' : ` ${JSON.stringify(caption)}`})`;
    }
    const id = of('id', 'videoId', 'youtube_id');
    if (/youtube|video/i.test(file) && id !== '') return video['youtube']!(id);
    const text = include(file);
    if (text !== undefined && text.length < 20_000 && !/\{[%{]|<script|<style/.test(text)) {
      told.change(
        'include',
        line,
        written,
        text.trim().slice(0, 500),
        'What the file holds stands in its place.',
      );
      return text.trim();
    }
    told.lose('include', line, written, 'What a template makes of the file is not known here.');
    return '';
  }
  told.lose('tag', line, written, 'A template is no part of a post; what stands between its tags is kept.');
  return '';
}

function valueText(
  inside: string,
  written: string,
  line: number,
  { told, variable }: TemplateOptions,
): string {
  const [, quoted] =
    /^["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url).*)$/.exec(
      inside,
    ) ?? [];
  if (quoted !== undefined) return quoted.startsWith('/') ? quoted : `/${quoted}`;
  if (/^site\.(?:baseurl|url|github\.url)\b[^|]*(?:\|.*)?$/.test(inside)) return '';
  const value = /^[\w.]+$/.test(inside) ? variable(inside) : undefined;
  if (value !== undefined) {
    told.change('value', line, written, value, 'The post itself says what it is.');
    return value;
  }
  told.lose('value', line, written, 'Only a build of the old site knows what it stands for.');
  return '';
}
