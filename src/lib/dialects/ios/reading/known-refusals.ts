import { absentCommands, interfaceWords, outputModifiers } from '../tables/absent-commands.ts';
import type { AbsentCommand } from '../tables/absent-commands.ts';
import { tableOf } from '../tables/tables.ts';
import type { Mismatch } from '../grammar/match-line.ts';
import type { Word } from '../grammar/words.ts';
import type { IosPlatform, ModeId } from '../tables/table-format.ts';
import type { LineProblem, MismatchContext } from './line-problem.ts';
import { invalidInput, lineRules } from './line-problem.ts';
import { isExec } from './modes.ts';

/** Lines that switches are known to refuse, whatever the tables do not list; see `tables/absent-commands.ts` for who saw it. */
export function knownRefusal(mismatch: Mismatch, context: MismatchContext): LineProblem | undefined {
  if (tableOf(context.platform) === 'sg300') return undefined;
  return (
    doAtExec(context) ??
    absent(mismatch, context) ??
    noInterface(mismatch, context) ??
    prefixLength(mismatch, context) ??
    strayMark(mismatch, context)
  );
}

/** What EXEC looks up as the name of a host. */
const noHost = '% Unknown command or computer name, or unable to find computer address';

function doAtExec({ words, mode }: MismatchContext): LineProblem | undefined {
  const [first, second] = words;
  if (!isExec(mode) || first!.lower !== 'do' || !second) return undefined;
  return problem(lineRules.wrongMode, first!, {
    message: 'There is no `do` here: it leads from configuration to EXEC commands, and this is EXEC mode.',
    reply: invalidInput,
    hint: 'Leave out `do`.',
    holds: 'outside',
  });
}

function absent(mismatch: Mismatch, { words, mode, through }: MismatchContext): LineProblem | undefined {
  const offset = through ? 1 : 0;
  const at = mismatch.at - offset;
  const typed = words.slice(offset);
  const full = [...mismatch.canonical.slice(0, at), ...typed.slice(at).map(({ lower }) => lower)];
  const found = absentCommands.find(
    (one) => isIn(one, mode, through !== undefined) && begins(full, one, typed.length),
  );
  if (!found) return undefined;
  const parts = found.words.split(' ');
  const isIncomplete = found.reply === 'incomplete';
  const word = typed[parts.length - 1]!;
  const shown = words
    .slice(0, offset + parts.length)
    .map(({ text }) => text)
    .join(' ');
  if (isIncomplete)
    return problem(lineRules.incompleteCommand, word, {
      start: word.end,
      message: `The command stops after \`${shown}\`, but more must follow.`,
      reply: '% Incomplete command.',
      hint: found.hint,
      holds: 'outside',
    });
  return problem(lineRules.unknownCommand, word, {
    message: `There is no \`${word.text}\`${parts.length === 1 ? ' here' : ` after \`${shown.slice(0, shown.lastIndexOf(' '))}\``}.`,
    reply: found.reply === 'host' ? noHost : invalidInput,
    hint: found.hint,
    holds: 'outside',
  });
}

function isIn({ modes }: AbsentCommand, mode: ModeId, through: boolean): boolean {
  const exec = through || isExec(mode);
  if (modes === 'exec') return exec;
  if (exec) return false;
  return modes === 'config' || modes.includes(mode);
}

/** Whether a line begins with those words, the last of which may be shortened to two letters; what is incomplete ends there. */
function begins(full: readonly string[], { words, reply }: AbsentCommand, count: number): boolean {
  const parts = words.split(' ');
  if (reply === 'host' || reply === 'incomplete' ? count !== parts.length : count < parts.length)
    return false;
  return parts.every((part, at) => {
    const word = full[at]!;
    return word === part || (at > 0 && at === parts.length - 1 && word.length > 1 && part.startsWith(word));
  });
}

/** `interface` and a word that is no type of interface on any machine, a number without a type, or a type without a number. */
function noInterface(
  { canonical, at, reason }: Mismatch,
  { words }: MismatchContext,
): LineProblem | undefined {
  const word = words[at] ?? words.at(-1)!;
  if (canonical[0] !== 'interface' || reason.kind === 'ambiguous' || words.length < 2) return undefined;
  if (/^[-,]/.test(word.text) && at > 1 && canonical[1] !== 'range')
    return problem(lineRules.badInterface, word, {
      message: '`interface` takes one interface; several are a range.',
      reply: invalidInput,
      hint: 'Type `interface range` and the same names.',
      holds: 'outside',
    });
  const type = /^[a-z-]*/.exec(word.lower)![0];
  if (type !== '' && /^[\d/.]+[~!@#$%^&*=+;'"]/.test(word.text.slice(type.length)))
    return problem(lineRules.badInterface, word, {
      message: `\`${word.text}\` is the name of no interface.`,
      reply: invalidInput,
      hint: 'Leave out what is no part of its number.',
      holds: 'outside',
    });
  const isLast = word === words.at(-1);
  if (type === '' && /^\d/.test(word.text))
    return problem(lineRules.badInterface, word, {
      message: `\`${word.text}\` is the number of an interface without its type.`,
      reply: invalidInput,
      hint: `Write the type before it: \`GigabitEthernet ${word.text}\`.`,
      holds: 'outside',
    });
  if (type.length < 3 || (at > 1 && canonical[1] !== 'range')) return undefined;
  const types = interfaceWords.filter((one) => one.startsWith(type));
  if (types.length === 0)
    return problem(lineRules.badInterface, word, {
      message: `There are no interfaces of type \`${word.text.slice(0, type.length)}\`.`,
      reply: invalidInput,
      hint: 'Write the type as `?` lists it, such as `GigabitEthernet` or `Vlan`.',
      holds: 'outside',
    });
  return isLast && type === word.lower && types.every((one) => one !== 'range')
    ? problem(lineRules.incompleteCommand, word, {
        start: word.end,
        message: `The command stops after \`${word.text}\`, but the number of the interface must follow.`,
        reply: '% Incomplete command.',
        hint: 'Write the number behind the type.',
        holds: 'outside',
      })
    : undefined;
}

/** `ip address A/NN`: the mark stands under the address (transcripts of a 2960 and of routers). */
function prefixLength({ canonical, at }: Mismatch, { words }: MismatchContext): LineProblem | undefined {
  const word = words[at];
  if (canonical.join(' ') !== 'ip address' || !word || !/^\d+(\.\d+){3}\/\d{1,2}$/.test(word.text))
    return undefined;
  return problem(lineRules.unknownCommand, word, {
    message: `\`${word.text}\` has the length of a prefix, and here a mask is written out.`,
    reply: invalidInput,
    hint: 'Write the mask behind the address: `255.255.255.0`.',
    holds: 'outside',
  });
}

/** A sign that no word of a command has, where only words of a command stand. */
function strayMark({ at, position, reason }: Mismatch, { words }: MismatchContext): LineProblem | undefined {
  const word = words[at];
  if (!word || at === 0 || reason.kind === 'ambiguous' || !/^[\\`@$%^&*=+~]/.test(word.text))
    return undefined;
  if (position.args.length > 0) return undefined;
  return problem(lineRules.unknownCommand, word, {
    message: `No word of a command begins with \`${word.text[0]!}\`.`,
    reply: invalidInput,
    hint: 'Leave it out.',
    holds: 'outside',
  });
}

/** What filters an output, where it is none of the words that a Catalyst lists behind `|`. */
export function badModifier(words: readonly Word[], platform: IosPlatform): LineProblem | undefined {
  const bar = words.findIndex(({ text }, at) => at > 0 && text.startsWith('|'));
  if (bar < 0 || tableOf(platform) === 'sg300') return undefined;
  const own = words[bar]!.text.slice(1);
  const word = own === '' ? words[bar + 1] : words[bar]!;
  const typed = (own === '' ? word?.text : own)?.toLowerCase();
  if (word === undefined || typed === undefined || !/^[a-z-]+$/.test(typed)) return undefined;
  if (outputModifiers.some((one) => one.startsWith(typed))) return undefined;
  return problem(lineRules.unknownCommand, word, {
    message: `There is no \`${typed}\` behind \`|\`.`,
    reply: invalidInput,
    hint: `Write one of ${outputModifiers.map((one) => `\`${one}\``).join(', ')}.`,
    holds: 'outside',
  });
}

function problem(
  rule: LineProblem['rule'],
  { start, end }: Word,
  rest: Omit<LineProblem, 'rule' | 'start' | 'end'> & { readonly start?: number },
): LineProblem {
  return { rule, start, end, ...rest };
}
