import type { APIRoute } from 'astro';
import { makeFeed } from '../site/feed.ts';

export const GET: APIRoute = () =>
  new Response(makeFeed().json1(), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
