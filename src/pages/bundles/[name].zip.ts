import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { readBundle } from '../../site/bundles.ts';
import { bundlePaths } from '../../site/paths.ts';

export const getStaticPaths = bundlePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof bundlePaths>> = ({ props }) =>
  new Response(readBundle(props.digest), { headers: { 'Content-Type': 'application/zip' } });
