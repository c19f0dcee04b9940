import type { Nodes as HastNodes, Root as HastRoot } from 'hast';
import { pictureEndings } from '../picture/check-picture.ts';
import { accountForWords, readableText, textOfMarkdown } from './account-words.ts';
import { frontMatterText, oneLine } from './front-matter-text.ts';
import { markdownOfHtml } from './html-to-markdown.ts';
import type { ImportEngine } from './import-engine.ts';
import type { KeptCounts, PostImport, Told } from './import-report.ts';
import { createTold } from './import-report.ts';
import { nothingMade } from './import-source.ts';
import { deepestNesting, hasDeepMarks, nestingOf } from './nesting.ts';
import { countHtml, prepareHtml } from './prepare-html.ts';
import { languageOf } from './language-of.ts';
import { mendListings } from './mend-listings.ts';
import type { AddressBook } from './resolve-address.ts';
import { resolveAddress } from './resolve-address.ts';
import { settleMarkdown } from './settle-markdown.ts';
import type { FoundFile, SourcePost } from './source-post.ts';
import { tidyTree } from './tidy-tree.ts';
import { writeMarkdown } from './write-markdown.ts';

export interface ImportContext extends AddressBook {
  readonly engine: ImportEngine;
  readonly applyRepairs: boolean;
  /** Of all posts so far, by their addresses. */
  readonly tags: Map<string, string>;
  /** The day that a post without one gets. */
  readonly today: string;
}

