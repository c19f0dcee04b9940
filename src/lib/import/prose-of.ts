/** A stretch of a text in Markdown: prose, in which other programs' signs mean something, or code, in which none does. */
interface ProseStretch {
  readonly text: string;
  readonly isCode: boolean;
}

/** The fences, and code within lines, apart from all else. Concatenated the stretches are the text. */
function stretchesOf(text: string): ProseStretch[] {
  const stretches: ProseStretch[] = [];
  let prose = '';
  let code = '';
  let fence: string | undefined;
  for (const line of text.split(/(?<=\n)/)) {
    const mark = /^[ \t>]*(`{3,}|~{3,})([^\n]*)/.exec(line);
    if (fence === undefined && mark && !(mark[1]!.startsWith('`') && mark[2]!.includes('`'))) {
      stretches.push({ text: prose, isCode: false });
      [prose, code, fence] = ['', line, mark[1]!];
    } else if (fence !== undefined) {
      code += line;
      if (mark?.[1]?.startsWith(fence) && mark[2]!.trim() === '') {
        stretches.push({ text: code, isCode: true });
        [code, fence] = ['', undefined];
      }
    } else prose += line;
  }
  return [...stretches, { text: prose, isCode: false }, { text: code, isCode: true }].filter(
    (one) => one.text !== '',
  );
}

/** Changes what a text says outside of its code; `line` is the one that a stretch begins on, from 0. */
export function changeProse(text: string, change: (prose: string, line: number) => string): string {
  let line = 0;
  return stretchesOf(text)
    .map(({ text: own, isCode }) => {
      const made = isCode ? own : outsideOfCode(own, line, change);
      line += own.match(/\n/g)?.length ?? 0;
      return made;
    })
    .join('');
}

function outsideOfCode(text: string, first: number, change: (prose: string, line: number) => string): string {
  const kept: string[] = [];
  const masked = text.replace(/(?<!`)(`+)(?!`)([^\n]*?[^`\n])\1(?!`)/g, (whole) => {
    kept.push(whole);
    return `\uE010${kept.length - 1}\uE011`;
  });
  return change(masked, first).replace(/\uE010(\d+)\uE011/g, (_, index: string) => kept[Number(index)]!);
}

/** The line of an offset in a stretch that begins on `first`. */
export function lineOfOffset(text: string, offset: number, first: number): number {
  return first + (text.slice(0, offset).match(/\n/g)?.length ?? 0);
}
