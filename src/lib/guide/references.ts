import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import type { JsxElement } from './component-props.ts';
import type { AuthorComponent } from './components.ts';
import type { Reference } from './guide.ts';

/** The props that name something outside of the post. What a `Figure` shows is read by `read-picture.ts`. */
const naming: Partial<Record<AuthorComponent, { readonly prop: string; readonly kind: Reference['kind'] }>> =
  {
    Value: { prop: 'of', kind: 'value' },
    PortMap: { prop: 'device', kind: 'device' },
    NetworkTable: { prop: 'networks', kind: 'network' },
    Comparison: { prop: 'id', kind: 'comparison' },
  };

/** What a call of a component names, each name with its place. */
export function referencesOf(file: SourceFile, component: AuthorComponent, node: JsxElement): Reference[] {
  const entry = naming[component];
  if (!entry) return [];
  const { prop, kind } = entry;
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== prop) continue;
    const start = attribute.position?.start.offset ?? 0;
    const end = attribute.position?.end.offset ?? start;
    const written = file.text.slice(start, end);
    const names = String(
      typeof attribute.value === 'object' ? written.slice(prop.length + 1) : attribute.value,
    );
    const head = written.length - written.slice(prop.length).replace(/^\s*=\s*\{?\s*["'`]?/, '').length;
    return [...names.matchAll(/[^\s{}"'`]+/g)].map(([name]) => {
      const at = written.indexOf(name, head);
      const range = at < 0 ? rangeAt(file, start, end) : rangeAt(file, start + at, start + at + name.length);
      return { kind, name, range };
    });
  }
  return [];
}
