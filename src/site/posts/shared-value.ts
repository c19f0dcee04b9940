/**
 * A value of the whole process. Astro loads the content loader, and what it bundles of the pages, as copies of their own of the
 * project's modules; what one copy puts here another finds.
 */
export function sharedValue<T>(name: string): { value: T | undefined } {
  const place = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`agnostic-computing.${name}`);
  return {
    get value() {
      return place[key];
    },
    set value(value) {
      place[key] = value;
    },
  };
}
