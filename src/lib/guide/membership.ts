import { parseYaml } from '../diagnostics/read-yaml.ts';
import { findFrontMatter } from './find-front-matter.ts';
import type { Kind } from './front-matter.ts';
import { frontMatter, kinds } from './front-matter.ts';
import { placeOfPost } from './post-place.ts';

/** What a post says it belongs to. Whether that holds is checked when the post is read. */
export interface Membership {
  readonly kind: Kind;
  readonly lab: string | undefined;
  /** Of labworks only, as `part` and `date`. */
  readonly labwork: number | undefined;
  readonly part: number | undefined;
  readonly date: string | undefined;
}

/**
 * Reads what must be known of a post before it is read as a whole, and sees in its front matter the same as `readGuide`. Nothing
 * but the kind is known where there is no front matter, or where it is no YAML. (A lab that is plainly there is seen even so.)
 */
export function readMembership(path: string, text: string): Membership {
  const yaml = frontMatterOf(text);
  const folder = kindOfFolder(path);
  // A thousand posts need not be parsed for it, one after the other.
  const plain = folder !== undefined && folder !== 'labworks' ? plainLab(yaml) : undefined;
  if (folder && plain)
    return { kind: folder, ...plain, labwork: undefined, part: undefined, date: undefined };
  const data = parseYaml(yaml, frontMatter.labworks);
  const { lab, labwork, part, date } = isRecord(data) ? data : {};
  const kind = folder ?? kindByFields(fieldNames(data, yaml));
  const isLabwork = kind === 'labworks';
  return {
    kind,
    lab: typeof lab === 'string' ? lab : undefined,
    labwork: isLabwork && typeof labwork === 'number' ? labwork : undefined,
    part: isLabwork && typeof part === 'number' ? part : undefined,
    date: isLabwork && typeof date === 'string' ? date : undefined,
  };
}

/** The kind of a post: its folder's name, or for a copy that lies elsewhere the kind whose front matter it has. */
export function kindOfPost(path: string, text: string): Kind {
  return kindOfFolder(path) ?? readMembership(path, text).kind;
}

function kindOfFolder(path: string): Kind | undefined {
  const { folder } = placeOfPost(path);
  return kinds.find((kind) => kind === folder);
}

function kindByFields(names: ReadonlySet<string>): Kind {
  const hasOneOf = (...wanted: readonly string[]) => wanted.some((name) => names.has(name));
  if (hasOneOf('labwork', 'series', 'requires')) return 'labworks';
  if (hasOneOf('corrects')) return 'debug';
  if (hasOneOf('system', 'lesson')) return 'fail-files';
  return hasOneOf('comparisons', 'conditions') ? 'field-notes' : 'allegories';
}

function fieldNames(data: unknown, yaml: string): ReadonlySet<string> {
  if (isRecord(data)) return new Set(Object.keys(data));
  // What is no YAML yet has a kind, too, by the names that its lines begin with.
  return new Set([...yaml.matchAll(/^([\w-]+):/gm)].map(([, name = '']) => name));
}

function frontMatterOf(text: string): string {
  const place = findFrontMatter(text);
  return place ? text.slice(place.start, place.end) : '';
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** Blank lines and comments, and then a field at the edge: from here on all lines at the edge begin a field of the whole. */
const beginsWithField = /^(?:[ \t]*(?:#[^\n]*|\r?)\n)*[A-Za-z][\w-]*:[ \t\r\n]/;
/** A slug on a line of its own; were the next line indented, it could go on there. */
const labLine = /(?:^|\n)lab:[ \t]+([a-z][a-z0-9-]*)[ \t]*\r?\n(?=[A-Za-z]|$)/;
/** The lab of YAML that says it plainly or plainly has none; undefined where the YAML must be parsed to know. */
function plainLab(yaml: string): { readonly lab: string | undefined } | undefined {
  // A backslash may write a letter in another way.
  if (!/lab|\\/.test(yaml)) return { lab: undefined };
  if (!beginsWithField.test(yaml)) return undefined;
  const lab = labLine.exec(yaml)?.[1];
  return lab === undefined || lab === 'null' ? undefined : { lab };
}
