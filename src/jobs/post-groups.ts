import { readMembership } from '../lib/engine.ts';
import type { PostGroup } from '../site/posts/make-posts.ts';
import type { PostMembership, PostSummary } from '../site/posts/records.ts';
import { digestOf } from '../workspace/digest.ts';
import { groupByLabwork } from '../workspace/group-posts.ts';
import type { Source } from '../workspace/content.ts';

/** What the digests of posts are made with, besides their own texts. */
interface DigestContext {
  /** The digest of all that bodies are made with. */
  readonly tools: string;
  /** The digests of the labs that hold, by id. */
  readonly labs: ReadonlyMap<string, string>;
  /** The posts of the last update, by path: what is known of an unchanged text is not read from it again. */
  readonly previous: Readonly<Record<string, Pick<PostSummary, 'textDigest' | 'membership'>>>;
  /** Where it matters which parts of a labwork are published: the day, as `publicationOf` takes it. */
  readonly today?: string | undefined;
  /** Where bundles are made: digests of what was released, by the numbers of labworks. */
  readonly releases?: ReadonlyMap<number, string>;
}

interface Member {
  readonly source: Source;
  readonly textDigest: string;
  readonly membership: PostMembership;
}

/**
 * The posts in groups, which are checked together: the parts of a labwork, and every other post alone. The digest of a post is of
 * the tools, its own text, the texts of the other parts of its labwork, and its lab.
 */
export function groupPosts(
  posts: readonly Source[],
  { tools, labs, previous, today, releases }: DigestContext,
): PostGroup[] {
  const all = posts.map((source): Member => {
    const textDigest = digestOf(source.text);
    const known = previous[source.path];
    const { lab, labwork, date } =
      known?.textDigest === textDigest ? known.membership : readMembership(source.path, source.text);
    return { source, textDigest, membership: { lab, labwork, date } };
  });
  return groupByLabwork(all, ({ membership }) => membership.labwork).map((members) => {
    const labwork = members[0]?.membership.labwork;
    const released = (labwork !== undefined && releases?.get(labwork)) || '';
    const inputs = [
      ...inputsOf(members, labs),
      ...scheduledOf(members, today),
      ...(released ? [`released ${released}`] : []),
    ];
    return {
      posts: members.map(({ source, textDigest, membership }) => ({
        ...source,
        textDigest,
        membership,
        digest: digestOf(tools, source.path, ...inputs),
      })),
    };
  });
}

/** The parts whose day has not come: a bundle is made of the others. */
function scheduledOf(members: readonly Member[], today: string | undefined): string[] {
  return members.flatMap(({ source, membership: { date } }) =>
    today !== undefined && date !== undefined && date > today ? [`scheduled ${source.path}`] : [],
  );
}

/** What each post of a group is made from. */
function inputsOf(members: readonly Member[], labs: ReadonlyMap<string, string>): string[] {
  const inputs = members.flatMap(({ source, textDigest, membership: { lab } }) => [
    source.path,
    textDigest,
    (lab !== undefined && labs.get(lab)) || '',
  ]);
  // A post that names a lab which is not there yet is checked again when labs come or go.
  const missing = members.some(({ membership: { lab } }) => lab !== undefined && !labs.has(lab));
  return missing ? [...inputs, ...labs.keys()] : inputs;
}
