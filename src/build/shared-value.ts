/**
 * A value of the whole process. Astro loads the content loader, and what it bundles of the pages, as copies of their own of the
 * project's modules; what one copy puts here another finds.
 */
export function sharedValue<T>(name: string): { value: T | undefined } {
  const key = Symbol.for(`agnostic-computing.${name}`);
  return {
    get value() {
      return Reflect.get(globalThis, key) as T | undefined;
    },
    set value(value) {
      Reflect.set(globalThis, key, value);
    },
  };
}
