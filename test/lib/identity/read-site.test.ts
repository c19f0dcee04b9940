import { describe, expect, it } from 'vitest';
import { readSite } from '../../../src/lib/identity/read-site.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const whole = `name: The Closet
tagline: Notes from between the coats
description: About three servers in a closet.
about: The closet is written by whoever is in it.
authors: [{ name: A. Writer }]
address: https://closet.example.org/
language: en
navigation: [{ title: Labworks, to: /labworks/ }]
`;
const read = (text: string) => readSite(createSourceFile('src/site.yaml', text));
const told = (text: string) =>
  read(text).diagnostics.map(
    ({ rule, range, message }) => `${rule} ${range.start.line}:${range.start.column} ${message}`,
  );

describe('the identity of a site', () => {
  it('has an address without a slash at its end, and what need not be said', () => {
    expect(read(whole).value).toEqual({
      name: 'The Closet',
      tagline: 'Notes from between the coats',
      description: 'About three servers in a closet.',
      about: 'The closet is written by whoever is in it.',
      authors: [{ name: 'A. Writer' }],
      address: 'https://closet.example.org',
      language: 'en',
      navigation: [{ title: 'Labworks', to: '/labworks/' }],
      more: [],
      feeds: { posts: 30 },
    });
  });

  it.each(['http://localhost:4321', 'https://a.b.c', 'https://closet.example.org'])(
    'may be at %s',
    (address) => {
      expect(read(whole.replace('https://closet.example.org/', () => address)).value?.address).toBe(address);
    },
  );

  it.each([
    'closet.example.org',
    'https://closet.example.org/blog',
    'https://closet.example.org/?a',
    'https://closet.example.org/#',
    'ftp://closet.example.org',
    'https://me@closet.example.org',
    'https://CLOSET.example.org',
  ])('cannot be at %s', (address) => {
    expect(told(whole.replace('https://closet.example.org/', () => address))).toEqual([
      'site/schema 6:10 “address” does not fit: expected an address with https:// and without a path, for example https://blog.example.org.',
    ]);
  });

  it.each([
    'mail: me+blog@closet.example.org',
    "mastodon: '@a_writer@social.closet.example'",
    'github: { repository: writer/closet.blog }',
    'github: { repository: writer/closet, discussions: q-a }',
  ])('may be answered by %s', (way) => {
    expect(told(`${whole}reply:\n  ${way}\n`)).toEqual([]);
  });

  it.each([
    ['{}', /expected mail, mastodon or github/],
    ['{ mail: nobody }', /expected an address of mail, for example me@example\.org/],
    ["{ mail: 'a@b.example?bcc=c@d.example' }", /expected an address of mail/],
    ['{ mastodon: https://social.example/@a }', /expected an account, for example @me@example\.social/],
    ['{ github: { repository: https://github.com/a/b } }', /expected a repository, for example owner\/name/],
    ['{ github: { repository: a/b, discussions: Q & A } }', /expected a category as its address writes it/],
    ['{ disqus: closet }', /disqus/],
  ])('cannot be answered by %s', (ways, message) => {
    expect(told(`${whole}reply: ${ways}\n`)).toEqual([expect.stringMatching(message)]);
  });

  it.each(['labworks/', '//elsewhere.example', 'javascript:alert(1)', 'data:text/html,x', '/a b/'])(
    'has no link to %s',
    (to) => {
      const text = whole.replace('to: /labworks/', () => `to: '${to}'`);
      expect(told(text)).toEqual([
        expect.stringMatching(/^site\/schema 8:37 “navigation\.0\.to” does not fit/),
      ]);
    },
  );

  it('is told what is missing and what is unknown, at its place', () => {
    expect(told(whole.replace('tagline', 'tagLine').replace('language: en\n', ''))).toEqual([
      'site/schema 2:1 There is no “tagLine” here.',
      'site/schema 1:1 “language” is missing.',
    ]);
  });
});
