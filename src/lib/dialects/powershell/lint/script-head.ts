import type { BindingProblem } from '../binding/binding.ts';
import type { ScriptTree } from '../syntax/parse.ts';
import { beginsSignature } from '../syntax/signature.ts';

const rule = 'powershell/script-head';

/** What only a script of its own can have at its head or its end, in a block that the bundle's script has in its middle. */
export function checkScriptHead(script: ScriptTree, text: string, version: number): BindingProblem[] {
  return [
    ...usings(script),
    ...requirements(script, text),
    ...parameters(script),
    ...signature(script, text, version),
  ];
}

/** Older versions refuse the word itself, and say so. */
function usings({ statements, problems }: ScriptTree): BindingProblem[] {
  const refused = new Set(problems.map(({ start }) => start));
  return statements.flatMap(({ statement: { kind, start, end }, trust }) => {
    if (kind !== 'using' || trust !== 'sound' || refused.has(start)) return [];
    return {
      rule,
      start,
      end,
      message:
        '`using` must stand before everything else in a script, and the bundle’s script has this block in its middle.',
      hint: 'Write the full name of a type (`[System.IO.Path]`), and `Import-Module` for a module.',
    };
  });
}

function requirements({ comments }: ScriptTree, text: string): BindingProblem[] {
  return comments.flatMap(({ start, end }) =>
    /^#requires/i.test(text.slice(start, start + 9))
      ? {
          rule,
          start,
          end,
          message:
            'PowerShell asks `#Requires` of a whole script before its first line, and the bundle’s script has its own.',
          hint: 'Leave the line out, and say under `requires:` in the front matter what a reader needs.',
        }
      : [],
  );
}

/** A switch is off where nobody gives it; everything else is empty, or is asked for at a console where nobody may be. */
function parameters({ parameters: own = [] }: ScriptTree): BindingProblem[] {
  return own.flatMap(({ name, nameStart, attributes, defaultValue, end }) =>
    defaultValue !== undefined ||
    attributes.some(({ typeName }) => /^(?:.*\.)?switch(?:Parameter)?$/i.test(typeName))
      ? []
      : {
          rule,
          start: nameStart,
          end,
          message: `Nobody gives a block its parameter $${name}: the bundle’s script has parameters of its own.`,
          hint: `Give it a value here (\`$${name} = …\`).`,
        },
  );
}

/** Code after it in the same block is told as what PowerShell refuses. */
function signature({ comments, statements }: ScriptTree, text: string, version: number): BindingProblem[] {
  const last = statements[statements.length - 1]?.statement.end ?? 0;
  return comments.flatMap(({ start, end }) =>
    start >= last && text[start] === '#' && beginsSignature(text.slice(start + 1, end), version)
      ? {
          rule,
          start,
          end,
          message:
            'Behind what looks like the beginning of a signature PowerShell refuses all code, and the bundle’s script goes on after this block.',
          hint: 'Leave the signature out, or word the comment in another way.',
        }
      : [],
  );
}
