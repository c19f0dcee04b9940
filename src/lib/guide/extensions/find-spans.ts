import type { MathSpan } from './find-math.ts';
import { findMath } from './find-math.ts';
import type { ProseLine } from './prose-lines.ts';

/** A stretch of a post that no parser of Markdown is to read. */
export type MaskedSpan = ShortcodeSpan | MathSpan;

export interface ShortcodeSpan {
  readonly kind: 'shortcode';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly code?: ShortcodeCode;
}

/** Of a shortcode that is around code, each on a line of its own. */
export interface ShortcodeCode {
  readonly language: string;
  readonly openingEnd: number;
  readonly closingStart: number;
}

/** `{{< name … >}}`, `{{% name … %}}` of Hugo. */
const hugo = /\{\{[<%]\s*(\/?[\w./-]*)[^\n]*?[>%]\}\}/g;
/** `{% name … %}` of Jekyll and others. */
const liquid = /\{%-?\s*([\w./-]+)[^\n]*?%\}/g;

/** The spans of a post in the order of the text, none within another. */
export function findSpans(text: string, lines: readonly ProseLine[]): MaskedSpan[] {
  const spans: MaskedSpan[] = [];
  const unclosed = new Set<string>();
  let done = 0;
  for (const [index, line] of lines.entries()) {
    if (line.start < done || !/[${\\]/.test(line.text)) continue;
    for (const span of [...spansOf(text, line, unclosed), ...findMath(text, lines, index)].sort(
      (a, b) => a.start - b.start,
    )) {
      if (span.start < done) continue;
      spans.push(span);
      done = span.end;
    }
  }
  return spans;
}

function spansOf(text: string, line: ProseLine, unclosed: Set<string>): ShortcodeSpan[] {
  const found: ShortcodeSpan[] = [];
  // Behind the last end nothing is sought: every beginning before it has one, so that no text is gone through twice.
  const hugoEnd = Math.max(line.text.lastIndexOf('>}}'), line.text.lastIndexOf('%}}')) + 3;
  const liquidEnd = line.text.lastIndexOf('%}') + 2;
  const matches = [
    ...line.text.slice(0, hugoEnd > 2 ? hugoEnd : 0).matchAll(hugo),
    ...line.text.slice(0, liquidEnd > 1 ? liquidEnd : 0).matchAll(liquid),
  ].sort((a, b) => a.index - b.index);
  for (const { 0: whole, 1: name = '', index: at } of matches) {
    const start = line.start + at;
    const code = codeAround(text, line, whole, name, unclosed);
    found.push({
      kind: 'shortcode',
      start,
      end: code?.end ?? start + whole.length,
      name,
      ...(code && { code }),
    });
  }
  return found;
}

/** Where a pair of shortcodes is around code, that is left alone as well. `unclosed`: what no closing was found for, and is not sought again. */
function codeAround(
  text: string,
  line: ProseLine,
  whole: string,
  name: string,
  unclosed: Set<string>,
): (ShortcodeCode & { readonly end: number }) | undefined {
  if (!/^(?:highlight|codeblock|code|raw|code-block)$/.test(name) || line.text.trim() !== whole)
    return undefined;
  if (unclosed.has(name)) return undefined;
  const openingEnd = line.start + line.text.length;
  const closing = new RegExp(
    `^[ \\t]*(?:\\{\\{[<%]\\s*/${name}\\s*[>%]\\}\\}|\\{%-?\\s*end${name}\\s*-?%\\})[ \\t]*$`,
    'gm',
  );
  closing.lastIndex = openingEnd;
  const match = closing.exec(text);
  if (!match) {
    unclosed.add(name);
    return undefined;
  }
  const language =
    new RegExp(`${name}\\s+(?:lang[:=])?["']?([\\w+-]+)`).exec(whole)?.[1]?.toLowerCase() ?? 'text';
  const closingStart = match.index;
  return { language, openingEnd, closingStart, end: closingStart + match[0].trimEnd().length };
}
