import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { standaloneFigure } from '../../site/figures.ts';
import { figurePaths } from '../../site/paths.ts';

export const getStaticPaths = figurePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof figurePaths>> = ({ props }) =>
  new Response(standaloneFigure(props.name), { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
