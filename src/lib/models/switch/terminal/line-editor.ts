/** A line while it is typed. A value: every key makes a new one. */
export interface EditedLine {
  readonly text: string;
  /** Offset of the character that the cursor stands on. */
  readonly cursor: number;
}

export const emptyLine: EditedLine = { text: '', cursor: 0 };

/** What a key makes of a line, and what the terminal is sent for it. */
export interface LineEdit {
  readonly line: EditedLine;
  readonly echo: string;
}

/** Keys that change the line or move in it; `undefined` for every other. By the control characters of Emacs, as the devices take them. */
export function edit(line: EditedLine, key: string, longest: number): LineEdit | undefined {
  const { text, cursor } = line;
  if (key >= ' ' && key <= '~') return text.length >= longest ? { line, echo: bell } : insert(line, key);
  switch (key) {
    case '\b':
    case '\x7f':
      return cursor === 0 ? { line, echo: '' } : replace(line, cursor - 1, cursor);
    case '\x04':
      return replace(line, cursor, Math.min(cursor + 1, text.length));
    case '\x15':
    case '\x18':
      return replace(line, 0, key === '\x15' ? text.length : cursor);
    case '\x0b':
      return replace(line, cursor, text.length);
    case '\x17':
      return replace(line, wordBefore(line), cursor);
    case '\x01':
      return moveTo(line, 0);
    case '\x05':
      return moveTo(line, text.length);
    case '\x02':
      return moveTo(line, Math.max(0, cursor - 1));
    case '\x06':
      return moveTo(line, Math.min(text.length, cursor + 1));
    default:
      return undefined;
  }
}

/** Another line in the place of this one, with the cursor at its end. */
export function exchange({ text, cursor }: EditedLine, other: string): LineEdit {
  const wiped = Math.max(0, text.length - other.length);
  return {
    line: { text: other, cursor: other.length },
    echo: `${'\b'.repeat(cursor)}${other}${' '.repeat(wiped)}${'\b'.repeat(wiped)}`,
  };
}

/** What shows a line anew behind its prompt. */
export function shown({ text, cursor }: EditedLine): string {
  return `${text}${'\b'.repeat(text.length - cursor)}`;
}

export const bell = '\x07';

function insert({ text, cursor }: EditedLine, key: string): LineEdit {
  const rest = text.slice(cursor);
  return {
    line: { text: `${text.slice(0, cursor)}${key}${rest}`, cursor: cursor + 1 },
    echo: `${key}${rest}${'\b'.repeat(rest.length)}`,
  };
}

/** Without the characters from one offset to another. */
function replace({ text, cursor }: EditedLine, from: number, to: number): LineEdit {
  const rest = text.slice(to);
  const gone = to - from;
  return {
    line: { text: `${text.slice(0, from)}${rest}`, cursor: from },
    echo: `${'\b'.repeat(cursor - from)}${rest}${' '.repeat(gone)}${'\b'.repeat(rest.length + gone)}`,
  };
}

function moveTo(line: EditedLine, cursor: number): LineEdit {
  const back = line.cursor - cursor;
  return {
    line: { ...line, cursor },
    echo: back > 0 ? '\b'.repeat(back) : line.text.slice(line.cursor, cursor),
  };
}

function wordBefore({ text, cursor }: EditedLine): number {
  return cursor - /\S*\s*$/.exec(text.slice(0, cursor))![0].length;
}
