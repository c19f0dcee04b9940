import type { APIRoute } from 'astro';
import { manifestJsonSchema } from '../../lib/bundle/manifest.ts';
import { site } from '../../site/site.ts';

export const GET: APIRoute = () => Response.json(manifestJsonSchema(site.origin));
