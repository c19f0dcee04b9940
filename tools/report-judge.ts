import { hasDotnet } from '../test/powershell-engine/engine.ts';
import { readRecords } from '../test/powershell-engine/records.ts';

/** Whether the tests ask PowerShell's own engine or go by what it said when it was last asked: a line for the terminal. */
export function reportJudge(): string {
  if (hasDotnet())
    return 'PowerShell’s own engine is asked live (a .NET SDK is here), and must say what was recorded';
  const records = readRecords('examples');
  return `PowerShell’s own engine is not here (no .NET SDK 10): its verdicts of ${records?.date}, engine ${records?.engine}, stand in`;
}
