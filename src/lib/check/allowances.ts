import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { rangeOfField } from '../guide/field-ranges.ts';
import type { Allowance, Guide } from '../guide/guide.ts';
import type { AllowedRule, CheckedBlock } from './labwork.ts';
import { diagnose } from './rules.ts';

/** What the front matter of a post allows in all of its blocks. */
function allowedInPost(guide: Guide): Allowance[] {
  return Object.entries(guide.data?.allow ?? {}).map(([rule, why]) => ({
    rule,
    why,
    range: rangeOfField(guide, `allow.${rule}`),
  }));
}

/** Takes out what the block or its post allows; where both allow a rule, the block's own reason counts. */
export function withoutAllowed(
  found: readonly Diagnostic[],
  guide: Guide,
  own: readonly Allowance[],
): { readonly diagnostics: readonly Diagnostic[]; readonly allowed: readonly AllowedRule[] } {
  const all = [...own, ...allowedInPost(guide)];
  if (all.length === 0) return { diagnostics: found, allowed: [] };
  const reasons = new Map<string, AllowedRule>();
  for (const { rule, why } of all) if (!reasons.has(rule)) reasons.set(rule, { rule, why });
  const used = new Set(found.map(({ rule }) => rule));
  return {
    diagnostics: found.filter(({ rule }) => !reasons.has(rule)),
    allowed: [...reasons.values()].filter(({ rule }) => used.has(rule)),
  };
}

/** Tells of rules that do not exist, and of what is allowed and never found. `blocks`: those of the guide that were checked, on each device. */
export function checkAllowances(
  guide: Guide,
  blocks: readonly CheckedBlock[],
  rules: ReadonlySet<string>,
): Diagnostic[] {
  const { file } = guide;
  const unused = ({ rule, range }: Allowance, where: string): Diagnostic =>
    diagnose({
      rule: 'guide/unused-allow',
      file,
      range,
      message: `${rule} is allowed, and nothing of the kind is found in ${where}.`,
      hint: 'Leave it out.',
    });
  const isUsed = (rule: string, among: readonly CheckedBlock[]) =>
    among.some(({ allowed }) => allowed.some((one) => one.rule === rule));
  const found: Diagnostic[] = [];
  const known = (allowances: readonly Allowance[]) =>
    allowances.filter((one) => {
      if (rules.has(one.rule)) return true;
      found.push(unknownRule(guide, one, rules));
      return false;
    });
  for (const block of guide.blocks) {
    const own = blocks.filter((checked) => checked.block === block);
    // Of a block that has no place nothing is known.
    for (const one of known(block.allow))
      if (own.length > 0 && !isUsed(one.rule, own)) found.push(unused(one, 'this block'));
  }
  // What each of the blocks allows itself is not the post's.
  const others = (rule: string) =>
    blocks.filter(({ block }) => !block.allow.some((own) => own.rule === rule));
  for (const one of known(allowedInPost(guide)))
    if (!isUsed(one.rule, others(one.rule))) found.push(unused(one, 'the blocks of this post'));
  return found;
}

function unknownRule({ file }: Guide, { rule, range }: Allowance, rules: ReadonlySet<string>): Diagnostic {
  const named = [...rules].find((one) => one.slice(one.indexOf('/') + 1) === rule);
  const near = named ?? suggest(rule, rules);
  return diagnose({
    rule: 'guide/unknown-rule',
    file,
    range,
    message: `There is no rule “${rule}” to allow.`,
    hint: near
      ? `Did you mean ${near}?`
      : 'Write the name of the rule as the check tells it, for example powershell/alias-in-script.',
    actual: rule,
    ...(near ? { expected: near } : {}),
  });
}
