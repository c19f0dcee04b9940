import { randomUUID } from 'node:crypto';
import { styleText } from 'node:util';
import type { Severity } from '../../lib/diagnostics/diagnostic.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';
import { plainPainter } from '../../lib/engine.ts';

/** Colour for a terminal that shows it; `NO_COLOR` and `FORCE_COLOR` are honoured by the stream. */
export function painterFor(stream: NodeJS.WriteStream): TextPainter {
  const hasColour =
    process.env['FORCE_COLOR'] !== undefined
      ? process.env['FORCE_COLOR'] !== '0'
      : process.env['NO_COLOR'] === undefined && stream.isTTY && stream.hasColors();
  return hasColour ? colourful : plainPainter;
}

/**
 * Stands for the escape character in painted text until it is printed. No text that is read can have it, since it is another in every
 * run; so an escape character that a text brings along is told from ours.
 */
const escape = `<${randomUUID()}>`;

/** The text with the colours of a painter as a terminal reads them. */
export function withColours(text: string): string {
  return text.replaceAll(escape, () => '\u001b');
}

function paint(format: Parameters<typeof styleText>[0]): (text: string) => string {
  const [open = '', close = ''] = styleText(format, '|', { validateStream: false })
    .replaceAll('\u001b', () => escape)
    .split('|');
  return (text) => open + text + close;
}

const frameIn = (colour: 'red' | 'yellow' | 'cyan') => ({
  mark: paint([colour, 'bold']),
  note: paint('blue'),
  faint: paint('dim'),
});

const heading: Readonly<Record<Severity, (text: string) => string>> = {
  error: paint(['red', 'bold']),
  warning: paint(['yellow', 'bold']),
  info: paint(['cyan', 'bold']),
};

const colourful: TextPainter = {
  frame: { error: frameIn('red'), warning: frameIn('yellow'), info: frameIn('cyan') },
  heading: (severity, text) => heading[severity](text),
  strong: paint('bold'),
  faint: paint('dim'),
};
