import type { Kind, PostData } from '../../lib/guide/front-matter.ts';

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
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KiB`;
}

/** `3, 'step'` as `3 steps`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The parts of a message in turn: words, `code`, words … */
export function codeParts(message: string): readonly string[] {
  return message.split('`');
}

/** `['a', 'b', 'c']` as `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}` : (words[0] ?? '');
}

/** What the sections of the site are called. */
export const kindTitles: Readonly<Record<Kind, string>> = {
  labworks: 'Labworks',
  'fail-files': 'Fail Files',
  allegories: 'Allegories',
  debug: 'Debug',
  'field-notes': 'Field notes',
};

/** What a single post is called: `Fail File 1`. */
export function labelOf(data: PostData): string {
  switch (data.kind) {
    case 'labworks':
      return `Labworks ${data.labwork}`;
    case 'fail-files':
      return `Fail File ${data.number}`;
    case 'allegories':
      return 'Allegory';
    case 'debug':
      return 'Debug File';
    case 'field-notes':
      return 'Field notes';
  }
}

/** What posts of a kind are about, under the title of their archive. */
export const kindIntros: Readonly<Record<Kind, string>> = {
  labworks: 'Guides you can run: every command checked, bundled, and verified step by step.',
  'fail-files': 'What broke, how it broke, and the one thing to take away from it.',
  allegories: 'What the work is like, told by way of something else.',
  debug: 'Where a post was wrong: what it said, what it says now, and who found it.',
  'field-notes': 'Things tried and measured, with the conditions they were measured under.',
};
