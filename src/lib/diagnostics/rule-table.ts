import type { Diagnostic, Finding, Severity } from './diagnostic.ts';

/** The rules of a room: their permanent ids with their severities. What a rule means stands on its page, `src/content/rules/<id>.md`. */
export type RuleTable = Readonly<Record<string, Severity>>;

/** Makes diagnostics of findings: the severity is the rule's own unless the finding says otherwise. */
export function diagnoser<Table extends RuleTable>(
  rules: Table,
): (finding: Finding<keyof Table & string>) => Diagnostic {
  return ({ file, severity, ...rest }) => {
    const own: Severity | undefined = rules[rest.rule];
    return { ...rest, severity: severity ?? own ?? 'error', file: file.path };
  };
}

/** The path of a rule's page on the site, from its root. */
export function rulePath(rule: string): string {
  return `/rules/${rule}/`;
}
