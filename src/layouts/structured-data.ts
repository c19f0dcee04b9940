import type { SiteIdentity } from '../lib/identity/schema.ts';
import type { PostView } from '../site/types/post.ts';

/** What the page says to machines about its post: schema.org, with the corrections it got. */
export function structuredData(
  post: PostView,
  site: Pick<SiteIdentity, 'name' | 'address'>,
): Readonly<Record<string, unknown>> {
  const { data, url, changelog, updated, shareImage } = post;
  const absolute = (path: string) => new URL(path, site.address).href;
  const corrected = changelog.filter(({ class: kind }) => kind === 'correction' || kind === 'withdrawal');
  return {
    '@context': 'https://schema.org',
    '@type': data.kind === 'labworks' ? 'TechArticle' : 'BlogPosting',
    headline: data.title,
    description: data.summary,
    datePublished: data.date,
    dateModified: updated,
    version: String(changelog[0]?.number ?? 1),
    keywords: data.tags,
    ...(shareImage ? { image: absolute(shareImage.url) } : {}),
    url: absolute(url),
    mainEntityOfPage: absolute(url),
    publisher: { '@type': 'Organization', name: site.name, url: absolute('/') },
    ...(corrected.length > 0
      ? {
          correction: corrected.map(({ summary, date, url: debug, changes }) => ({
            '@type': 'CorrectionComment',
            text: summary,
            datePublished: date,
            url: absolute(debug ?? changes ?? url),
          })),
        }
      : {}),
  };
}

/** The data as JSON that can stand in a `<script>` whatever is in it: nothing in it ends the script or begins a comment. */
export function scriptText(data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(data).replaceAll('<', () => '\\u003c');
}
