import { endsToken, isNameFollow, isVariableStart } from './characters.ts';
import { readBacktick } from './lex-escapes.ts';
import { charAt, token } from './lexer-state.ts';
import type { Lexer } from './lexer-state.ts';
import type { Token } from './token.ts';

/** The variable that begins with the `$` (or the `@` of a splat) at `start`; undefined where a command has a word there. */
export function readVariable(lexer: Lexer, start: number): Token | undefined {
  const { text } = lexer;
  const command = lexer.mode === 'command';
  const first = charAt(lexer, start + 1);
  if (first === '{') return readBracedVariable(lexer, start);
  if (!isVariableStart(first)) return undefined;
  let at = start + 2;
  if (first === '$' || first === '?' || first === '^') {
    if (command && !endsToken(charAt(lexer, at)) && !'.['.includes(charAt(lexer, at))) return undefined;
    return token(lexer, 'variable', start, at, first);
  }
  if (first === ':' && charAt(lexer, at) === ':') at = start + 1;
  for (; at < lexer.limit; at++) {
    const char = text[at]!;
    if (isNameFollow(char) || char === '?') continue;
    if (char === ':' && charAt(lexer, at + 1) !== ':') continue;
    break;
  }
  const after = charAt(lexer, at);
  if (command && !endsToken(after) && !'.[=:'.includes(after)) return undefined;
  const name = text.slice(start + 1, at);
  // Only what stands after the first colon can be missing: `$script:a:` is a variable of the script.
  if (name === '' || name.indexOf(':') === name.length - 1) {
    lexer.fail({
      start,
      end: at,
      message: `\`${text.slice(start, at)}\` is no variable: a name was expected after the colon.`,
      hint: `Write \`\${${name.replace(/(?<!:):+$/, '')}}:\` where the colon is text.`,
    });
  }
  return token(lexer, 'variable', start, at, name);
}

function readBracedVariable(lexer: Lexer, start: number): Token | undefined {
  const { text } = lexer;
  let name = '';
  let at = start + 2;
  while (at < lexer.limit && text[at] !== '}') {
    if (text[at] === '`' && at + 1 < lexer.limit) {
      const escape = readBacktick(lexer, at);
      name += escape.value;
      at = escape.end;
      continue;
    }
    if (text[at] === '{') {
      lexer.fail({
        start: at + 1,
        end: at + 2,
        message: 'An opening brace inside a variable name in braces must be escaped.',
        hint: 'Write `` `{ ``, or use a name without braces.',
      });
    }
    name += text[at]!;
    at++;
  }
  if (at >= lexer.limit) {
    lexer.fail({
      start: start + 1,
      end: start + 2,
      message: 'The variable name that opens with `${` is never closed.',
      hint: 'Close it with `}`.',
      unclosed: true,
      swallows: true,
    });
    return token(lexer, 'variable', start, lexer.limit, name);
  }
  if (name === '')
    lexer.fail({
      start: start + 2,
      end: at + 1,
      message: '`${}` names no variable.',
      hint: 'Write the name between the braces.',
    });
  at++;
  const after = charAt(lexer, at);
  if (lexer.mode === 'command' && !endsToken(after) && !'.['.includes(after)) return undefined;
  return token(lexer, 'variable', start, at, name);
}
