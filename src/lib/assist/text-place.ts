import { findFrontMatter } from '../guide/find-front-matter.ts';

/** What stands at an offset of a post, by its text alone: it need not be a post that holds. */
export type TextPlace =
  | { readonly kind: 'front-matter'; readonly start: number; readonly end: number }
  /** `info`: offset of what stands behind the backticks. */
  | { readonly kind: 'fence'; readonly info: number; readonly end: number }
  | { readonly kind: 'code'; readonly info: number; readonly end: number }
  | { readonly kind: 'prose' };

export function placeInText(text: string, offset: number): TextPlace {
  const front = findFrontMatter(text);
  if (front && offset >= front.start && offset <= front.end)
    return { kind: 'front-matter', start: front.start, end: front.end };
  let open: { readonly mark: string; readonly info: number; readonly end: number } | undefined;
  const lines = /^([ \t>]*(?:[-*+]|\d+[.)])?[ \t]*)(`{3,}|~{3,})?([^\r\n]*)(?:\r\n|\n|\r|$)/gm;
  lines.lastIndex = front?.after ?? 0;
  for (let match = lines.exec(text); match && match.index <= offset; match = lines.exec(text)) {
    const [whole, before = '', mark, rest = ''] = match;
    if (whole === '') lines.lastIndex++;
    const info = match.index + before.length + (mark?.length ?? 0);
    const end = info + rest.length;
    if (open) {
      const isClosing = mark?.startsWith(open.mark) && rest.trim() === '';
      if (offset <= end) return isClosing ? { kind: 'prose' } : { ...open, kind: 'code' };
      if (isClosing) open = undefined;
    } else if (mark !== undefined && !(mark.startsWith('`') && rest.includes('`'))) {
      if (offset <= end) return offset >= info ? { kind: 'fence', info, end } : { kind: 'prose' };
      open = { mark, info, end };
    }
  }
  return open ? { ...open, kind: 'code' } : { kind: 'prose' };
}

/** `{{path}}` around an offset, closed or not. */
export interface ValueMark {
  /** Of the path, without the braces. */
  readonly start: number;
  readonly end: number;
  readonly path: string;
  readonly isClosed: boolean;
}

export function valueMarkAt(text: string, offset: number): ValueMark | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const opened = /\{\{ ?([\w.-]*)$/.exec(text.slice(lineStart, offset));
  // The pointer may stand upon the first brace.
  const from = opened ? offset - opened[1]!.length : undefined;
  if (from === undefined) return undefined;
  const rest = /^[\w.-]*/.exec(text.slice(offset))![0];
  const end = offset + rest.length;
  return { start: from, end, path: text.slice(from, end), isClosed: /^ ?\}\}/.test(text.slice(end)) };
}

/** A tag of a component that is open at an offset, as far as it is typed. */
export interface TagPlace {
  readonly component: string;
  /** The prop whose value it is; undefined in the name of the tag or of a prop. */
  readonly prop: string | undefined;
  /** Props that stand before it. */
  readonly given: readonly string[];
  readonly part: 'name' | 'prop' | 'value';
  /** What is being typed begins here. */
  readonly start: number;
  readonly end: number;
}

export function tagAt(text: string, offset: number): TagPlace | undefined {
  const open = text.lastIndexOf('<', offset - 1);
  if (open < 0 || offset - open > 2000) return undefined;
  const before = text.slice(open + 1, offset);
  const name = /^[A-Z]?\w*/.exec(before)![0];
  if (before === name) {
    const rest = /^\w*/.exec(text.slice(offset))![0];
    return {
      component: name + rest,
      prop: undefined,
      given: [],
      part: 'name',
      start: open + 1,
      end: offset + rest.length,
    };
  }
  if (!/^[A-Z]/.test(name)) return undefined;
  const given: string[] = [];
  let at = name.length;
  const attribute = /\s+(\w+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\}))?(?=[\s/>])/y;
  attribute.lastIndex = at;
  for (let match = attribute.exec(before); match; match = attribute.exec(before)) {
    given.push(match[1]!);
    at = attribute.lastIndex;
  }
  const rest = before.slice(at);
  const value = /^\s+(\w+)=["']([^"'<>]*)$/.exec(rest);
  if (value) {
    const end = offset + /^[^"'<>\r\n]*/.exec(text.slice(offset))![0].length;
    return { component: name, prop: value[1]!, given, part: 'value', start: offset - value[2]!.length, end };
  }
  const prop = /^\s+(\w*)$/.exec(rest);
  if (!prop) return undefined;
  const end = offset + /^\w*/.exec(text.slice(offset))![0].length;
  return { component: name, prop: undefined, given, part: 'prop', start: offset - prop[1]!.length, end };
}
