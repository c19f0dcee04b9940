import type { APIRoute } from 'astro';
import { jsonFeed, makeFeed } from '../site/feed.ts';

export const GET: APIRoute = () =>
  new Response(jsonFeed(makeFeed()), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
