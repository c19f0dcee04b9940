import { ambiguousCommand } from './ambiguous-command.ts';
import { shortened } from '../../../diagnostics/shortened.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import { iosTitles } from '../platforms.ts';
import type { LineProblem, MismatchContext } from './line-problem.ts';
import { certaintyOf, invalidInput, replyOf, lineRules } from './line-problem.ts';
import { listOf, valueTitles } from './words-of-commands.ts';
import { isClosed } from '../tables/closed-places.ts';
import type { GrammarState } from '../grammar/grammar-graph.ts';
import type { Mismatch } from '../grammar/match-line.ts';
import { iosPlatforms, platformTable, tableOf } from '../tables/tables.ts';
import type { InterfaceType, IosPlatform } from '../tables/table-format.ts';

type WrongValue = Extract<Mismatch['reason'], { kind: 'value' }>;
type Explained = Omit<LineProblem, 'start' | 'end'>;

/** What is wrong with a value that the tables know the type of; undefined where another type may be meant. */
export function explainValue(
  { argument, problem }: WrongValue,
  position: GrammarState,
  { platform, line, words }: MismatchContext,
): Explained | undefined {
  const device = iosTitles[platform];
  switch (problem.kind) {
    case 'range': {
      const { from, to, typed } = problem;
      const vlan = argument.type.startsWith('vlan');
      if (argument.type === 'int' && !areBoundsKnown(position, platform)) return undefined;
      // `show running-config all` prints the default so.
      if (typed === '0' && position.forms.some(({ path }) => path.join(' ') === 'spanning-tree cost'))
        return undefined;
      const ranges = argument.type === 'int' ? rangesAt(position) : [rangeText(from, to)];
      return {
        rule: 'ios/out-of-range',
        message: `${typed} is out of range: ${vlan ? 'VLANs' : 'here the numbers'} go from ${ranges.join(' or ')} on the ${device}.`,
        ...replyOf(
          platform,
          argument.type === 'vlan-list' ? 'Command rejected: Bad VLAN list' : invalidInput,
        ),
        hint: `Use a number from ${ranges.join(' or ')}.`,
        actual: typed,
        expected: ranges.map((range) => range.replace(' to ', '-')).join(', '),
      };
    }
    case 'length': {
      const { most, typed } = problem;
      if (!areBoundsKnown(position, platform)) return undefined;
      return {
        rule: 'ios/bad-argument',
        message: `\`${shortened(typed)}\` has ${typed.length} characters, and at most ${most} are taken here on the ${device}.`,
        hint: `Shorten it to ${most} characters.`,
        actual: typed,
        expected: `1-${most} characters`,
      };
    }
    case 'list':
      return {
        rule: 'ios/bad-argument',
        message: `\`${problem.typed}\` is not a VLAN list: numbers and ranges in rising order, with commas and without blanks.`,
        // The list is one word: the one behind it is too many (transcript of a 2960).
        ...replyOf(platform, /,$/.test(problem.typed) ? invalidInput : 'Command rejected: Bad VLAN list'),
        hint: 'Write it like `10,20,30-32`.',
      };
    case 'address':
      return {
        rule: 'ios/bad-argument',
        message: `\`${problem.typed}\` is not ${argument.type === 'ipv4' ? 'an IPv4 address' : 'a subnet mask'}.`,
        ...replyOf(platform, argument.type === 'ipv4' ? invalidInput : badMask(problem.typed, line)),
        hint:
          argument.type === 'ipv4'
            ? 'Write four numbers from 0 to 255.'
            : 'Write a mask such as `255.255.255.0`: ones on the left, zeros on the right.',
      };
    case 'interface':
      return explainInterface(problem.problem, platform, line);
    case 'shape':
      return explainShape(argument.type, position, platform, words);
  }
}

