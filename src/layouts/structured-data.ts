import type { SiteIdentity } from '../lib/identity/schema.ts';
import type { PostView } from '../site/types/post.ts';

/** What the page says to machines about its post: schema.org, with the corrections it got. */
export function structuredData(
  post: PostView,
  site: Pick<SiteIdentity, 'name' | 'address'>,
): Readonly<Record<string, unknown>> {
  const { data, url, corrections, changelog, shareImage } = post;
  const absolute = (path: string) => new URL(path, site.address).href;
  const corrected = data.kind === 'debug' ? [] : corrections;
  return {
    '@context': 'https://schema.org',
    '@type': data.kind === 'labworks' ? 'TechArticle' : 'BlogPosting',
    headline: data.title,
    description: data.summary,
    datePublished: data.date,
    dateModified: changelog[0]?.date ?? data.date,
    keywords: data.tags,
    ...(shareImage ? { image: absolute(shareImage.url) } : {}),
    url: absolute(url),
    mainEntityOfPage: absolute(url),
    publisher: { '@type': 'Organization', name: site.name, url: absolute('/') },
    ...(corrected.length > 0
      ? {
          correction: corrected.map(({ entry, date, url: debug }) => ({
            '@type': 'CorrectionComment',
            text: entry,
            datePublished: date,
            url: absolute(debug),
          })),
        }
      : {}),
  };
}

/** The data as JSON that can stand in a `<script>` whatever is in it: nothing in it ends the script or begins a comment. */
export function scriptText(data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(data).replaceAll('<', () => '\\u003c');
}
