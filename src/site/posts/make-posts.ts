import type { Engine } from '../../lib/engine.ts';
import { addressOfAlias, createSourceFile, platforms, tagSlug } from '../../lib/engine.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import type { Lab } from '../../lib/lab/lab.ts';
import type { CheckedBlock, CheckedGuide, CheckedLabwork } from '../../lib/check/labwork.ts';
import { blockView } from './block-view.ts';
import type { Highlight } from './highlight.ts';
import { createHighlight } from './highlight.ts';
import { languagesOf, withListings } from './listings.ts';
import type { BlockCount, PostBody, PostSummary } from './records.ts';
import type { Source } from '../../workspace/content.ts';
import { projectionDigests } from '../../workspace/projection-digests.ts';
import { inPartOrder } from '../../workspace/group-posts.ts';

/** Posts that are checked together: the parts of a labwork, or one other post. */
export interface PostGroup {
  readonly posts: readonly (Source & Pick<PostSummary, 'digest' | 'textDigest' | 'membership'>)[];
}

export interface MadePost {
  readonly summary: PostSummary;
  readonly body: PostBody;
}

export interface MadeGroup {
  readonly posts: readonly MadePost[];
  readonly checked: CheckedLabwork;
}

/** Reads, checks and renders the posts of a group. Never throws because of what stands in a post. */
export async function makePosts(
  group: PostGroup,
  labs: ReadonlyMap<string, Lab>,
  engine: Engine,
): Promise<MadeGroup> {
  const guides = group.posts.map(({ path, text }) => engine.readGuide(createSourceFile(path, text)));
  const checked = engine.checkLabwork(inPartOrder(guides), labs);
  const posts: MadePost[] = [];
  for (const source of group.posts) {
    const made = checked.guides.find(({ guide }) => guide.file.path === source.path)!;
    const highlight = await createHighlight(languagesOf(made.guide.body));
    posts.push({ summary: summaryOf(made, source, labs, highlight), body: bodyOf(made, labs, highlight) });
  }
  return { posts, checked };
}

function summaryOf(
  { guide, blocks, diagnostics }: CheckedGuide,
  { path, digest, textDigest, membership }: PostGroup['posts'][number],
  labs: ReadonlyMap<string, Lab>,
  highlight: Highlight,
): PostSummary {
  const { data, fields, words, steps, excerpt, references, passages, links, anchors } = guide;
  return {
    path,
    textDigest,
    digest,
    membership,
    data,
    fields,
    tags: (data?.tags ?? []).flatMap((name) => {
      const slug = tagSlug(name);
      return slug === undefined ? [] : [{ name, slug }];
    }),
    aliases: (data?.aliases ?? []).map(addressOfAlias),
    words,
    steps,
    excerpt: excerpt && withListings(excerpt, highlight),
    references,
    passages,
    links,
    anchors,
    projection: projectionDigests(guide, labs),
    counts: data?.kind === 'labworks' ? blocks.map(countOf) : [],
    platforms: data?.kind === 'labworks' ? data.requires.platforms.map((id) => platforms[id].title) : [],
    diagnostics: diagnostics as Diagnostic[],
  };
}

function countOf({ block, devices, platform, evidence, agreed, commands }: CheckedBlock): BlockCount {
  return {
    step: block.step,
    role: block.role,
    devices: devices.map(({ name }) => name),
    platform,
    evidence,
    commands: commands.length,
    bound: commands.filter(({ support }) => support === 'supported').length,
    modelled: evidence === 'modelled' ? commands.length : 0,
    agreed,
  };
}

function bodyOf(
  { guide, blocks }: CheckedGuide,
  labs: ReadonlyMap<string, Lab>,
  highlight: Highlight,
): PostBody {
  const lab = guide.data?.lab === undefined ? undefined : labs.get(guide.data.lab);
  const outputs = new Map(guide.outputs.map((output) => [output.block, output]));
  return {
    headings: guide.headings,
    body: withListings(guide.body, highlight),
    blocks: Object.fromEntries(
      blocks.map((checked) => [checked.block.id, blockView(checked, outputs.get(checked.block.id), lab)]),
    ),
  };
}
