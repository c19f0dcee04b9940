import type { APIRoute } from 'astro';
import { makeCorrectionsFeed } from '../../site/correction-feeds.ts';
import { jsonFeed } from '../../site/feed.ts';

export const GET: APIRoute = () =>
  new Response(jsonFeed(makeCorrectionsFeed()), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
