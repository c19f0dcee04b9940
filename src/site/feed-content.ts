import type { ComponentCall } from '../lib/guide/guide.ts';
import { feedHead } from './feed-head.ts';
import { escapeHtml as text } from './posts/escape-html.ts';
import { segmentsToHtml } from './segments-to-html.ts';
import { absolute } from './site.ts';
import type { BlockView } from './types/block.ts';
import type { ComparisonView } from './types/comparison.ts';
import type { CorrectionView } from './types/correction.ts';
import type { FigureView } from './types/figure.ts';
import type { LabView } from './types/lab.ts';
import type { LabworkView } from './types/labwork.ts';
import type { PostView } from './types/post.ts';

/** A post as plain HTML for feed readers: no classes, no scripts, every address complete. */
export function feedContent(post: PostView): string {
  const notices = post.data.kind === 'debug' ? [] : post.corrections;
  const body = segmentsToHtml(post.body, (call, children) => callHtml(call, children, post));
  return withAddresses(
    withdrawalHtml(post) + notices.map(noticeHtml).join('') + feedHead(post) + body,
    post.url,
  );
}

/** Completes addresses and leaves out what only the site's own styles and scripts understand. */
function withAddresses(html: string, url: string): string {
  const plain = html.replace(/<span class="(?:long )?word">([^<]*)<\/span>/g, (_match, word: string) => word);
  return plain.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag
      .replace(/\s(?:class|tabindex|data-[\w-]+)="[^"]*"/g, '')
      .replace(/\s(href|src)="([^"]*)"/g, (_match, name: string, link: string) => {
        // What is no address is left as it was written.
        const base = /^[a-z][a-z0-9+.-]*:/i.test(link) ? undefined : absolute(url);
        const full = base !== undefined && URL.canParse(link, base) ? new URL(link, base).href : link;
        return ` ${name}="${full}"`;
      }),
  );
}

function callHtml({ component, props }: ComponentCall, children: string, post: PostView): string {
  const prop = (name: string) => (props[name] === undefined ? undefined : String(props[name]));
  const caption = prop('caption');
  switch (component) {
    case 'Value':
      return `<strong>${text(valueOf(post.lab, prop('of') ?? ''))}</strong>`;
    case 'Figure':
      return figureHtml(
        pictureHtml(post.figures[prop('src') ?? ''], prop('alt') ?? '') + transcriptHtml(prop('transcript')),
        caption,
      );
    case 'Video':
      return videoHtml(post, prop);
    case 'Picture':
      return pictureHtml(post.figures[prop('src') ?? ''], prop('alt') ?? '');
    case 'Aside':
      return `<blockquote>${asideHead(prop('label'), prop('title'))}${children}</blockquote>`;
    case 'SyncTabs':
      return children;
    case 'Tab':
      return `<p><strong>${text(prop('label') ?? '')}</strong></p>${children}`;
    case 'NetworkTable':
      return networksHtml(post.lab, prop('networks'));
    case 'Topology':
    case 'PortMap': {
      const title = component === 'Topology' ? 'The topology' : `The ports of ${prop('device') ?? ''}`;
      return `<p><a href="${text(post.url)}">${text(caption ?? title)} (a drawing on the site)</a></p>`;
    }
    case 'Comparison':
      return comparisonHtml(post.comparisons[prop('id') ?? '']);
    case 'ReadingList':
      return readingHtml(post);
    case 'Correction':
      return props['block'] === true ? `<div>${children}</div>` : children;
    case 'BundleDownload':
      return post.labwork ? bundleHtml(post.labwork) : '';
    case 'CommandBlock':
      return blockHtml(post.blocks[prop('block') ?? '']);
    case 'StaticBlock':
      return `${titleHtml(prop('title'))}<pre><code>${text(prop('code') ?? '')}</code></pre>`;
    case 'Note':
      return `<blockquote id="${text(prop('id') ?? '')}"><p>Note ${text(prop('number') ?? '')}</p>${children}</blockquote>`;
    case 'Formula':
      // A feed reader that leaves MathML out would show letters without their bars and heights.
      return `<code>${text(prop('tex') ?? '')}</code>`;
    case 'Table':
      return children;
  }
}

/** A picture of middling width, and what moves as its first frame: a feed reader has no way to stop it. */
function pictureHtml(figure: FigureView | undefined, alt: string): string {
  if (!figure || figure.kind === 'media') return '';
  if (figure.kind === 'drawing') return `<img src="${text(figure.url)}" alt="${text(alt)}">`;
  const { fallback, width, height, original, animation } = figure;
  const high = Math.round((height * fallback.width) / width);
  const image = `<img src="${fallback.url}" alt="${text(alt)}" width="${fallback.width}" height="${high}">`;
  return animation ? `<a href="${original.url}">${image}</a>` : image;
}

