import type { AstroLoggerDestination } from 'astro';
import { observe } from './observe.ts';

export default function logger(): AstroLoggerDestination {
  return { write: (message) => observe('log', message) };
}
