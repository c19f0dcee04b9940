import { iosPlatforms } from '../../src/lib/engine.ts';
import { commandTrial, iosCase, powershellCase, simulationTrial } from './commands.ts';
import type { Trial } from './findings.ts';
import { postCase, postTrial } from './posts.ts';
import { comparisonCase, comparisonTrial, labCase, labTrial } from './yaml.ts';

/** A kind of input with what is tried on it. */
export interface Suite {
  readonly group: 'posts' | 'commands' | 'labs';
  readonly name: string;
  readonly make: (seed: number) => string;
  readonly trial: Trial;
}

export const suites: readonly Suite[] = [
  { group: 'posts', name: 'posts', make: postCase, trial: postTrial },
  { group: 'labs', name: 'labs', make: labCase, trial: labTrial },
  { group: 'labs', name: 'comparisons', make: comparisonCase, trial: comparisonTrial },
  ...(['windows-server-2012-r2', 'powershell-7'] as const).map((platform) => ({
    group: 'commands' as const,
    name: platform,
    make: powershellCase,
    trial: commandTrial(platform),
  })),
  ...iosPlatforms.flatMap((platform) => {
    const make = (seed: number) => iosCase(seed, platform);
    return [
      { group: 'commands' as const, name: platform, make, trial: commandTrial(platform) },
      { group: 'commands' as const, name: `${platform}, simulated`, make, trial: simulationTrial(platform) },
    ];
  }),
];
