/** The day of now in UTC, `2014-04-21`. Only which posts are published depends on it, and what is told. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
