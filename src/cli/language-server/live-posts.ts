import { relative } from 'node:path';
import type { CorpusGuide } from '../../lib/check/corpus.ts';
import type { Guide } from '../../lib/guide/guide.ts';
import type { Engine } from '../../lib/engine.ts';
import { createSourceFile, placeOfPost, readMembership } from '../../lib/engine.ts';
import { inPartOrder } from '../../workspace/group-posts.ts';
import { projectRoot, withSlashes } from '../../workspace/paths.ts';
import type { ReadText } from '../../workspace/workspace.ts';
import { enginePath } from '../../workspace/workspace.ts';

/** The posts of the project's content, as their newest texts have them. Paths are absolute. */
export interface LivePosts {
  has(path: string): boolean;
  /** The path by which the engine knows a post. */
  enginePathOf(path: string): string;
  /** The path of a post that others name `kind/slug`. */
  find(ref: string): string | undefined;
  /** What is known of all that were read, for whoever names one. */
  known(): readonly CorpusGuide[];
  /** A post as a whole; undefined where it cannot be read. */
  guideOf(path: string): Guide | undefined;
  /** What is checked together with a post, itself among it: the parts of its labwork in their order. */
  groupOf(path: string): readonly Guide[];
  /** What the whole is checked by; undefined as long as posts are left that were not read yet. */
  whole(): readonly CorpusGuide[] | undefined;
  /** Reads one post that was not read yet, for `whole`; false where there is none left. */
  readAnother(): boolean;
}

/** What is known of a text. Bodies are not held: there may be thousands. */
interface KnownPost {
  readonly text: string;
  /** As the engine knows it. */
  readonly path: string;
  readonly labwork: number | undefined;
  guide?: CorpusGuide;
  /** It could not be read, which is a fault of the tool: the others go on without it. */
  failed?: boolean;
}

/** `list`: the paths of all posts, as they are now. */
export function createLivePosts(
  list: () => readonly string[],
  engine: Pick<Engine, 'readGuide'>,
  read: ReadText,
  log: (error: unknown) => void,
): LivePosts {
  const known = new Map<string, KnownPost>();
  const knownOf = (path: string): KnownPost | undefined => {
    const text = read(path);
    if (text === undefined) {
      known.delete(path);
      return undefined;
    }
    const before = known.get(path);
    if (before?.text === text) return before;
    const name = nameOf(enginePath(path, text));
    const now = { text, path: name, labwork: readMembership(name, text).labwork };
    known.set(path, now);
    return now;
  };
  const guideOf = (path: string): Guide | undefined => {
    const post = knownOf(path);
    if (!post) return undefined;
    try {
      const guide = engine.readGuide(createSourceFile(post.path, post.text));
      post.guide ??= corpusGuideOf(guide);
      return guide;
    } catch (error) {
      if (!post.failed) log(error);
      post.failed = true;
      return undefined;
    }
  };
  return {
    has: (path) => list().includes(path),
    enginePathOf: (path) => knownOf(path)?.path ?? nameOf(path),
    find: (ref) =>
      list().find((path) => {
        const { folder, slug } = placeOfPost(path);
        return `${folder}/${slug}` === ref;
      }),
    known: () => list().flatMap((path) => known.get(path)?.guide ?? []),
    guideOf,
    groupOf(path) {
      const labwork = knownOf(path)?.labwork;
      const paths =
        labwork === undefined ? [path] : list().filter((other) => knownOf(other)?.labwork === labwork);
      const guides = paths.flatMap((one) => guideOf(one) ?? []);
      return labwork === undefined ? guides : inPartOrder(guides);
    },
    whole() {
      const guides: CorpusGuide[] = [];
      for (const path of list()) {
        const post = knownOf(path);
        if (post?.guide) guides.push(post.guide);
        else if (post && !post.failed) return undefined;
      }
      return guides;
    },
    readAnother() {
      const path = list().find((one) => {
        const post = knownOf(one);
        return post && !post.guide && !post.failed;
      });
      if (path !== undefined) guideOf(path);
      return path !== undefined;
    },
  };
}

/** The path by which the check and the build know a file, from the project's root. */
export function nameOf(path: string): string {
  return withSlashes(relative(projectRoot, path));
}

function corpusGuideOf({ file, data, fields, references, passages, links, anchors }: Guide): CorpusGuide {
  return { file, data, fields, references, passages, links, anchors };
}
