import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { figurePaths } from '../../site/paths.ts';

export const getStaticPaths = figurePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof figurePaths>> = ({ props }) =>
  new Response(props.svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
