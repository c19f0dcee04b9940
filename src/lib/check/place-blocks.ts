import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from './rules.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { checkText } from '../dialects/text-checks/check-text.ts';
import type { TextConventions } from '../dialects/text-checks/conventions.ts';
import { rangeInField } from '../guide/field-ranges.ts';
import type { PostData } from '../guide/front-matter.ts';
import type { Block, Guide } from '../guide/guide.ts';
import type { Lab } from '../lab/lab.ts';
import { isMisplacedValue } from './findings.ts';
import { substituteValues } from './substitute-values.ts';
import type { Placement, PostScope } from './place-block.ts';
import { anywhere, placeBlock } from './place-block.ts';
import type { Dialects, PlacedBlock } from './run-device.ts';

/** Told of what is wrong with a guide. */
export type ReportDiagnostic = (guide: Guide, diagnostic: Diagnostic) => void;

/** Every block with its device and the lab's values in it, in document order; `report` is told of those that have no place. */
export function placeBlocks(
  guides: readonly Guide[],
  labs: ReadonlyMap<string, Lab>,
  dialects: Dialects,
  report: ReportDiagnostic,
): { readonly placed: readonly PlacedBlock[]; readonly lab: Lab | undefined } {
  const placed: PlacedBlock[] = [];
  let labOfAll: Lab | undefined;
  for (const guide of guides) {
    const lab = findLab(guide, labs, (diagnostic) => report(guide, diagnostic));
    labOfAll ??= lab;
    if (guide.data?.lab !== undefined && !lab) continue;
    for (const block of guide.blocks) {
      const places = guide.data ? placeBlock(block, lab, scopeOf(guide.data)) : placeUnknown(block);
      if ('rule' in places) {
        report(guide, places);
        continue;
      }
      const devices = places.map(({ device }) => device);
      places.forEach((place, index) => {
        const substitution = substituteValues(block.code, lab, dialects[block.dialect], place.platform);
        const problems = causeFirst(block, dialects[block.dialect].text, substitution.diagnostics);
        // What is written for several devices is told once.
        if (index === 0) for (const diagnostic of problems) report(guide, diagnostic);
        placed.push({ guide, block, place, devices, substitution });
      });
    }
  }
  return { placed, lab: labOfAll };
}

function scopeOf(data: PostData): PostScope {
  return data.kind === 'labworks'
    ? { isLabwork: true, platform: undefined }
    : { isLabwork: false, platform: data.platform };
}

/** Where the front matter cannot be read, the lab is not known: what is wrong in a block on every device is told all the same. */
function placeUnknown({ dialect, code }: Block): readonly Placement[] {
  return code.text.includes('{{') ? [] : [anywhere(dialect)];
}

function findLab(
  guide: Guide,
  labs: ReadonlyMap<string, Lab>,
  report: (diagnostic: Diagnostic) => void,
): Lab | undefined {
  const name = guide.data?.lab;
  if (name === undefined) return undefined;
  const lab = labs.get(name);
  if (!lab) {
    const near = suggest(name, labs.keys());
    report(
      diagnose({
        rule: 'guide/unknown-lab',
        file: guide.file,
        range: rangeInField(guide, 'lab', name),
        message: `There is no lab “${name}”, or it has errors of its own.`,
        hint:
          near && near !== name
            ? `Did you mean “${near}”?`
            : `Write src/content/labs/${name}.yaml, or mend it. Labs at hand: ${[...labs.keys()].join(', ') || 'none'}.`,
      }),
    );
  }
  return lab;
}

/** A value that finds no place for the sake of a broken quote is told as the broken quote. */
function causeFirst(
  block: Block,
  text: TextConventions,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!diagnostics.some(isMisplacedValue)) return diagnostics;
  const causes = checkText(block.code, text, true).filter(({ severity }) => severity === 'error');
  if (causes.length === 0) return diagnostics;
  return [...diagnostics.filter((diagnostic) => !isMisplacedValue(diagnostic)), ...causes];
}
