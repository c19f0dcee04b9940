import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { comparisonJson } from '../../lib/comparison/json.ts';
import { comparisonPaths } from '../../site/paths.ts';

export const getStaticPaths = comparisonPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof comparisonPaths>> = ({ props }) =>
  new Response(comparisonJson(props.comparison), { headers: { 'Content-Type': 'application/json' } });
