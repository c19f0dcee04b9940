import { z } from 'zod';
import { addressProblem } from './address.ts';

/** An address that a post had before, from the root of the site: `/2014/04/disk-full/`. */
export const alias = z
  .string()
  .regex(/^\/(?!\/)[\p{L}\p{N}._~/-]+$/u, {
    error: 'a path of this site, such as /2014/04/disk-full/',
    abort: true,
  })
  .superRefine((text, context) => {
    for (const part of partsOf(text)) {
      const problem = /^\.*$/.test(part) ? 'cannot be a part of an address' : addressProblem(part);
      if (problem) context.addIssue({ code: 'custom', message: `“${part}” ${problem}` });
    }
  });

/** Where the page lies that leads on: with a slash at its end, however it was written. */
export function addressOfAlias(written: string): string {
  return `/${partsOf(written).join('/')}/`;
}

/** Without the empty ones at both ends. */
function partsOf(written: string): string[] {
  return written.replace(/^\/|\/$/g, '').split('/');
}
