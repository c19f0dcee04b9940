import type { Diagnostic, Finding, Severity } from './diagnostic.ts';
import { withShortQuotes } from './shortened.ts';

/**
 * The rules of a room: their permanent ids with their severities, and traits where a rule has any. What a rule means stands on its
 * page, `src/content/rules/<id>.md`.
 */
export type RuleTable = Readonly<Record<string, Severity | RuleEntry>>;

/** A rule that is not reported everywhere alike. */
export interface RuleEntry extends Partial<Readonly<Record<RuleTrait, true>>> {
  readonly severity: Severity;
}

/**
 * `optional`: a matter of taste, reported only where somebody asks for it. `ofWriting`: of how a command is written, so that it is not
 * reported of a value that was substituted. `ofScripts`: of what goes into scripts, so that it is not reported of an example.
 * `ofBundles`: of what cannot stand among other blocks in the script of a bundle, so that it is reported of nothing that stands for itself.
 * `ofFiles`: reported of a script or configuration that is checked by itself, too. `strictInBundles`: a fault of any severity elsewhere, and an error in what goes into the script of a bundle.
 * `inOutput`: reported within printed output, too. `byHabit`: where a post has it, it has it in many places, so that it is told once.
 */
export type RuleTrait =
  | 'optional'
  | 'ofWriting'
  | 'ofScripts'
  | 'ofBundles'
  | 'ofFiles'
  | 'strictInBundles'
  | 'inOutput'
  | 'byHabit';

/** Makes diagnostics of findings: the severity is the rule's own unless the finding says otherwise. */
export function diagnoser<Table extends RuleTable>(
  rules: Table,
): (finding: Finding<keyof Table & string>) => Diagnostic {
  return ({ file, severity, ...rest }) => {
    const own: Severity | RuleEntry | undefined = rules[rest.rule];
    return withShortQuotes({
      ...rest,
      severity: severity ?? (own && severityOf(own)) ?? 'error',
      file: file.path,
    });
  };
}

/** The severity of each rule. */
export function severitiesOf<Table extends RuleTable>(
  rules: Table,
): Readonly<Record<keyof Table & string, Severity>> {
  const entries = Object.entries(rules).map(([id, entry]) => [id, severityOf(entry)]);
  return Object.fromEntries(entries) as Record<keyof Table & string, Severity>;
}

/** The ids of the rules that have a trait. */
export function rulesWith<Table extends RuleTable>(
  rules: Table,
  trait: RuleTrait,
): ReadonlySet<keyof Table & string> {
  const ids = Object.keys(rules) as (keyof Table & string)[];
  return new Set(
    ids.filter((id) => {
      const entry: Severity | RuleEntry | undefined = rules[id];
      return typeof entry === 'object' && entry[trait] === true;
    }),
  );
}

function severityOf(entry: Severity | RuleEntry): Severity {
  return typeof entry === 'string' ? entry : entry.severity;
}

/** The path of a rule's page on the site, from its root. */
export function rulePath(rule: string): string {
  return `/rules/${rule}/`;
}
