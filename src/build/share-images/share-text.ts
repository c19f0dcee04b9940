import { kinds } from '../../site/kinds.ts';
import type { Post } from '../../site/corpus.ts';
import { stepTallies } from '../../site/labwork-view.ts';
import { postLink, urlOf } from '../../site/post-link.ts';
import { labworkUrl } from '../../site/urls.ts';
import type { SiteIdentity } from '../../lib/identity/schema.ts';
import type { ShownPost } from '../../site/posts/shown-post.ts';
import type { ShareColour } from './palette.ts';

/** What stands in the image of one page. */
export interface ShareText {
  /** The page's path: `/labworks/wiring-a-rack-part-2/`. */
  readonly path: string;
  /** Above the title, such as `Labworks 2, part 2 · 2:4 – 2:9`; empty on the front page. */
  readonly label: string;
  readonly title: string;
  readonly accent: ShareColour;
  /** One for each step, by part: lit where its every effect was modelled. */
  readonly lights: readonly (readonly boolean[])[];
  /** Of the site. */
  readonly name: string;
  /** Of the site, without its scheme. */
  readonly domain: string;
}

/** As the kinds have them on their own pages: blue for what can be done, amber for what died. */
const accents: Readonly<Record<keyof typeof kinds, ShareColour>> = {
  labworks: 'signal',
  'fail-files': 'fault',
  allegories: 'cable-violet',
  debug: 'cable-amber',
  'field-notes': 'cable-teal',
};

/** Of the front page, every post and every labwork. */
export function shareTexts(
  site: Pick<SiteIdentity, 'name' | 'tagline' | 'address'>,
  summaries: readonly ShownPost[],
): ShareText[] {
  const common = { name: site.name, domain: new URL(site.address).host };
  const posts = summaries.filter((post): post is Post => post.data !== undefined);
  const front: ShareText = {
    ...common,
    path: '/',
    label: '',
    title: site.tagline,
    accent: 'signal',
    lights: [],
  };
  return [
    front,
    ...posts.map((post) => ({ ...common, ...textOfPost(post) })),
    ...labworksOf(posts).map((text) => ({ ...common, ...text })),
  ];
}

type OwnText = Omit<ShareText, 'name' | 'domain'>;

function textOfPost(post: Post): OwnText {
  const { data } = post;
  const range = data.kind === 'labworks' ? ` · ${rangeOf(data.steps)}` : '';
  return {
    path: urlOf(post),
    label: `${postLink(post).label}${range}`,
    title: data.title,
    accent: accents[data.kind],
    lights: data.kind === 'labworks' ? [lightsOf(post)] : [],
  };
}

/** Each with the parts that readers are shown, or with the others where there are none. */
function labworksOf(posts: readonly Post[]): OwnText[] {
  const parts = posts.flatMap((post) => (post.data.kind === 'labworks' ? [{ post, data: post.data }] : []));
  const groups = Map.groupBy(parts, ({ data }) => data.labwork);
  return [...groups].map(([number, all]) => {
    const published = all.filter(({ post }) => post.shown);
    const shown = (published.length > 0 ? published : all).sort((a, b) => a.data.part - b.data.part);
    const { data } = shown[0]!;
    const [first] = data.steps.split('-');
    const last = shown.at(-1)!.data.steps.split('-').at(-1)!;
    return {
      path: labworkUrl(number),
      label: `${kinds.labworks.one} ${number} · ${rangeOf(`${first}-${last}`)}`,
      title: data.series,
      accent: accents.labworks,
      lights: shown.map(({ post }) => lightsOf(post)),
    };
  });
}

function rangeOf(steps: string): string {
  return steps.replace('-', ' – ');
}

function lightsOf({ steps, counts }: Post): boolean[] {
  const tallies = stepTallies(
    counts,
    steps.map(({ id }) => id),
  );
  return tallies.map(({ evidence }) => evidence === 'modelled');
}
