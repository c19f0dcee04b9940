import type { CommandNode, Statement } from '../syntax/tree.ts';
import type { BindingProblem } from './binding.ts';

/** Where a name stands. */
export interface NamePlace {
  readonly text: string;
  /** Whether `Name = value` may be no command at all, but a line of another language, or of a file of data. */
  readonly keys: 'foreign' | 'data' | 'none';
}

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

/** `==`, of which the first sign assigns. */
function comparison(start: number, text: string): Omit<BindingProblem, 'rule'> | undefined {
  if (text.slice(start - 1, start + 1) !== '==') return undefined;
  return {
    start: start - 1,
    end: start + 1,
    message:
      '`==` compares nothing in PowerShell: the first `=` assigns, and the second is taken for a command.',
    hint: 'Write -eq.',
    actual: '==',
    expected: '-eq',
    repair: { title: 'Write -eq', edits: [{ start: start - 1, end: start + 1, text: '-eq' }] },
  };
}

/** A block of nothing but such lines may be a part of a file of data: it is not typed, and PowerShell would refuse it. */
function dataLine(
  at: { readonly start: number; readonly end: number },
  written: string,
): Omit<BindingProblem, 'rule'> {
  return {
    severity: 'warning',
    ...at,
    message: `\`${written}\` is followed by \`=\`, and would be taken for a command: lines as these belong into a hashtable or a file of data.`,
    hint: `Show what belongs into a file as \`text\`; write $${written} for a variable.`,
    actual: written,
  };
}

/** `Name = value`, which is no statement of PowerShell. */
export function isAssignmentLine(statement: Statement): boolean {
  const [only, more] = statement.kind === 'pipeline' ? statement.elements : [];
  const second = only?.kind === 'command' ? only.elements[1] : undefined;
  return !more && second?.kind === 'text' && second.quote === 'bare' && second.value === '=';
}

/** Whether a line before this one began what goes on here: `Name = 1` and `City = 2` on the next line are one mistake. */
function goesOn(start: number, text: string): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1);
  if (lineStart < 0 || text.slice(lineStart, start).trim() !== '') return false;
  const before = text.slice(text.lastIndexOf('\n', lineStart - 1) + 1, lineStart);
  return /^\s*\w+\s+=\s/.test(before);
}

/** What stands where a command begins and cannot be one; `=` after a word that is no command makes an assignment of it. */
export function checkOddName(
  { elements, invocation }: CommandNode,
  written: string,
  { text, keys }: NamePlace,
): Omit<BindingProblem, 'rule'> | undefined {
  const [first, second] = elements;
  if (first?.kind !== 'text' || first.quote !== 'bare' || invocation) return undefined;
  const { start, end } = first;
  if (written === '=' && text[start - 1] === '=') return comparison(start, text);
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
  if (keys === 'foreign' || goesOn(start, text)) return undefined;
  if (keys === 'data') return dataLine({ start, end }, written);
  const isBraced = /[=(,]\s*\{\s*$/.test(text.slice(0, start));
  return {
    start,
    end,
    message: `\`${written}\` is followed by \`=\`, and is taken for a command, for it is no variable.`,
    hint: isBraced
      ? 'Write @{ for the beginning of a hashtable; { alone begins a block of code.'
      : `Write $${written} for a variable; lines of a hashtable stand within @{ and }.`,
    actual: written,
    ...(isBraced
      ? {}
      : { expected: `$${written}`, replace: { title: `Write $${written}`, text: `$${written}` } }),
  };
}
