/** Escape sequences and characters that a terminal acts on. */
const controls = /\u001B\[[0-9;?]*[A-Za-z]|[\u0000-\u0007\u000B-\u001F\u007F]/g;
/**
 * What a pager shows at the foot of a page, on IOS, on an SG300, and as some programs write it down. IOS wipes it with eight blanks, which are
 * left where a program writes no backspaces.
 */
const pager = / ?(?:<?-+ ?More ?-+>?|More: <space>, {1,2}Quit: q or CTRL\+Z, One line: <return>) ?(?: {8})?/g;
/** Messages of the system between the lines: `*Mar  1 00:00:01.123: %SYS-5-CONFIG_I: …`. */
const message =
  /^(?:[*.]?\w{3} +\d+ .{0,40}|<\d+>\S*|\d\d-\w{3}-\d{4} [\d:]+ *:? *)?%[A-Z0-9_]{2,30}-(?:\d|[A-Z])-[A-Z0-9_]+:/;

/** The lines of what a terminal program has written down, without what pagers, terminals and the system's own messages put between them. */
export function cleanLines(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r(?!\n)/)
    .map((line) => overwritten(line.replace(controls, '')).replace(pager, '').trimEnd())
    .filter((line) => !message.test(line));
}

/** A line as it stands on the screen when its backspaces were followed. */
function overwritten(line: string): string {
  if (!line.includes('\b')) return line;
  const cells: string[] = [];
  let at = 0;
  for (const character of line)
    if (character === '\b') at = Math.max(0, at - 1);
    else cells[at++] = character;
  return cells.join('');
}

/** A line at a prompt, with what was typed there; undefined for every other line. */
export function typedAt(line: string): { readonly hostname: string; readonly command: string } | undefined {
  const found = /^([\w.-]{1,63})(?:\([\w+-]+\))?[#>] ?(.*)$/.exec(line);
  if (!found) return undefined;
  const [, hostname = '', command = ''] = found;
  return command === '' || /^(?:!|do |sh|ter|wr|exi|en|conf|cop|dis|log|mor|dir|qui)/i.test(command)
    ? { hostname, command: command.trim() }
    : undefined;
}
