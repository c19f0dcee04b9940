import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { checksumPaths } from '../../site/paths.ts';

export const getStaticPaths = checksumPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof checksumPaths>> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
