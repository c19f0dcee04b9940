// What PowerShell takes for a blank, a dash or a quotation mark. Source: CharTraits and the tokenizer of the open-source engine,
// the same in Windows PowerShell 5.1 as in 7.

/** Blanks inside a line; line breaks are CR and LF only. */
export function isBlank(char: string): boolean {
  return (
    char === ' ' ||
    char === '\t' ||
    char === '\v' ||
    char === '\f' ||
    (char > '\u007f' && /[\u0085\p{Z}]/u.test(char))
  );
}

export function isLineBreak(char: string): boolean {
  return char === '\n' || char === '\r';
}

/** Hyphen-minus, en dash, em dash, horizontal bar: all begin a parameter. */
export function isDash(char: string): boolean {
  return char === '-' || char === '\u2013' || char === '\u2014' || char === '\u2015';
}

export function isSingleQuote(char: string): boolean {
  return char === "'" || (char >= '\u2018' && char <= '\u201b');
}

export function isDoubleQuote(char: string): boolean {
  return char === '"' || (char >= '\u201c' && char <= '\u201e');
}

export function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

export function isLetter(char: string): boolean {
  return (
    (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || (char > '\u007f' && /\p{L}/u.test(char))
  );
}

export function isNameStart(char: string): boolean {
  return isLetter(char) || char === '_';
}

export function isNameFollow(char: string): boolean {
  return isNameStart(char) || isDigit(char) || (char > '\u007f' && /\p{Nd}/u.test(char));
}

export function isVariableStart(char: string): boolean {
  return isNameFollow(char) || char === ':' || char === '?' || char === '^' || char === '$';
}

/** Ends every token, however it began; the end of the text (an empty string) does so too. */
export function endsToken(char: string): boolean {
  return char === '' || '&(),;{|}\r\n\t '.includes(char) || char === '\0' || isBlank(char);
}

/** Ends a number in an expression, beside what ends every token. */
export function endsNumber(char: string): boolean {
  return char !== '' && '!#%*+-./<=>]'.includes(char);
}
