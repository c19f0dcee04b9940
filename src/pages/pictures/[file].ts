import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { picturePaths } from '../../site/paths.ts';
import { readPictureFile } from '../../site/pictures.ts';

export const getStaticPaths = picturePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof picturePaths>> = ({ props }) => {
  const { bytes, type } = readPictureFile(props.file);
  return new Response(bytes, { headers: { 'Content-Type': type } });
};
