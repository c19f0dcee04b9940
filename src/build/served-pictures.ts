import type { AstroIntegration } from 'astro';
import { readPictureFile } from '../site/pictures.ts';

/** As `pictures/encoding` and `share-images` name what they make. */
const name = /^\/(p-[\w-]+\.\w+)$/;

/**
 * Serves what posts show of pictures while the site is written: a build makes a file of each, but Astro's server asks for a slash behind
 * what has no ending in the pattern of its route.
 */
export function servedPictures(): AstroIntegration {
  return {
    name: 'served-pictures',
    hooks: {
      'astro:server:setup'({ server }) {
        server.middlewares.use('/pictures', ({ url = '' }, response, next) => {
          const file = name.exec(url.replace(/\?.*$/, ''))?.[1];
          if (file === undefined) return next();
          try {
            const { bytes, type } = readPictureFile(file);
            response.setHeader('Content-Type', type);
            response.end(bytes);
          } catch {
            // Named by a page that was open before its picture was replaced.
            next();
          }
        });
      },
    },
  };
}
