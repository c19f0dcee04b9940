import type { APIRoute } from 'astro';
import { historyAtomPaths } from '../../../../site/paths.ts';

export const getStaticPaths = historyAtomPaths;

export const GET: APIRoute<{ readonly text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
