const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2014-04-21` as `21 April 2014`. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[month! - 1]} ${year}`;
}

/** `2014-04-21` as `21 Apr 2014`, for the rail. */
export function railDay(day: string): string {
  return `${shortDay(day)} ${day.slice(0, 4)}`;
}

/** `2014-04-21` as `21 Apr`, where the year stands above. */
export function shortDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${date} ${months[month! - 1]!.slice(0, 3)}`;
}

/** `2014-04-21` as `April 2014`. */
export function monthOf(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return `${months[month! - 1]} ${year}`;
}

/** Bytes as `14.2 KiB`; below 1 KiB as `612 bytes`. */
export function fileSize(bytes: number): string {
  return bytes < 1024 ? `${bytes}\u00a0bytes` : `${(bytes / 1024).toFixed(1)}\u00a0KiB`;
}

/** `3, 'step'` as `3 steps`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The parts of a message in turn: words, `code`, words … */
export function codeParts(message: string): readonly string[] {
  return message.split('`');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

/** Text as HTML, safe between tags and in attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<"]/g, (character) => entities[character]!);
}
