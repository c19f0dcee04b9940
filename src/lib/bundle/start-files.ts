import type { CheckedLabwork } from '../check/labwork.ts';
import type { StartPlan } from '../plan/plan-from-start.ts';
import { templates } from '../platforms/templates.ts';
import { metadataOf } from './labwork-metadata.ts';
import type { Script } from './script.ts';
import { stageScripts } from './stage-files.ts';

/** The files for a device as its owner has it: the commands of the guide as they are typed there, and the way back to what it was. */
export function startFiles(
  labwork: CheckedLabwork,
  { track }: StartPlan,
  site: string,
): readonly Pick<Script, 'path' | 'about' | 'bytes'>[] {
  const facts = metadataOf(labwork, site);
  const { scripts } = templates[track.platform];
  if (!facts || scripts.kind !== 'stages') return [];
  const { files } = scripts;
  return stageScripts(track, facts, { ...files, advice: { ...files.advice, ...files.ownAdvice } });
}
