import type { APIRoute } from 'astro';
import { historyJsonPaths } from '../../../../site/paths.ts';

export const getStaticPaths = historyJsonPaths;

export const GET: APIRoute<{ readonly text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });
