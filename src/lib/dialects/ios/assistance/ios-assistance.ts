import { createSourceFile } from '../../../source/source-file.ts';
import { originSpan, sliceOf, sliceOffset } from '../../../source/slice.ts';
import type { Assistance, CodeNote, CodePlace, CodeSuggestion, CodeSuggestions } from '../../assistance.ts';
import { asCode, firstSuggestions } from '../../assistance.ts';
import type { Command } from '../../dialect.ts';
import type { IosCommand } from '../command.ts';
import { wordsOf } from '../grammar/words.ts';
import type { IosSession } from '../ios.ts';
import { createIos } from '../ios.ts';
import { iosTitles } from '../platforms.ts';
import { continuationOf } from '../reading/complete.ts';
import { modeTitles } from '../reading/modes.ts';

/** Words of the mode that a line is typed in, as `?` lists them. */
export function createIosAssistance(): Assistance {
  const ios = createIos();

  function suggest(
    offset: number,
    { platform, commands, code: { text } }: CodePlace,
  ): CodeSuggestions | undefined {
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    const first = commands.find(isIos);
    const before: IosSession = first?.before ?? ios.start({ name: '', platform });
    const above = text.slice(0, lineStart).replace(/\n$/, '');
    const session = above === '' ? before : ios.read(sliceOf(createSourceFile('', above)), before).session;
    // A banner may say anything.
    if (session.text !== undefined) return undefined;
    const line = text.slice(lineStart, offset);
    const found = continuationOf(line, session.mode, session.platform);
    if (found.kind !== 'choices') return undefined;
    const items = found.choices.flatMap(({ kind, word, text: meaning }, index): CodeSuggestion[] =>
      kind === 'value' ? [] : [{ label: word, kind: 'keyword', detail: meaning, rank: index }],
    );
    return firstSuggestions(lineStart + found.start, items);
  }

  function describe(command: Command, offset: number, { code }: CodePlace): CodeNote | undefined {
    const within = sliceOffset(code, offset);
    if (!isIos(command) || within === undefined) return undefined;
    const { lineText, lineStart, before, parsed } = command;
    const { mode, platform } = parsed.kind === 'command' ? { ...before, mode: parsed.parsed.mode } : before;
    const place = within - lineStart;
    const word = wordsOf(lineText).find(({ start, end }) => start <= place && place <= end);
    if (!word) return undefined;
    const found = continuationOf(lineText.slice(0, word.start), mode, platform);
    const choices = found.kind === 'choices' ? found.choices : [];
    const choice =
      choices.find((one) => one.kind !== 'value' && one.word.toLowerCase() === word.lower) ??
      choices.find((one) => one.kind !== 'value' && one.word.toLowerCase().startsWith(word.lower)) ??
      choices.find((one) => one.kind === 'value');
    const meaning = choice?.text ?? '';
    const named =
      choice === undefined
        ? asCode(word.text)
        : choice.kind === 'value'
          ? `${asCode(word.text)} is a value: ${asCode(choice.word)}`
          : asCode(choice.word);
    return {
      ...originSpan(code, lineStart + word.start, lineStart + word.end),
      lines: [
        `${named}${meaning === '' ? '' : ` – ${meaning}`}`,
        ...commandLines(command),
        `In ${modeTitles[mode]} of ${iosTitles[platform]}`,
      ],
    };
  }

  return { suggest, describe };
}

function commandLines({ parsed }: IosCommand): string[] {
  if (parsed.kind !== 'command') return ['The line is not known here.'];
  const { facts, negation } = parsed.parsed.match.form;
  const canonical = asCode(parsed.parsed.match.canonical.join(' '));
  if (facts.keywordsOnly) return [`${canonical}: its words are known, and not what it does.`];
  return [
    `${canonical}: ${negation ? 'undoes: ' : ''}${facts.effect}`,
    ...(facts.reload ? ['It has its effect after a restart.'] : []),
    ...(facts.undo !== undefined && !negation ? [`Taken back by ${asCode(facts.undo)}`] : []),
  ];
}

function isIos(command: Command): command is IosCommand {
  return 'lineText' in command;
}