/** All numbers that a place takes, where those of one kind stand beside those of another. */
function rangesAt({ args }: GrammarState): string[] {
  return args.flatMap(({ argument: { type, from, to } }) =>
    type === 'int' && from !== undefined && to !== undefined ? [rangeText(from, to)] : [],
  );
}

function rangeText(from: number, to: number): string {
  return `${String(from)} to ${String(to)}`;
}

/** Seen in transcripts for masks that are four numbers; others are no masks to the switch at all. */
function badMask(mask: string, line: string): string {
  const octets = mask.split('.').map(Number);
  const address = /(?<!\d)(\d+(?:\.\d+){3})\s+\S+\s*$/.exec(
    line.slice(0, line.indexOf(mask) + mask.length),
  )?.[1];
  if (octets.some((octet) => octet > 255) || octets[0]! < 16 || address === undefined) return invalidInput;
  const hex = octets.map((octet) => octet.toString(16).padStart(2, '0')).join('');
  return `Bad mask 0x${hex.toUpperCase()} for address ${address}`;
}

/** Among Catalysts in general bounds differ by model; there only documented ones count. */
function areBoundsKnown({ forms }: GrammarState, platform: IosPlatform): boolean {
  return forms.some(({ facts: { verified } }) =>
    tableOf(platform) === 'generic-ios' ? verified === 'doc' : verified !== 'memory',
  );
}

function explainInterface(
  problem: Extract<WrongValue['problem'], { kind: 'interface' }>['problem'],
  platform: IosPlatform,
  line: string,
): Explained | undefined {
  const device = iosTitles[platform];
  const types = platformTable.interfaces[platform];
  const reply = replyOf(platform, invalidInput);
  switch (problem.kind) {
    case 'not-one':
      return undefined;
    case 'ambiguous-type':
      return ambiguousCommand(problem.typed, problem.candidates.join(' or '), 'name', line, platform);
    case 'unknown-type': {
      const elsewhere = isPortElsewhere(problem.typed, platform);
      const near = elsewhere
        ? undefined
        : suggest(
            problem.typed,
            types.filter(({ keyword }) => keyword.length > 4).map(({ keyword }) => keyword),
          );
      if (near === undefined && !elsewhere) return undefined;
      return {
        rule: lineRules.badInterface,
        message: `The ${device} has no interfaces of type \`${problem.typed}\`.`,
        ...reply,
        hint:
          near === undefined
            ? `It has ${types.map(({ type, numbers }) => `${type} ${numbers}`).join(', ')}.`
            : `Did you mean \`${near}\`?`,
      };
    }
    case 'bad-number': {
      const { type, number } = problem;
      // Models of one family differ: only numbers that no model has are wrong there.
      if (platform === 'generic-ios' && type.keyword !== 'vlan') return undefined;
      return {
        rule: lineRules.badInterface,
        message: `The ${device} has no ${type.type} ${number}.`,
        ...reply,
        hint: `${type.type} interfaces are numbered ${type.numbers}${example(type, platform)}.`,
      };
    }
    case 'full-name-after-hyphen':
      return {
        rule: lineRules.badInterface,
        message: `After the hyphen of \`${problem.text}\` stands a whole name, but only the last number may.`,
        ...reply,
        hint: 'Write it like `GigabitEthernet1/0/20 - 23`.',
      };
    case 'backwards':
      return {
        rule: lineRules.badInterface,
        message: `The range \`${problem.text}\` ends before it begins.`,
        ...reply,
        hint: 'Put the lower number first.',
      };
  }
}

function example({ keyword, short }: InterfaceType, platform: IosPlatform): string {
  if (keyword !== 'gigabitethernet') return '';
  return `, for example \`${short}${tableOf(platform) === 'sg300' ? '20' : '1/0/20'}\``;
}

/** Ports have names by their speed; another platform's port type is missing here. Logical interfaces may exist unlisted. */
function isPortElsewhere(typed: string, platform: IosPlatform): boolean {
  if (typed.length < 2) return false;
  return iosPlatforms.some(
    (other) =>
      other !== platform &&
      platformTable.interfaces[other].some(({ keyword, logical }) => !logical && keyword.startsWith(typed)),
  );
}

