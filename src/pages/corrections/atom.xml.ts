import type { APIRoute } from 'astro';
import { makeCorrectionsFeed } from '../../site/correction-feeds.ts';
import { atomFeed } from '../../site/feed.ts';

export const GET: APIRoute = () =>
  new Response(atomFeed(makeCorrectionsFeed()), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
