/** A TextMate grammar as far as this one uses the format. */
interface Rule {
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly beginCaptures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: Rule[];
  readonly include?: string;
}

const keyword = 'keyword.other.command.cisco-ios';
const negation = 'keyword.control.cisco-ios';
const text = 'string.unquoted.cisco-ios';

const interfaceTypes =
  'gigabitethernet|gigabit|gig|gi|tengigabitethernet|ten|te|fastethernet|fa|ethernet|eth|et|' +
  'port-channel|port-c|po|loopback|lo|serial|se|tunnel|tu|fortygigabitethernet|fo|hundredgige|hu|twentyfivegige|twe';

/** Highlighting of Cisco command lines: commands, interfaces, numbers, addresses, free text, comments. Our own work. */
export const iosGrammar = {
  name: 'ios',
  scopeName: 'source.cisco-ios',
  displayName: 'Cisco IOS',
  patterns: [
    { include: '#comment' },
    { include: '#free-text' },
    { include: '#command' },
    { include: '#values' },
  ] as Rule[],
  repository: {
    comment: { match: '^\\s*!.*$', name: 'comment.line.exclamation.cisco-ios' } as Rule,
    'free-text': {
      match:
        '(?i)^\\s*((?:no|default)\\s+)?(description|remark|name|snmp-server\\s+(?:location|contact))\\s+(.+)$',
      captures: { 1: { name: negation }, 2: { name: 'entity.name.function.cisco-ios' }, 3: { name: text } },
    } as Rule,
    command: {
      match: '(?i)^\\s*((?:no|default|do)\\s+)?([a-z][a-z0-9-]*)(?=\\s|$)',
      captures: { 1: { name: negation }, 2: { name: 'entity.name.function.cisco-ios' } },
    } as Rule,
    values: {
      patterns: [
        {
          match: '(?i)(?<=\\b(?:interface|int|range)\\s)(?:vlan|vl)\\s?\\d+',
          name: 'constant.other.interface.cisco-ios',
        },
        { match: '"[^"\\n]*"', name: 'string.quoted.double.cisco-ios' },
        {
          match: `(?i)(?<![\\w-])(?:${interfaceTypes})\\s?\\d[\\d/.]*(?:\\s?-\\s?\\d+)?(?![\\w.])`,
          name: 'constant.other.interface.cisco-ios',
        },
        {
          match: '(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?(?![\\w.])',
          name: 'constant.numeric.address.cisco-ios',
        },
        {
          match: '(?i)(?<![\\w.])[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}(?![\\w.])',
          name: 'constant.numeric.address.cisco-ios',
        },
        { match: '(?<![\\w-])\\d+(?:[-,]\\d+)*(?![\\w-])', name: 'constant.numeric.cisco-ios' },
        { match: '(?<=\\s)\\|(?=\\s|$)', name: 'keyword.operator.pipe.cisco-ios' },
        { match: '(?<![\\w-])[A-Za-z][A-Za-z0-9-]*(?![\\w-])', name: keyword },
      ],
    } as Rule,
  },
};
