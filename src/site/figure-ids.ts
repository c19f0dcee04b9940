import type { Segment } from '../lib/guide/guide.ts';

/**
 * Gives every figure what the ids in it begin with, so that no id is twice on a page: its name, counted where it is shown again, behind
 * `scope` where a page has pieces of several posts. No other id of a page has a dot in it.
 */
export function withFigureIds(segments: readonly Segment[], scope?: string): Segment[] {
  const shown = new Map<string, number>();
  const walk = (list: readonly Segment[]): Segment[] =>
    list.map((segment) => {
      if (typeof segment === 'string') return segment;
      const children = walk(segment.children);
      if (segment.component !== 'Figure') return { ...segment, children };
      const name = String(segment.props['src']);
      const time = (shown.get(name) ?? 0) + 1;
      shown.set(name, time);
      const ids = [scope?.replaceAll('/', '.'), name, time === 1 ? undefined : time, ''];
      return {
        ...segment,
        props: { ...segment.props, ids: ids.filter((part) => part !== undefined).join('.') },
        children,
      };
    });
  return walk(segments);
}

/** The names of the figures among the segments, each as often as it is shown. */
export function figuresIn(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) =>
    typeof segment === 'string'
      ? []
      : [
          ...(segment.component === 'Figure' ? [String(segment.props['src'])] : []),
          ...figuresIn(segment.children),
        ],
  );
}
