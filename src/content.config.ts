// `astro:content` would bring along all that pages need of it, through the bundler, at every build.
import { defineCollection } from 'astro/content/config';
import { contentLoader } from './build/loader.ts';

// The schemas stand in lib/, where the command line shares them; what is stored has been checked against them.
export const collections = {
  allegories: defineCollection({ loader: contentLoader('allegories') }),
  'fail-files': defineCollection({ loader: contentLoader('fail-files') }),
  labworks: defineCollection({ loader: contentLoader('labworks') }),
  debug: defineCollection({ loader: contentLoader('debug') }),
  'field-notes': defineCollection({ loader: contentLoader('field-notes') }),
  bundles: defineCollection({ loader: contentLoader('bundles') }),
  labs: defineCollection({ loader: contentLoader('labs') }),
  comparisons: defineCollection({ loader: contentLoader('comparisons') }),
  figures: defineCollection({ loader: contentLoader('figures') }),
  'share-images': defineCollection({ loader: contentLoader('share-images') }),
  histories: defineCollection({ loader: contentLoader('histories') }),
  rules: defineCollection({ loader: contentLoader('rules') }),
  accuracy: defineCollection({ loader: contentLoader('accuracy') }),
  policy: defineCollection({ loader: contentLoader('policy') }),
  schemas: defineCollection({ loader: contentLoader('schemas') }),
  site: defineCollection({ loader: contentLoader('site') }),
};
