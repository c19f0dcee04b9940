import type { Told } from './import-report.ts';

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

/**
 * Makes another text of prose, which begins on a line from 0. Signs stand in it for the code within its lines: to the `told` that comes
 * with it they can be told.
 */
type ProseChange = (prose: string, line: number, told: Told) => string;

/** Changes what a text says outside of its code. */
export function changeProse(text: string, told: Told, change: ProseChange): string {
  let line = 0;
  return stretchesOf(text)
    .map(({ text: own, isCode }) => {
      const made = isCode ? own : outsideOfCode(own, line, told, change);
      line += own.match(/\n/g)?.length ?? 0;
      return made;
    })
    .join('');
}

function outsideOfCode(text: string, first: number, told: Told, change: ProseChange): string {
  const kept: string[] = [];
  const masked = text.replace(/(?<!`)(`+)(?!`)([^\n]*?[^`\n])\1(?!`)/g, (whole) => {
    kept.push(whole);
    return `\uE010${kept.length - 1}\uE011`;
  });
  const whole = (part: string) =>
    part.replace(/\uE010(\d+)\uE011/g, (_, index: string) => kept[Number(index)]!);
  const telling: Told = {
    ...told,
    change: (what, line, was, now, why) => told.change(what, line, whole(was), whole(now), why),
    lose: (what, line, part, why) => told.lose(what, line, whole(part), why),
  };
  return whole(change(masked, first, telling));
}

/** The line of an offset in a stretch that begins on `first`. */
export function lineOfOffset(text: string, offset: number, first: number): number {
  return first + (text.slice(0, offset).match(/\n/g)?.length ?? 0);
}