function explainShape(
  type: WrongValue['argument']['type'],
  { keywords, args, forms }: GrammarState,
  platform: IosPlatform,
  words: MismatchContext['words'],
): Explained | undefined {
  const wanted = shapes[type];
  if (!wanted || tableOf(platform) === 'generic-ios' || keywords.size > 0 || args.length > 1)
    return undefined;
  if (forms.some(({ facts, negation }) => facts.keywordsOnly || negation || facts.verified === 'memory'))
    return undefined;
  if (words[0]!.lower === 'show' || !forms.every(({ path }) => knownWhole.has(path.join(' '))))
    return undefined;
  return {
    rule: 'ios/bad-argument',
    message: `A value of another kind stands where ${wanted[0]} is expected.`,
    ...replyOf(platform, invalidInput),
    hint: `Write ${wanted[0]}, such as \`${wanted[1]}\`.`,
  };
}

/** Commands whose values the tables know in full: what is not listed there is not accepted. */
const knownWhole: ReadonlySet<string> = new Set([
  'channel-group',
  'ip address',
  'ip default-gateway',
  'lacp port-priority',
  'lacp system-priority',
  'line',
  'spanning-tree cost',
  'spanning-tree port-priority',
  'switchport access vlan',
  'switchport trunk allowed vlan',
  'switchport trunk native vlan',
]);

const shapes: Partial<Record<WrongValue['argument']['type'], readonly [string, string]>> = {
  int: ['a number', '3'],
  'vlan-id': ['a VLAN number', '10'],
  'vlan-list': ['a VLAN list', '10,20,30-32'],
  ipv4: ['an IPv4 address', '192.168.1.10'],
  'ipv4-mask': ['a subnet mask', '255.255.255.0'],
};

/** A word where the tables list all that may stand. */
export function closedChoice(
  { at, reason, position, canonical, keywords }: Mismatch,
  { words, line, platform }: MismatchContext,
): LineProblem | undefined {
  const word = words[at];
  if (!word || keywords === 0 || (reason.kind !== 'no-fit' && reason.kind !== 'value')) return undefined;
  if (position.forms.some(({ facts }) => facts.keywordsOnly) || !isClosed(canonical, platform))
    return undefined;
  // `vlan X` of a guide waits for a value of its reader.
  if (position.args.length > 0 && placeholder.test(word.text)) return undefined;
  const typed = line.slice(words[0]!.start, words[at - 1]!.end);
  const next = choicesAt(position);
  return {
    rule: 'ios/bad-argument',
    start: word.start,
    end: word.end,
    message:
      next.length === 0
        ? `\`${typed}\` is complete; nothing may follow it, and here follows \`${shortened(word.text)}\`.`
        : `\`${shortened(word.text)}\` does not stand after \`${typed}\`.`,
    ...replyOf(platform, invalidInput),
    hint: next.length === 0 ? 'Leave out the rest of the line.' : `Write ${listOf(next, '')}.`,
    actual: word.text,
    ...(next.length > 0 && { expected: next.join(', ').replaceAll('`', '') }),
    holds: certaintyOf(keywords, 'anywhere') ?? 'outside',
  };
}

const placeholder = /^([A-Z]|[xXnN]{1,4}|[A-Z]{2,}([-_][A-Z]+)*|[<[{(].*)$/;

/** What may stand at a place. */
function choicesAt({ keywords, args }: GrammarState): string[] {
  return [
    ...[...keywords.keys()].map((word) => `\`${word}\``),
    ...args.map(({ argument: { type, from, to } }) =>
      type === 'int' && from !== undefined
        ? `a number from ${String(from)} to ${String(to)}`
        : `a ${valueTitles[type]}`,
    ),
  ];
}
