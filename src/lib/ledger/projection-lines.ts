/** A line of a projection; `code`: it stands in a fence, or is one. */
export interface ProjectionLine {
  readonly text: string;
  readonly code: boolean;
}

/** A fence of code behind what it stands in: a list, a quotation. */
const fence = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})(.*)$/;

/** The lines of a source projection, each with whether it is code. */
export function readProjection(lines: readonly string[]): ProjectionLine[] {
  let open: string | undefined;
  return lines.map((text) => {
    const [, signs = '', rest = ''] = fence.exec(text) ?? [];
    if (open === undefined) {
      if (signs !== '') open = signs;
      return { text, code: open !== undefined };
    }
    if (signs.startsWith(open) && rest.trim() === '') open = undefined;
    return { text, code: true };
  });
}
