import type { OtherKey } from '../diagnostics/read-yaml.ts';

// What other programs call the fields of front matter: Hugo, Jekyll, Docusaurus, Astro's own examples, Eleventy, Ghost, WordPress exports.

const sameThing: Readonly<Record<string, string>> = {
  title: 'heading headline posttitle',
  shortTitle: 'linktitle sidebarlabel navtitle menutitle',
  date: 'pubdate published publishdate publisheddate publishedat publicationdate datepublished createdat created datecreated posted postdate',
  summary: 'description excerpt abstract subtitle lead teaser intro desc synopsis metadescription deck',
  tags: 'categories keywords topics category tag labels subjects',
  cover:
    'image hero heroimage featuredimage featureimage thumbnail banner coverimage ogimage featured img teaserimage',
  draft: 'isdraft',
  series: 'seriestitle seriesname',
  platform: 'os operatingsystem system',
  labwork: 'labworknumber labworks',
};

/** Fields that have no place here, and where what they say is said instead. */
const elsewhere: Readonly<Record<string, string>> = {
  ...ofAll('author authors byline', 'Who writes is said once, in src/site.yaml. Remove it.'),
  ...ofAll(
    'lastmod updated updateddate modified lastmodified lastupdated dateupdated updatedat',
    'What was changed of a post, and when, is told by its corrections. Remove it.',
  ),
  ...ofAll('slug permalink url path id', 'A post has the address of its file: name the file so. Remove it.'),
  ...ofAll(
    'layout type kind template collection section',
    'What a post is, is said by the folder it lies in. Remove it.',
  ),
  ...ofAll('language lang locale', 'The language is that of the site, in src/site.yaml. Remove it.'),
  ...ofAll(
    'hidden unlisted unpublished private status',
    'Write `draft: true` for a post that is not shown yet.',
  ),
  ...ofAll(
    'toc math comments weight sidebarposition order readingtime mermaid imagealt showtoc share nav featuredorder',
    'Nothing here depends on it. Remove it.',
  ),
};

function ofAll(names: string, hint: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, hint]));
}

const meant: ReadonlyMap<string, string> = new Map(
  Object.entries(sameThing).flatMap(([key, names]) => names.split(' ').map((name) => [name, key] as const)),
);

/** What a field that is not known is called here, or what to do about it. */
export function otherKey(key: string, value: string | undefined): OtherKey | undefined {
  const name = key.toLowerCase().replace(/[^a-z0-9]/g, '');
  // Jekyll has a switch of this name.
  if (name === 'published' && /^(?:true|false)$/.test(value ?? '')) {
    return {
      hint:
        value === 'true'
          ? 'A post is published. Remove it.'
          : 'Write `draft: true` for a post that is not shown yet.',
    };
  }
  const known = meant.get(name);
  if (known !== undefined) return { key: known };
  return Object.hasOwn(elsewhere, name) ? { hint: elsewhere[name]! } : undefined;
}
