/** The tree of a command's syntax as the tables write it. */
export type SyntaxTerm =
  | { readonly kind: 'keyword'; readonly word: string }
  | { readonly kind: 'argument'; readonly argument: ArgumentSpec }
  | { readonly kind: 'sequence'; readonly parts: readonly SyntaxTerm[] }
  | { readonly kind: 'choice'; readonly parts: readonly SyntaxTerm[] }
  | { readonly kind: 'optional'; readonly part: SyntaxTerm };

export type ArgumentType =
  | 'int'
  | 'vlan-id'
  | 'vlan-list'
  | 'interface'
  | 'logical-interface'
  | 'interface-range'
  | 'word'
  | 'line'
  | 'banner'
  | 'exec-command'
  | 'ipv4'
  | 'ipv4-mask'
  | 'prefix-length'
  | 'percent'
  | 'scaled'
  | 'time'
  | 'mac';

export interface ArgumentSpec {
  readonly name: string;
  readonly type: ArgumentType;
  /** Of an `int`, both inclusive; of a `word` or `line`, how many characters it has. */
  readonly from?: number;
  readonly to?: number;
}

/** Reads `keyword <name:type> {a | b} [optional]`. Throws on anything else: the tables are our own. */
export function parseSyntax(text: string): SyntaxTerm {
  const tokens = text.match(/<[^>]+>|[{}[\]|]|[^\s{}[\]|<>]+/g) ?? [];
  let at = 0;
  const syntax = choice();
  if (at < tokens.length) throw new Error(`Syntax of a table not understood at “${tokens[at]}”: ${text}`);
  return syntax;

  function choice(): SyntaxTerm {
    const parts = [sequence()];
    while (tokens[at] === '|') {
      at++;
      parts.push(sequence());
    }
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
  }

  function sequence(): SyntaxTerm {
    const parts: SyntaxTerm[] = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined || token === '|' || token === '}' || token === ']') break;
      at++;
      if (token === '{' || token === '[') {
        const part = choice();
        if (tokens[at++] !== (token === '{' ? '}' : ']'))
          throw new Error(`Unbalanced syntax of a table: ${text}`);
        parts.push(token === '[' ? { kind: 'optional', part } : part);
      } else if (token.startsWith('<')) {
        parts.push({ kind: 'argument', argument: parseArgument(token) });
      } else {
        parts.push({ kind: 'keyword', word: token.toLowerCase() });
      }
    }
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }
}

function parseArgument(token: string): ArgumentSpec {
  const found = /^<([\w-]+):([a-z0-9-]+?)(?:\((\d+)-(\d+)\))?>$/.exec(token);
  if (!found) throw new Error(`Argument of a table not understood: ${token}`);
  const [, name, type, from, to] = found;
  return {
    name: name!,
    type: type as ArgumentType,
    ...(from === undefined ? {} : { from: Number(from), to: Number(to) }),
  };
}
