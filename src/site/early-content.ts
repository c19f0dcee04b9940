import type { AstroIntegration } from 'astro';
import { beginUpdate } from './posts/head-start.ts';

/** Has the content brought up to date while Astro gets ready; the content loader takes it over. */
export function earlyContent(): AstroIntegration {
  return {
    name: 'early-content',
    hooks: {
      'astro:config:setup'({ command }) {
        if (command === 'build' || command === 'sync') beginUpdate();
      },
    },
  };
}
