import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { reasonProblem } from './fence-problems.ts';
import type { Allowance } from './guide.ts';
import { diagnose } from './rules.ts';

/** Where one allowance ends and the next begins: `powershell/alias-in-script: why; hygiene/secret: why`. */
const between = /;[ \t]*(?=[a-z]+\/[a-z-]+(?:[ \t]*[:;]|[ \t]*$))/;

/**
 * The rules that a block's `allow="rule: why"` allows, each with its reason; one without a reason allows nothing and is told. `range`: of
 * the word in the fence.
 */
export function readAllowances(
  file: SourceFile,
  written: string,
  range: Range,
  report: (diagnostic: Diagnostic) => void,
): Allowance[] {
  const allowed: Allowance[] = [];
  const text = file.text.slice(range.start.offset, range.end.offset);
  let from = 0;
  for (const part of written.split(between)) {
    const [, rule = '', why = ''] = /^([^:\s]*)\s*:?\s*([\s\S]*)$/.exec(part.trim()) ?? [];
    const at = rule === '' ? -1 : text.indexOf(rule, from);
    const start = range.start.offset + at;
    const place = at < 0 ? range : rangeAt(file, start, start + rule.length);
    if (at >= 0) from = at + rule.length;
    if (rule !== '' && why !== '') allowed.push({ rule, why, range: place });
    else
      report(
        diagnose({
          ...reasonProblem(
            rule === '' ? '“allow” names no rule.' : `“allow” gives no reason for allowing ${rule}.`,
            'Write the rule and why it is allowed, which readers see: `allow="powershell/alias-in-script: why"`.',
          ),
          file,
          range: place,
        }),
      );
  }
  return allowed;
}
