import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { comparisonJsonPaths } from '../../site/paths.ts';

export const getStaticPaths = comparisonJsonPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof comparisonJsonPaths>> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
