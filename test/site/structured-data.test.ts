import { describe, expect, it } from 'vitest';
import { scriptText, structuredData } from '../../src/layouts/structured-data.ts';
import { changelogOf, updatedOf } from '../../src/site/revisions.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { corpusOf, debugFile, failFile, labworksPart, postOf, site, viewOf } from './fixtures.ts';

const wrong = failFile('san-down', { date: '2014-01-01', tags: ['SAN'] });
const debug = debugFile('found', 'fail-files/san-down', { date: '2014-06-01' });
const corpus = corpusOf([postOf(wrong), postOf(debug)]);
const viewFor = (data: typeof wrong | typeof debug) => {
  const changelog = changelogOf(corpus, corpus.byRef.get(`${data.kind}/${data.slug}`)!);
  return viewOf(data, { changelog, updated: updatedOf(changelog, data.date) });
};

describe('what a page says to machines', () => {
  it('has the corrections of its post, and the day of the last one', () => {
    expect(structuredData(viewFor(wrong), site)).toMatchObject({
      '@type': 'BlogPosting',
      url: 'https://closet.example/fail-files/san-down/',
      datePublished: '2014-01-01',
      dateModified: '2014-06-01',
      version: '2',
      keywords: ['SAN'],
      publisher: { '@type': 'Organization', name: 'The Closet', url: 'https://closet.example/' },
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'It was another cable.',
          datePublished: '2014-06-01',
          url: 'https://closet.example/debug/found/',
        },
      ],
    });
  });

  it('has none for a Debug File, which is about its correction', () => {
    expect(structuredData(viewFor(debug), site)).not.toHaveProperty('correction');
  });

  it('says what its post says, whatever that is, and ends no script', () => {
    for (const text of hostileTexts(300)) {
      const written = scriptText(structuredData(viewOf(failFile('x', { title: text, tags: [text] })), site));
      expect(written).not.toContain('<');
      expect(JSON.parse(written)).toMatchObject({ headline: text, keywords: [text] });
    }
  });

  it('calls the part of a labwork a technical article', () => {
    expect(structuredData(viewOf(labworksPart(1)), site)).toMatchObject({
      '@type': 'TechArticle',
      dateModified: '2014-05-01',
    });
  });
});
