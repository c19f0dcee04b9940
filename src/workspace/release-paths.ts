// What was released lies where it is served from, and stays there: `public/bundles/labworks-2-1.0.0.zip` with its manifest beside it, and
// what became of it in `public/bundles/labworks-2/status.json`.

/** From the project's root, with `/`. */
export const releasesFolder = 'public/bundles';

/** Of a labwork, from the project's root. */
export function statusName(labwork: number): string {
  return `${releasesFolder}/labworks-${labwork}/status.json`;
}

/** Of `labworks-2-1.0.0.zip` and `labworks-2/status.json`; undefined for what is of no labwork. */
export function labworkOfFile(path: string): number | undefined {
  const [, number] = /^labworks-(\d+)(?=[-/])/.exec(path) ?? [];
  return number === undefined ? undefined : Number(number);
}
