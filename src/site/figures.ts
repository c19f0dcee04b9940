import { escapeHtml } from './posts/escape-html.ts';
import type { DrawingView } from './types/figure.ts';

/** Colours of the classes that figures use, light and dark; on the site's own pages they come from its theme (`styles/tokens.css`). */
export const themeColours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  ink: ['#101a20', '#e4edf1'],
  soft: ['#4f5f68', '#97a9b3'],
  rule: ['#cfdae0', '#2a3841'],
  signal: ['#0a68a0', '#6cc4f5'],
  fault: ['#a4480a', '#ffb066'],
  ok: ['#1c7440', '#74d79a'],
  host: ['#0f5a46', '#7fd6b8'],
  switch: ['#4a4aa8', '#b4b4ff'],
  paper: ['#fcfdfd', '#0e1418'],
  sheet: ['#eef3f5', '#162027'],
  'cable-grey': ['#62707a', '#a3b2bb'],
  'cable-blue': ['#1668c7', '#6bb1ff'],
  'cable-teal': ['#0b8074', '#4fd0c0'],
  'cable-violet': ['#7a3fc0', '#c29bff'],
  'cable-amber': ['#9a6400', '#f0bd4f'],
  'cable-magenta': ['#b0236f', '#ff8ec6'],
};

/** The figure as a file of its own, for feeds and for sharing: with its colours, light or dark as the reader's system is. */
export function standaloneFigure({ attributes, content }: DrawingView): string {
  const drawing = content.join('');
  const used = [
    ...new Set([...drawing.matchAll(/class="([^"]*)"/g)].flatMap((match) => match[1]!.split(/\s+/))),
  ];
  const rules = (theme: 0 | 1) =>
    used
      .flatMap((word) => {
        const [, letter, colour = ''] = /^([fs])-([a-z-]+)$/.exec(word) ?? [];
        const value = colour === 'none' ? 'none' : themeColours[colour]?.[theme];
        return value ? [`.${word}{${letter === 'f' ? 'fill' : 'stroke'}:${value}}`] : [];
      })
      .join('');
  const style = `<style>text{font-family:ui-monospace,Menlo,Consolas,monospace}${rules(0)}@media(prefers-color-scheme:dark){${rules(1)}}</style>`;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return `<svg xmlns="http://www.w3.org/2000/svg"${written.join('')}>${style}${drawing}</svg>\n`;
}
