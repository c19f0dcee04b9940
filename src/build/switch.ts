/** False where the environment has `LABWORKS_PLAIN_BUILD=1`: the site is built by documented means alone, from nothing. */
export function isFastBuild(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment['LABWORKS_PLAIN_BUILD'] !== '1';
}

/** True where the environment has `LABWORKS_FUTURE=1`, as `npm run build -- --future` sets it: posts are shown before their day. */
export function showsFuture(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment['LABWORKS_FUTURE'] === '1';
}
