import type { APIRoute } from 'astro';
import { makeFeed } from '../site/feed.ts';

export const GET: APIRoute = () =>
  new Response(makeFeed().atom1(), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
