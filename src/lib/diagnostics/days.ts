const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The calendar days, as `2024-03-03`, that a date in another form can mean, in no language but English: none where it is no date, two where
 * day and month cannot be told apart. A time of day is left out, and the day is that of the place it was written at.
 */
export function daysMeant(text: string): string[] {
  const date = text
    .trim()
    .replace(/[T ]+\d{1,2}:\d{2}.*$/, '')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '');
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(date) ?? [];
  if (isoYear) return daysOf([[isoYear, isoMonth, isoDay]]);
  const [, first, second, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(date) ?? [];
  if (year)
    return daysOf([
      [year, first, second],
      [year, second, first],
    ]);
  // With points it is the day that comes first, wherever that is written.
  const [, day, month, ofYear] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(date) ?? [];
  if (ofYear) return daysOf([[ofYear, month, day]]);
  const named =
    /^(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/i.exec(date) ??
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+(?:of\s+)?(?<month>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{4})$/i.exec(
      date,
    );
  if (!named?.groups) return [];
  const { day: d, month: m = '', year: y } = named.groups;
  const number = months.indexOf(m.slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? [] : daysOf([[y, String(number), d]]);
}

function daysOf(dates: readonly (readonly (string | undefined)[])[]): string[] {
  const days = dates.flatMap((parts) => {
    const [year = 0, month = 0, day = 0] = parts.map(Number);
    const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30];
    const length = [...lengths, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
    if (day < 1 || day > length) return [];
    return [`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`];
  });
  return [...new Set(days)];
}
