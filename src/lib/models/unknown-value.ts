/**
 * What stands in a printed text for something that a model cannot know and does not make up: an address burnt into a machine, a time, a
 * counter, what another device says. Alone on a line it stands for any number of lines, also for none. No device prints it.
 */
export const unknownValue = '…';

export function holdsUnknown(text: string): boolean {
  return text.includes(unknownValue);
}

/** Whether a line is one that the printed one may stand for. How wide a value is that is not known, nobody knows either. */
export function isPrintedLine(printed: string, line: string): boolean {
  if (printed === line) return true;
  if (!holdsUnknown(printed)) return false;
  const [first = '', ...parts] = narrow(printed).split(unknownValue);
  const text = narrow(line);
  if (!text.startsWith(first)) return false;
  const last = parts.pop() ?? '';
  let from = first.length;
  for (const part of parts) {
    const at = text.indexOf(part, from + 1);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length > from && text.endsWith(last);
}

/** Where two texts part: the first line of the printed one that is not there, and the line that stands in its place. */
export interface Parting {
  readonly printed: number;
  readonly written: number;
}

/** Undefined where the lines are those that the printed ones stand for. */
export function partingOf(
  printed: readonly string[],
  written: readonly string[],
  isAlike: (printed: string, written: string) => boolean,
): Parting | undefined {
  let at = 0;
  let line = 0;
  // Where to go on once the lines that an unknown number of lines was taken for turn out to be others.
  let open: Parting | undefined;
  let furthest: Parting = { printed: 0, written: 0 };
  while (line < written.length) {
    if (printed[at] === unknownValue) {
      open = { printed: ++at, written: line };
    } else if (at < printed.length && isAlike(printed[at]!, written[line]!)) {
      at++;
      line++;
    } else {
      if (at > furthest.printed || furthest.printed === 0) furthest = { printed: at, written: line };
      if (!open) return furthest;
      open = { printed: open.printed, written: open.written + 1 };
      at = open.printed;
      line = open.written;
    }
  }
  while (printed[at] === unknownValue) at++;
  if (at >= printed.length) return undefined;
  return at >= furthest.printed ? { printed: at, written: line } : furthest;
}

/** The printed lines, with what is not known taken from the written ones where it stands there. */
export function filledIn(
  printed: readonly string[],
  written: readonly string[],
  isAlike: (printed: string, written: string) => boolean,
): readonly string[] {
  const filled: string[] = [];
  let from = 0;
  printed.forEach((line, at) => {
    const found = written.findIndex((other, index) => index >= from && isAlike(line, other));
    if (line === unknownValue) {
      const next = printed.slice(at + 1).find((other) => other !== unknownValue);
      const end =
        next === undefined
          ? written.length
          : written.findIndex((other, index) => index >= from && isAlike(next, other));
      if (end < 0) filled.push(line);
      else {
        for (const other of written.slice(from, end)) filled.push(other);
        from = end;
      }
    } else if (found < 0) filled.push(line);
    else {
      filled.push(holdsUnknown(line) ? written[found]! : line);
      from = found + 1;
    }
  });
  return filled;
}

/** Runs of blanks as one. */
function narrow(line: string): string {
  return line.replaceAll(/ {2,}/g, ' ');
}
