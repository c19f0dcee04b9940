import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { walkContent } from '../workspace/content-walk.ts';
import { contentFolder } from '../workspace/paths.ts';

const folder = join(contentFolder, 'figures');

/** Names of the figures, without extension. */
export function figureNames(): string[] {
  return walkContent(folder)
    .files.filter((path) => dirname(path) === folder && /^[^.].*\.svg$/.test(basename(path)))
    .map((path) => basename(path, '.svg'))
    .sort();
}

/** Colours of the classes that figures use, light and dark; on the site's own pages they come from its theme. */
const colours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  ink: ['#16202a', '#dfe7ec'],
  soft: ['#52606c', '#9dacb8'],
  rule: ['#c9d2d8', '#2c3a44'],
  signal: ['#b3471d', '#ff9a5c'],
  fault: ['#b3261e', '#ff8a80'],
  ok: ['#1e7a46', '#6fd08c'],
  host: ['#2a5db0', '#8ab4f8'],
  switch: ['#6d3fa0', '#c9a2f5'],
  storage: ['#8a5a00', '#e6b450'],
};

/** The figure as a file of its own, for feeds and for sharing: with its colours, light or dark as the reader's system is. */
export function standaloneFigure(name: string): string {
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
  const used = [...new Set([...svg.matchAll(/class="([^"]*)"/g)].flatMap((match) => match[1]!.split(/\s+/)))];
  const rules = (theme: 0 | 1) =>
    used
      .flatMap((word) => {
        const [, letter, colour = ''] = /^([fs])-([a-z]+)$/.exec(word) ?? [];
        const value = colours[colour]?.[theme];
        return value ? [`.${word}{${letter === 'f' ? 'fill' : 'stroke'}:${value}}`] : [];
      })
      .join('');
  const style = `<style>text{font-family:ui-monospace,Menlo,Consolas,monospace}${rules(0)}@media(prefers-color-scheme:dark){${rules(1)}}</style>`;
  return svg.replace(/^[\s\S]*?<svg\b([^>]*)>/, (_match, attributes: string) => {
    const namespace = attributes.includes('xmlns=') ? '' : ' xmlns="http://www.w3.org/2000/svg"';
    return `<svg${namespace}${attributes}>${style}`;
  });
}
