import { writeFileSync } from 'node:fs';
import { defineCollection } from 'astro/content/config';
import { observe } from '../observe.ts';

export const collections = {
  notes: defineCollection({
    loader: {
      name: 'notes',
      load() {
        writeFileSync('loaded', '');
        observe('shared', Reflect.get(globalThis, Symbol.for('small-site.shared')));
        return Promise.resolve();
      },
    },
  }),
};
