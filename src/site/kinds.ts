import type { Kind } from '../lib/guide/front-matter.ts';

/** What the site calls posts of a kind. */
export interface KindWords {
  /** One of them. */
  readonly one: string;
  /** Their section of the site. */
  readonly section: string;
  /** What they are about, under the title of their archive. */
  readonly intro: string;
}

/** In the order of the masthead. */
export const kinds: Readonly<Record<Kind, KindWords>> = {
  labworks: {
    one: 'Labworks',
    section: 'Labworks',
    intro: 'Guides you can run: every command checked, bundled, and verified step by step.',
  },
  'fail-files': {
    one: 'Fail File',
    section: 'Fail Files',
    intro: 'What broke, how it broke, and the one thing to take away from it.',
  },
  allegories: {
    one: 'Allegory',
    section: 'Allegories',
    intro: 'What the work is like, told by way of something else.',
  },
  debug: {
    one: 'Debug File',
    section: 'Debug',
    intro: 'Where a post was wrong: what it said, what it says now, and who found it.',
  },
  'field-notes': {
    one: 'Field notes',
    section: 'Field notes',
    intro: 'Things tried and measured, with the conditions they were measured under.',
  },
};

export const kindIds = Object.keys(kinds) as readonly Kind[];