/** Its poster, and a link to the film: few feed readers play one. */
function videoHtml({ figures }: PostView, prop: (name: string) => string | undefined): string {
  const film = figures[prop('src') ?? ''];
  if (film?.kind !== 'media') return '';
  const poster = pictureHtml(figures[prop('poster') ?? ''], '');
  const title = text(prop('title') ?? '');
  const content = `<a href="${film.url}">${poster}${title} (film)</a>${transcriptHtml(prop('transcript'))}`;
  return figureHtml(content, prop('caption'));
}

function transcriptHtml(transcript: string | undefined): string {
  if (transcript === undefined) return '';
  return `<details><summary>Text of the picture</summary><pre>${text(transcript)}</pre></details>`;
}

function asideHead(label: string | undefined, title: string | undefined): string {
  const words = [label, title].filter((part) => part !== undefined);
  return words.length === 0 ? '' : `<p><strong>${text(words.join(': '))}</strong></p>`;
}

function figureHtml(content: string, caption: string | undefined): string {
  return `<figure>${content}${caption === undefined ? '' : `<figcaption>${text(caption)}</figcaption>`}</figure>`;
}

/** What is no release, or must not be used, is led to by its page, which says so. */
function bundleHtml({ url, bundle }: LabworkView): string {
  const isGood = bundle.date !== undefined && bundle.yanked === undefined;
  const words = isGood ? `Download the script bundle, version ${bundle.version}` : 'The script bundle';
  return `<p><a href="${isGood ? bundle.url : `${url}#bundle`}">${words}</a></p>`;
}

function blockHtml(block: BlockView | undefined): string {
  if (!block) return '';
  const also = block.alsoOn.length > 0 ? ` and ${block.alsoOn.join(', ')}` : '';
  const where = `${block.deviceTitle}${also}, ${block.platform}${block.role === 'apply' ? '' : ` (${block.role})`}`;
  const because = block.because === undefined ? '' : `. Shown, not bundled: ${block.because}`;
  const allowed = block.allowed.map(({ rule, why }) => `. Allowed here: ${rule}: ${why}`).join('');
  const output = block.output
    ? `<p>prints</p><pre><samp>${text(block.output.text)}</samp></pre><p><small>Source: ${text(block.output.source)}</small></p>`
    : '';
  return `${titleHtml(block.title)}<p><small>${text(where + because + allowed)}</small></p><pre><code>${text(block.text)}</code></pre>${output}`;
}

function titleHtml(title: string | undefined): string {
  return title === undefined ? '' : `<p><strong>${text(title)}</strong></p>`;
}

function withdrawalHtml({ withdrawal }: Pick<PostView, 'withdrawal'>): string {
  if (!withdrawal) return '';
  const { date, summary, url } = withdrawal;
  const more = url === undefined ? '' : ` <a href="${url}">What was wrong</a>`;
  return `<blockquote><p><strong>Withdrawn on ${date}:</strong> ${text(summary)}${more}</p></blockquote>`;
}

function noticeHtml({ title, url, entry, date }: CorrectionView): string {
  return `<blockquote><p><strong>Corrected on ${date}:</strong> ${text(entry)} <a href="${url}">${text(title)}</a></p></blockquote>`;
}

function valueOf(lab: LabView | undefined, path: string): string {
  return lab?.texts[path]?.text ?? path;
}

function networksHtml(lab: LabView | undefined, only: string | undefined): string {
  const wanted = only?.split(/[\s,]+/).filter(Boolean);
  const networks = (lab?.networks ?? []).filter(({ id }) => wanted?.includes(id) ?? true);
  const rows = networks.map(({ name, vlan, subnet, purpose }) => [name, String(vlan), subnet ?? '', purpose]);
  return tableHtml(['Network', 'VLAN', 'Subnet', 'Purpose'], rows);
}

function comparisonHtml(comparison: ComparisonView | undefined): string {
  if (!comparison) return '';
  const { rowTitle, columns, rows, summary } = comparison;
  const cells = rows.map((row) => [
    row.title,
    ...row.cells.map((cell) => cell.text + (cell.best ? ' (best)' : '')),
  ]);
  return `<p>${text(summary)}</p>${tableHtml([rowTitle, ...columns.map(({ title }) => title)], cells)}`;
}

function readingHtml({ data }: PostView): string {
  if (data.kind !== 'labworks' || data.reading.length === 0) return '';
  const items = data.reading.map(({ resource, author, summary, url }) => {
    const name = url === undefined ? text(resource) : `<a href="${text(url)}">${text(resource)}</a>`;
    return `<li>${name}, ${text(author)}: ${text(summary)}</li>`;
  });
  return `<p><strong>Required reading</strong></p><ul>${items.join('')}</ul>`;
}

function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${text(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}
