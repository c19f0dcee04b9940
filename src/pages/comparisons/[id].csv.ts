import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { comparisonCsvPaths } from '../../site/paths.ts';

export const getStaticPaths = comparisonCsvPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof comparisonCsvPaths>> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
