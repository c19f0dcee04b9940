import type { CommandNode } from '../syntax/tree.ts';
import type { BindingProblem } from './binding.ts';

interface OddName {
  readonly name: RegExp;
  /** What the word was meant to be. */
  readonly message: (name: string) => string;
  readonly hint: string;
  readonly replace?: (name: string) => string;
}

const sentence = (what: string) => (name: string) => `\`${name}\` stands where a command begins: ${what}.`;

/** Words that no command is called by, and that something else was meant with. PowerShell looks for a command of that name all the same. */
const oddNames: readonly OddName[] = [
  {
    name: /^-{1,2}[A-Za-z_?]/,
    message: sentence('a parameter without its command'),
    hint: 'Write the command before its parameters, on the same line or with a backtick (`) at the end of it.',
  },
  {
    name: /^[-+*/]?=$/,
    message: sentence('what is assigned to is missing before it'),
    hint: 'Write the variable before it: `$name = …`.',
  },
  {
    name: /^\/[/*]/,
    message: sentence('PowerShell has no comments of this form'),
    hint: 'Begin a comment with #.',
    replace: () => '#',
  },
  {
    name: /^(?:rem|::)$/i,
    message: sentence('PowerShell has no comments of this form'),
    hint: 'Begin a comment with #.',
    replace: () => '#',
  },
  {
    name: /^[A-Za-z_]\w*=/,
    message: sentence('another shell’s way to set a variable'),
    hint: "Write `$env:NAME = 'value'` for a variable of the environment, `$name = 'value'` for one of PowerShell.",
  },
  {
    name: /^%\w+%/,
    message: sentence('a variable as the command prompt writes it, which PowerShell does not fill in'),
    hint: 'Write `$env:NAME` in its place, and `&` before a path that begins with it.',
  },
];

/** What stands where a command begins and cannot be one; `=` after a word that is no command makes an assignment of it. */
export function checkOddName(
  { elements, invocation }: CommandNode,
  written: string,
): Omit<BindingProblem, 'rule'> | undefined {
  const [first, second] = elements;
  if (first?.kind !== 'text' || first.quote !== 'bare' || invocation) return undefined;
  const { start, end } = first;
  const odd = oddNames.find(({ name }) => name.test(written));
  if (odd) {
    return {
      start,
      end,
      message: odd.message(written),
      hint: odd.hint,
      actual: written,
      ...(odd.replace
        ? { replace: { title: `Write ${odd.replace(written)}`, text: odd.replace(written) } }
        : {}),
    };
  }
  if (second?.kind !== 'text' || second.quote !== 'bare' || second.value !== '=' || !/^\w+$/.test(written))
    return undefined;
  return {
    start,
    end,
    message: `\`${written}\` is followed by \`=\`, and is taken for a command, for it is no variable.`,
    hint: `Write $${written} for a variable; lines of a hashtable stand within @{ and }.`,
    actual: written,
    expected: `$${written}`,
    replace: { title: `Write $${written}`, text: `$${written}` },
  };
}
