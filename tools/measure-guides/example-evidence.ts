import type { Catalogue } from '../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { Engine } from '../../src/lib/engine.ts';
import { createSourceFile, factsOf, sliceOf, suggest } from '../../src/lib/engine.ts';
import { isKnownWrong } from './wrong-examples.ts';

/** A fact that an example contradicts. */
export interface ExampleEvidence {
  /** As the facts name it. */
  readonly command: string;
  /** As `factsOf` names it; the rule, where the check refuses the example for something that is not contested. */
  readonly fact: string;
  readonly canBeContested: boolean;
  /** The check calls it wrong: what a console asks for is no error in a guide. */
  readonly isError: boolean;
  /** The example is wrong here: looked at, or misspelt. */
  readonly isWrong: boolean;
}

/** What an example says against the facts that the check refuses it by. Whether it can be read at all is for PowerShell's parser. */
export function evidenceOf(
  text: string,
  platform: PowerShellPlatform,
  engine: Engine,
  catalogue: Catalogue,
): readonly ExampleEvidence[] {
  const { diagnostics, commands } = engine.checkScript(sliceOf(createSourceFile('example', text)), platform);
  return diagnostics.flatMap(({ rule, severity, expected, actual, range }): ExampleEvidence[] => {
    const isError = severity === 'error';
    if (!rule.startsWith('powershell/') || (!isError && rule !== 'powershell/missing-mandatory')) return [];
    const at = range.start.offset;
    const command = commands.filter(({ range: own }) => own.start.offset <= at && at < own.end.offset).at(-1);
    const here = command && catalogue.command(command.name, platform);
    const argument = command?.binding?.arguments.find(
      ({ range: own }) => own.start.offset <= at && range.end.offset <= own.end.offset,
    );
    const written = text.slice(at, range.end.offset);
    // Of what is splatted the key that is wrong stands elsewhere.
    const parameter = written.startsWith('@') ? undefined : argument?.parameter;
    const facts = factsOf({ rule, expected, actual }, parameter);
    const name = here?.name ?? command?.name ?? written;
    const canBeContested = facts.length > 0;
    const parameters = [...(here?.parameters.values() ?? [])].map((parameter) => parameter.name);
    return (canBeContested ? facts : [rule]).map((fact) => {
      // What any version has is spelt as it is meant.
      const isKnown = here !== undefined && here.parameterVersions(fact.slice(1)) !== 0;
      const isMisspelt = fact.startsWith('-') && !isKnown && suggest(fact.slice(1), parameters) !== undefined;
      const refused = { command: name, fact, written, before: text.slice(0, at) };
      const isWrong = isMisspelt || isKnownWrong(refused, parameters);
      return { command: name, fact, canBeContested, isError, isWrong };
    });
  });
}
