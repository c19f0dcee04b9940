import { describe, expect, it } from 'vitest';
import type { SiteIdentity } from '../../src/lib/identity/schema.ts';
import { replyOf } from '../../src/site/reply.ts';
import { blockOf, labworksPart, site, viewOf } from './fixtures.ts';

const heading = { depth: 2, text: 'Pull & push', anchor: 'step-7-1', step: '7:1' };
const post = viewOf(labworksPart(1, { title: 'Cables? 100% & more' }), {
  headings: [heading],
  blocks: { b1: blockOf() },
  changelog: [
    {
      number: 2,
      date: '2014-06-01',
      class: 'correction',
      severity: 'factual',
      release: undefined,
      changes: undefined,
      summary: 'So.',
      reportedBy: undefined,
      url: undefined,
    },
  ],
});
const replyTo = (reply: SiteIdentity['reply']) => replyOf({ ...site, reply }, post);

/** The fields that a form is filled in with. */
function fieldsOf(url: string | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...url!.split('?')[1]!.split('&')].map((pair) => pair.split('=').map(decodeURIComponent)),
  );
}

describe('how a post is answered', () => {
  it('is nothing on a site that does not say it', () => {
    expect(replyTo(undefined)).toBeUndefined();
  });

  it('is by mail, with lines as mail has them', () => {
    const reply = replyTo({ mail: 'me@closet.example' })!;
    expect(reply.answers.map(({ label }) => label)).toEqual(['by mail']);
    expect(reply.answers[0]?.url).toMatch(/^mailto:me@closet\.example\?subject=/);
    expect(fieldsOf(reply.report)).toEqual({
      subject: 'Error in “Cables? 100% & more”',
      body: 'https://closet.example/labworks/part-1/\r\nRevision 2, 2014-06-01\r\n\r\n',
    });
  });

  it('is on Mastodon, by the form of the server of the account', () => {
    const { answers, report } = replyTo({ mastodon: '@me@social.example' })!;
    expect(answers.map(({ url }) => url.split('?')[0])).toEqual(['https://social.example/share']);
    expect(fieldsOf(report)['text']).toMatch(/^@me@social\.example Error in “Cables/);
  });

  it('is on GitHub, as a discussion where there is a category for it, else as an issue; errors are issues', () => {
    const pathsOf = (discussions?: string) => {
      const { answers, report } = replyTo({
        github: { repository: 'me/closet', ...(discussions && { discussions }) },
      })!;
      return [answers[0]!.url, report].map((url) => new URL(url).pathname);
    };
    expect(pathsOf('q-a')).toEqual(['/me/closet/discussions/new', '/me/closet/issues/new']);
    expect(pathsOf()).toEqual(['/me/closet/issues/new', '/me/closet/issues/new']);
  });

  it('is in every way there is, and errors go where they are followed up', () => {
    const all = { mail: 'a@b.example', mastodon: '@a@b.example', github: { repository: 'a/b' } };
    expect(replyTo(all)?.answers.map(({ label }) => label)).toEqual([
      'by mail',
      'on Mastodon (@a@b.example)',
      'on GitHub',
    ]);
    expect(replyTo(all)?.report).toMatch(/^https:\/\/github\.com\/a\/b\/issues\//);
    expect(replyTo({ mail: all.mail, mastodon: all.mastodon })?.report).toMatch(/^mailto:/);
  });

  it('names the section or the block that is wrong, and has room for words that a reader selects', () => {
    const { sections, blocks, passage, slots } = replyTo({ github: { repository: 'a/b' } })!;
    expect(sections.map(({ title, url }) => [title, fieldsOf(url)['body']])).toEqual([
      [
        'Pull & push',
        'https://closet.example/labworks/part-1/#step-7-1\nRevision 2, 2014-06-01\nSection: Pull & push\n\n',
      ],
    ]);
    expect(fieldsOf(blocks['b1'])['body']).toContain(
      '/#step-7-1\nRevision 2, 2014-06-01\nCommands for hv1, step 7:1, block b1',
    );
    const filled = passage.replace(slots.anchor, 'here').replace(slots.words, 'some%20words');
    expect(fieldsOf(filled)['body']).toMatch(/#here\n[^]*\nPassage: some words\n/);
  });
});