/** A post as it is to be written. */
export interface ConvertedPost {
  /** From the content's root: `field-notes/disk-full.md`, or with its pictures `field-notes/disk-full/index.md`. */
  readonly path: string;
  readonly text: string;
  /** Files that lie beside it, by their names there. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly report: PostImport;
}

/** Characters that the engine reads of one post. */
const longestPost = 200_000;

/** Makes a post of this site of one of another. */
export function convertPost(post: SourcePost, context: ImportContext): ConvertedPost | PostImport {
  const told = createTold();
  for (const one of post.changed) told.changed.push(one);
  for (const one of post.lost) told.lost.push(one);
  const { plan, kind } = context;
  const refusal = refusalOf(post);
  if (refusal !== undefined) return nothingMade(post.source, 'post', post.line, oneLine(post.title), refusal);
  const files = beside();
  const slug = plan.slugs.get(post.source)!;
  for (const { address, why } of plan.lost.get(post.source) ?? [])
    told.lose('address', post.line, address, why);
  const resolve = (address: string) => resolveAddress(address, post, context);
  const made = bodyOf(post, { context, told, files, resolve });
  const cover = coverOf(post, { told, files, resolve });
  const front = frontMatterText(
    {
      post,
      aliases: plan.aliases.get(post.source) ?? [],
      cover,
      firstWords: made.firstWords,
      today: context.today,
      tags: context.tags,
    },
    told,
  );
  const ending = made.format;
  const hasFolder = files.list.length > 0;
  const path = hasFolder ? `${kind}/${slug}/index.${ending}` : `${kind}/${slug}.${ending}`;
  const mended = mendListings(`${front}\n${made.text.trimEnd()}\n`, {
    path: `src/content/${path}`,
    engine: context.engine,
    applyRepairs: context.applyRepairs,
    lineOf: made.lineOf(front.split('\n').length),
    told,
  });
  if (mended.length > longestPost) {
    const why = `It would have ${mended.length} characters, and at most ${longestPost} of a post are read: split it.`;
    return {
      source: post.source,
      path: '',
      kept: {},
      changed: [],
      lost: [{ what: 'post', line: post.line, text: oneLine(post.title), why }],
    };
  }
  return {
    path,
    text: mended,
    files: files.list,
    report: {
      source: post.source,
      path,
      kept: keptOf(made.counts, told),
      changed: told.changed,
      lost: told.lost,
    },
  };
}

/** Why nothing is made of a text, before anything parses it. */
function refusalOf({ body }: SourcePost): string | undefined {
  const text = body.kind === 'html' ? body.html : body.text;
  const isDeep = nestingOf(text) > deepestNesting || (body.kind === 'markdown' && hasDeepMarks(text));
  if (isDeep)
    return `More than ${deepestNesting} elements, quotes or lists of it stand within each other, which is not read: write it flatter.`;
  const long = body.kind === 'html' ? text.replace(/<[^<>]*>|\s+/g, '') : text;
  return long.length > longestPost
    ? `It would have more than ${longestPost} characters, and at most so many of a post are read: split it.`
    : undefined;
}

interface BodyOptions {
  readonly context: ImportContext;
  readonly told: Told;
  readonly files: BesideFiles;
  readonly resolve: (address: string) => ReturnType<typeof resolveAddress>;
}

interface MadeBody {
  readonly text: string;
  readonly format: 'md';
  readonly counts: Readonly<Record<string, number>>;
  readonly firstWords: string;
  /** The line of the source at a line of the post, from 1; `front` is how many lines stand before the body. */
  readonly lineOf: (front: number) => (line: number, listing?: number) => number;
}

function bodyOf(post: SourcePost, options: BodyOptions): MadeBody {
  return post.body.kind === 'html'
    ? htmlBody(post, post.body, options)
    : settleMarkdown(post, post.body, options);
}

function htmlBody(
  post: SourcePost,
  { html, notes }: Extract<SourcePost['body'], { kind: 'html' }>,
  { context, told, files, resolve }: BodyOptions,
): MadeBody {
  const lineOf = (node: HastNodes) => post.line + ((node as HastRoot).position?.start.line ?? 1) - 1;
  let before = '';
  let counts: Readonly<Record<string, number>> = {};
  const listings: number[] = [];
  const tree = markdownOfHtml(html, {
    notes,
    told,
    lineOf,
    languageOf: (word, code, line) => {
      const language = languageOf(word, code, line, context, told);
      listings.push(line);
      return language;
    },
    prepare: (root: HastRoot) => {
      before = readableText(root);
      prepareHtml(root, { resolve, take: files.take, lineOf, told });
      counts = countHtml(root);
    },
  });
  const text = writeMarkdown(tidyTree(tree));
  accountForWords(before, textOfMarkdown(text), post.line, told);
  const [first] = tree.children.filter(
    (node) =>
      node.type === 'paragraph' &&
      textOfMarkdown(writeMarkdown({ type: 'root', children: [node] })).trim() !== '',
  );
  return {
    text,
    format: 'md',
    counts,
    firstWords: first ? oneLine(textOfMarkdown(writeMarkdown({ type: 'root', children: [first] }))) : '',
    // A listing keeps its lines; of the rest only the post is known.
    lineOf: () => (_, listing) => (listing === undefined ? post.line : (listings[listing] ?? post.line)),
  };
}

function keptOf(counts: Readonly<Record<string, number>>, told: Told): KeptCounts {
  const lostWords = told.lost.find(({ what }) => what === 'words')?.text.split(' ').length ?? 0;
  return { ...counts, words: Math.max(0, (counts['words'] ?? 0) - lostWords) };
}

function coverOf(
  post: SourcePost,
  { told, files, resolve }: Pick<BodyOptions, 'told' | 'files' | 'resolve'>,
): string | undefined {
  if (post.cover === undefined || post.cover.trim() === '') return undefined;
  const target = resolve(post.cover);
  const taken = target.kind === 'file' ? files.take(target.file) : undefined;
  if (taken === undefined) told.lose('cover', post.line, post.cover, 'Its file did not come along.');
  else told.change('cover', post.line, post.cover, taken, 'It lies beside the post now.');
  return taken;
}

export interface BesideFiles {
  readonly list: { readonly id: string; readonly name: string }[];
  take(file: FoundFile): string | undefined;
}

/** What lies beside a post, each file once, under names that no two share on any system. */
function beside(): BesideFiles {
  const list: { id: string; name: string }[] = [];
  const names = new Map<string, string>();
  return {
    list,
    take({ id, name }) {
      const known = names.get(id);
      if (known !== undefined) return known;
      const ending = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
      if (!pictureEndings.includes(ending)) return undefined;
      const stem =
        name
          .replace(/\.[^.]*$/, '')
          .normalize('NFKD')
          .replace(/[^a-zA-Z0-9_-]+/g, '-')
          .replace(/^-+|-+$/g, '')
          .slice(0, 80) || 'picture';
      const isTaken = (one: string) => list.some((other) => other.name.toLowerCase() === one.toLowerCase());
      let own = `${stem}.${ending}`;
      for (let count = 2; isTaken(own); count++) own = `${stem}-${count}.${ending}`;
      list.push({ id, name: own });
      names.set(id, `./${own}`);
      return `./${own}`;
    },
  };
}
