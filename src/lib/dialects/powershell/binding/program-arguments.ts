import type { CommandNode, Expression, Node } from '../syntax/tree.ts';
import type { BindingProblem } from './binding.ts';

/** What PowerShell makes of braces and parentheses before a program gets to see them. */
export interface TakenApart {
  readonly problem: BindingProblem;
  /** What is read as code there, and was not meant to be any. */
  readonly inside: readonly Node[];
}

/** Programs that are given blocks of code by PowerShell. */
const takesCode = /^(?:powershell|pwsh)(?:\.exe)?$/i;
/** Longer arguments are code that was meant. */
const longest = 200;

/**
 * Arguments of a program that PowerShell reads as code: `{current}`, `Everyone:(OI)(CI)F`, `stash@{0}`. `isProgram`: the name is a
 * program's; of other names only what no command of PowerShell is given either.
 */
export function* argumentsTakenApart(
  { elements }: CommandNode,
  written: string,
  isProgram: boolean,
  text: string,
): Generator<TakenApart> {
  if (takesCode.test(written)) return;
  for (const group of groupsOf(elements)) {
    const start = group[0]!.start;
    const { end } = group.at(-1)!;
    const source = text.slice(start, end);
    const inside = group.filter((one) => one.kind === 'script-block' || isRight(one));
    if (inside.length === 0 || source.length > longest || source.includes('\n')) continue;
    const isCode = inside.some(({ kind }) => kind === 'script-block');
    // Code that stands alone may be meant by whoever defined the command.
    const isReference = /^[^\s{]+@\{\d+\}$/.test(source);
    if (!isProgram && !isReference) continue;
    // Rights stand right behind a name.
    if (!isCode && isRight(group[0]!)) continue;
    const plain = source.replace(/["']/g, '');
    const isPlain = !/[$`]/.test(plain) && /^[^"']*$|^(["'])[^"']*\1[^"']*$/.test(source);
    yield {
      inside,
      problem: {
        rule: 'powershell/unquoted-argument',
        start,
        end,
        message: isCode
          ? `\`${source}\` is a block of code to PowerShell, and ${written} gets something else than these characters.`
          : `PowerShell runs what stands in the parentheses of \`${source}\` as commands, before ${written} gets to see it.`,
        hint: isPlain
          ? `Put it in quotes: '${plain}'.`
          : 'Put all of it in quotes, with `${name}` for a variable in it.',
        ...(isPlain
          ? { repair: { title: 'Put it in quotes', edits: [{ start, end, text: `'${plain}'` }] } }
          : {}),
      },
    };
  }
}

/** Arguments without a blank between them, which were meant to be one. */
function* groupsOf(elements: CommandNode['elements']): Generator<CommandNode['elements'][number][]> {
  let group: CommandNode['elements'][number][] = [];
  for (const element of elements.slice(1)) {
    if (group.length > 0 && group.at(-1)!.end !== element.start) {
      yield group;
      group = [];
    }
    group.push(element);
  }
  if (group.length > 0) yield group;
}

/** `(OI)`: one word in parentheses, as icacls writes rights. */
function isRight(
  element: CommandNode['elements'][number],
): element is Extract<Expression, { kind: 'parentheses' }> {
  if (element.kind !== 'parentheses' || element.content?.kind !== 'pipeline') return false;
  const [only, more] = element.content.elements;
  if (more || only?.kind !== 'command' || only.elements.length !== 1) return false;
  const [word] = only.elements;
  return word?.kind === 'text' && /^[A-Za-z]{1,3}$/.test(word.value);
}
