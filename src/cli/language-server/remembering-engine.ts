import type { CheckedLabwork } from '../../lib/check/labwork.ts';
import type { Guide } from '../../lib/guide/guide.ts';
import type { Lab } from '../../lib/lab/lab.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';
import type { CheckEngine } from '../check-targets.ts';

/** As many texts are remembered, each by its path: those that are open, with all parts of their labworks, and some that they lead to. */
const mostTexts = 64;
/** A labwork that is checked has all that its devices went through. */
const mostLabworks = 16;

/**
 * An engine that remembers what it last made of each text, and of each labwork: what has not changed is neither read nor checked again. It
 * gives the very values it gave before. What it holds is bounded, whatever is asked of it.
 */
export function rememberingEngine(engine: CheckEngine): CheckEngine {
  const readLab = remembering((file) => engine.readLab(file));
  const readComparison = remembering((file) => engine.readComparison(file));
  const labworks = new Map<string, KnownLabwork>();
  return {
    ...engine,
    readGuide: remembering((file) => engine.readGuide(file)),
    readLab,
    readComparison,
    checkLabwork: (guides, labs) => {
      const key = guides.map(({ file }) => file.path).join('\n');
      const known = labworks.get(key);
      if (known && isSameList(known.guides, guides) && isSameMap(known.labs, labs)) return known.checked;
      const checked = engine.checkLabwork(guides, labs);
      put(labworks, key, { guides: [...guides], labs: new Map(labs), checked }, mostLabworks);
      return checked;
    },
  };
}

interface KnownLabwork {
  readonly guides: readonly Guide[];
  readonly labs: ReadonlyMap<string, Lab>;
  readonly checked: CheckedLabwork;
}

function remembering<Value>(read: (file: SourceFile) => Value): (file: SourceFile) => Value {
  const known = new Map<string, { readonly text: string; readonly value: Value }>();
  return (file) => {
    const before = known.get(file.path);
    const value = before?.text === file.text ? before.value : read(file);
    put(known, file.path, { text: file.text, value });
    return value;
  };
}

/** What was asked for longest ago goes first. */
function put<Value>(map: Map<string, Value>, key: string, value: Value, most = mostTexts): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function isSameMap(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
