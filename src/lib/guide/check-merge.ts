import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { diagnose } from './rules.ts';

/** That nobody has said yet what stands in a passage that two branches have written otherwise; what is shown in a block of code is none. */
export function checkMerge(file: SourceFile): Diagnostic[] {
  const found = file.text.includes('<<<<<<< ') ? unfinishedMerge(file.text) : undefined;
  if (!found) return [];
  const { first, last, start, end } = found;
  return [
    diagnose({
      rule: 'guide/unfinished-merge',
      file,
      range: rangeAt(file, start, end),
      message: `Lines ${first} to ${last} are of a merge that was not finished: two branches have written them otherwise.`,
      hint: 'Write what shall stand there, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>. Where both branches have recorded a revision, `npx labworks check` then says how to number them.',
    }),
  ];
}

interface Merge {
  /** Of the first passage, from 1. */
  readonly first: number;
  readonly last: number;
  /** Of its first line. */
  readonly start: number;
  readonly end: number;
}

/** The first passage of which both sides stand there, as git leaves them, with its signs at the beginning of their lines. */
function unfinishedMerge(text: string): Merge | undefined {
  let fence: string | undefined;
  let opened: Omit<Merge, 'last'> | undefined;
  let isSecondSide = false;
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const [, signs = '', rest = ''] = /^[ \t>]*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence !== undefined) {
      if (signs.startsWith(fence) && rest.trim() === '') fence = undefined;
    } else if (signs !== '' && !opened) fence = signs;
    else if (line.startsWith('<<<<<<< ')) {
      opened = { first: index + 1, start: offset, end: offset + line.trimEnd().length };
      isSecondSide = false;
    } else if (opened && line.trimEnd() === '=======') isSecondSide = true;
    else if (opened && isSecondSide && line.startsWith('>>>>>>> ')) return { ...opened, last: index + 1 };
    offset += line.length + 1;
  }
  return undefined;
}
