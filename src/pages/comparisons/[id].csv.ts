import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { comparisonCsv } from '../../lib/comparison/csv.ts';
import { comparisonPaths } from '../../site/paths.ts';

export const getStaticPaths = comparisonPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof comparisonPaths>> = ({ props }) =>
  new Response(comparisonCsv(props.comparison), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
