import type { ComponentCall, Segment } from '../lib/guide/guide.ts';

/** Characters of a body's HTML after which a reader has most likely left the first screen. */
const firstScreen = 2500;

/**
 * Gives every figure what the ids in it begin with, so that no id is twice on a page: its name, counted where it is shown again, behind
 * `scope` where a page has pieces of several posts. No other id of a page has a dot in it. The first picture of a page is marked as
 * `first` where it is on the first screen: all others are loaded when they are near.
 */
export function withFigureIds(segments: readonly Segment[], scope?: string): Segment[] {
  const shown = new Map<string, number>();
  let before = 0;
  let isFirst = scope === undefined;
  const walk = (list: readonly Segment[]): Segment[] =>
    list.map((segment) => {
      if (typeof segment === 'string') {
        before += segment.length;
        return segment;
      }
      if (!isFigure(segment.component)) return { ...segment, children: walk(segment.children) };
      const name = String(segment.props['src']).replace(/[^A-Za-z0-9-]+/g, '-');
      const time = (shown.get(name) ?? 0) + 1;
      shown.set(name, time);
      const ids = [scope?.replaceAll('/', '.'), name, time === 1 ? undefined : time, ''];
      const first = isFirst && before < firstScreen;
      isFirst = false;
      return {
        ...segment,
        props: {
          ...segment.props,
          ids: ids.filter((part) => part !== undefined).join('.'),
          ...(first ? { first } : {}),
        },
        children: walk(segment.children),
      };
    });
  return walk(segments);
}

/** The keys of the figures among the segments, each as often as it is shown. */
export function figuresIn(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) =>
    typeof segment === 'string'
      ? []
      : [
          ...(isFigure(segment.component) ? [String(segment.props['src'])] : []),
          ...(segment.component === 'Video' ? filesOfVideo(segment.props) : []),
          ...figuresIn(segment.children),
        ],
  );
}

function filesOfVideo({ src, poster, captions }: ComponentCall['props']): string[] {
  return [src, poster, captions].flatMap((key) => (key === undefined ? [] : [String(key)]));
}

function isFigure(component: string): boolean {
  return component === 'Figure' || component === 'Picture';
}
