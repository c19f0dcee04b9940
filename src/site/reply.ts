import type { SiteIdentity } from '../lib/identity/schema.ts';
import type { PostView } from './types/post.ts';
import type { ReplyView, ReplyWay } from './types/reply.ts';

/** What a form of the reader's is filled in with. */
interface Message {
  readonly subject: string;
  readonly lines: readonly string[];
}

type Ways = NonNullable<SiteIdentity['reply']>;
type RepliedPost = Pick<PostView, 'data' | 'url' | 'headings' | 'blocks' | 'changelog'>;

/** Characters that no text of a post has in it: the script of the page puts an anchor and words in their place. */
const slots = { anchor: '\u{F0000}', words: '\u{F0001}' };

/** How a post is answered on a site that says how; undefined on any other. */
export function replyOf({ reply, address }: SiteIdentity, post: RepliedPost): ReplyView | undefined {
  if (!reply) return undefined;
  const at = (anchor?: string) => `${address}${post.url}${anchor === undefined ? '' : `#${anchor}`}`;
  const { title } = post.data;
  const [revision] = post.changelog;
  const state = revision && `Revision ${String(revision.number)}, ${revision.date}`;
  const report = (where: readonly string[], anchor?: string) =>
    reportUrl(reply, {
      subject: `Error in “${title}”`,
      lines: [at(anchor), ...(state ? [state] : []), ...where],
    });
  return {
    answers: answersOf(reply, { subject: `Re: ${title}`, lines: [at()] }),
    report: report([]),
    sections: post.headings.map(({ text, anchor }) => ({
      title: text,
      url: report([`Section: ${text}`], anchor),
    })),
    blocks: Object.fromEntries(
      Object.values(post.blocks).map(({ id, device, step }) => [
        id,
        report(
          [`Commands for ${device}${step === undefined ? '' : `, step ${step}`}, block ${id}`],
          post.headings.find((heading) => step !== undefined && heading.step === step)?.anchor,
        ),
      ]),
    ),
    passage: report([`Passage: ${slots.words}`], slots.anchor),
    slots: { anchor: encodeURIComponent(slots.anchor), words: encodeURIComponent(slots.words) },
  };
}

function answersOf({ mail, mastodon, github }: Ways, message: Message): readonly ReplyWay[] {
  return [
    ...(mail === undefined ? [] : [{ label: 'by mail', url: mailUrl(mail, message) }]),
    ...(mastodon === undefined
      ? []
      : [{ label: `on Mastodon (${mastodon})`, url: mastodonUrl(mastodon, message) }]),
    ...(github ? [{ label: 'on GitHub', url: discussionUrl(github, message) }] : []),
  ];
}

/** An error is reported where it is followed up best: in public and by number, else where it is read. */
function reportUrl({ mail, mastodon, github }: Ways, message: Message): string {
  if (github) return issueUrl(github.repository, message);
  return mail === undefined ? mastodonUrl(mastodon!, message) : mailUrl(mail, message);
}

/** RFC 6068: lines of a body end with CR and LF. */
function mailUrl(address: string, { subject, lines }: Message): string {
  return `mailto:${address}?${query({ subject, body: `${lines.join('\r\n')}\r\n\r\n` })}`;
}

/** Mastodon's own form for sharing, on the server of the account. */
function mastodonUrl(account: string, { subject, lines }: Message): string {
  const server = account.slice(account.lastIndexOf('@') + 1);
  return `https://${server}/share?${query({ text: [`${account} ${subject}`, ...lines, ''].join('\n') })}`;
}

/** GitHub Docs, "Creating an issue" from a URL query. */
function issueUrl(repository: string, { subject, lines }: Message): string {
  const fields = { title: subject, body: `${lines.join('\n')}\n\n` };
  return `https://github.com/${repository}/issues/new?${query(fields)}`;
}

/** GitHub Docs, "Creating a discussion" from a URL query. */
function discussionUrl({ repository, discussions }: NonNullable<Ways['github']>, message: Message): string {
  if (discussions === undefined) return issueUrl(repository, message);
  const fields = { category: discussions, title: message.subject, body: `${message.lines.join('\n')}\n\n` };
  return `https://github.com/${repository}/discussions/new?${query(fields)}`;
}

function query(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, text]) => `${name}=${encodeURIComponent(text)}`)
    .join('&');
}
