import type { APIRoute } from 'astro';
import { atomFeed, makeFeed } from '../site/feed.ts';

export const GET: APIRoute = () =>
  new Response(atomFeed(makeFeed()), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
