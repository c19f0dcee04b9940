import type { AstroIntegration } from 'astro';
import { sharedValue } from './shared-value.ts';

/** Has a site that is served show its content as it is now; undefined where none is. */
export const contentChanged = sharedValue<() => void>('content-changed');

/** Pages and browsers of a site that is served take up a change of the content as soon as it is read. */
export function liveContent(): AstroIntegration {
  return {
    name: 'live-content',
    hooks: {
      'astro:server:setup'({ server }) {
        contentChanged.value = () => {
          const { client, ...others } = server.environments;
          // What Astro itself sends when its store has changed: routes ask again which paths they have.
          for (const environment of Object.values(others)) environment.hot.send('astro:content-changed', {});
          client.hot.send({ type: 'full-reload', path: '*' });
        };
      },
    },
  };
}
