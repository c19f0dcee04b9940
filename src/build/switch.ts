/** False where the environment has `LABWORKS_PLAIN_BUILD=1`: the site is built by documented means alone, from nothing. */
export function isFastBuild(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment['LABWORKS_PLAIN_BUILD'] !== '1';
}
