import { styleText } from 'node:util';
import type { Severity } from '../../lib/diagnostics/diagnostic.ts';
import type { TextPainter } from '../../lib/diagnostics/pretty.ts';
import { plainPainter } from '../../lib/engine.ts';

const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<Severity, string>;

/** Colour for a terminal that shows it; `NO_COLOR` and `FORCE_COLOR` are honoured by the stream. */
export function painterFor(stream: NodeJS.WriteStream): TextPainter {
  const hasColour =
    process.env['FORCE_COLOR'] !== undefined
      ? process.env['FORCE_COLOR'] !== '0'
      : process.env['NO_COLOR'] === undefined && stream.isTTY && stream.hasColors();
  return hasColour ? colourful : plainPainter;
}

const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
  styleText(format, text, { validateStream: false });
const frameIn = (colour: 'red' | 'yellow' | 'cyan') => ({
  mark: paint([colour, 'bold']),
  note: paint('blue'),
  faint: paint('dim'),
});

const colourful: TextPainter = {
  frame: { error: frameIn('red'), warning: frameIn('yellow'), info: frameIn('cyan') },
  heading: (severity, text) => paint([colours[severity], 'bold'])(text),
  strong: paint('bold'),
  faint: paint('dim'),
};
