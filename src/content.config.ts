// `astro:content` would bring along all that pages need of it, through the bundler, at every build.
import { defineCollection } from 'astro/content/config';
import {
  accuracyLoader,
  bundleLoader,
  comparisonLoader,
  figureLoader,
  historyLoader,
  identityLoader,
  labLoader,
  postLoader,
  ruleLoader,
  schemaLoader,
  shareImageLoader,
} from './build/loader.ts';

// The schemas stand in lib/, where the command line shares them; what the loaders store has been checked against them.
export const collections = {
  allegories: defineCollection({ loader: postLoader('allegories') }),
  'fail-files': defineCollection({ loader: postLoader('fail-files') }),
  labworks: defineCollection({ loader: postLoader('labworks') }),
  debug: defineCollection({ loader: postLoader('debug') }),
  'field-notes': defineCollection({ loader: postLoader('field-notes') }),
  bundles: defineCollection({ loader: bundleLoader() }),
  labs: defineCollection({ loader: labLoader() }),
  comparisons: defineCollection({ loader: comparisonLoader() }),
  figures: defineCollection({ loader: figureLoader() }),
  'share-images': defineCollection({ loader: shareImageLoader() }),
  histories: defineCollection({ loader: historyLoader() }),
  rules: defineCollection({ loader: ruleLoader() }),
  accuracy: defineCollection({ loader: accuracyLoader() }),
  schemas: defineCollection({ loader: schemaLoader() }),
  site: defineCollection({ loader: identityLoader() }),
};
