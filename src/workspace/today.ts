/** The day of now in UTC, `2014-04-21`. Only what is told may depend on it, never what is made. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
