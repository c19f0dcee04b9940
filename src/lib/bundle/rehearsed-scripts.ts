import type { RunLabwork } from '../check/labwork.ts';
import type { Rehearsal } from '../check/rehearsal.ts';
import { rehearsalDigest } from '../check/rehearsal-digest.ts';
import type { Script } from './script.ts';

/** A script, and that it was rehearsed as it is. */
export interface RehearsedScript extends Rehearsal {
  /** `hosts/smb1/Invoke-Labwork.ps1` */
  readonly script: string;
}

/** Those of a bundle's scripts of which a rehearsal is recorded. */
export function rehearsedScripts(
  { rehearsals }: Pick<RunLabwork, 'rehearsals'>,
  scripts: readonly Script[],
): readonly RehearsedScript[] {
  if (rehearsals.size === 0) return [];
  return scripts.flatMap(({ path, bytes }) => {
    const rehearsal = rehearsals.get(rehearsalDigest(new TextDecoder().decode(bytes)));
    return rehearsal ? [{ script: path, ...rehearsal }] : [];
  });
}
