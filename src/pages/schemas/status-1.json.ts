import type { APIRoute } from 'astro';
import { getSchema } from '../../site/views.ts';

export const GET: APIRoute = () =>
  new Response(getSchema('status-1'), { headers: { 'Content-Type': 'application/json' } });
