import { themeColours } from '../../site/figures.ts';

// An image has few colours, each in as many steps from the paper as the edge of a letter needs. So a pixel is a byte, and nobody has to
// look for the colours of a finished image.

const names = [
  'ink',
  'soft',
  'signal',
  'ok',
  'fault',
  'cable-grey',
  'cable-blue',
  'cable-teal',
  'cable-violet',
  'cable-amber',
  'cable-magenta',
] as const;

export type ShareColour = (typeof names)[number];

/** From the paper, which is 0, to the colour itself. */
export const steps = 23;

/** The index of a colour's palest step but the paper. */
export function baseOf(colour: ShareColour): number {
  return 1 + names.indexOf(colour) * steps;
}

/** Red, green and blue of every index, in the theme that is dark: a card stands out on pages that are white. */
export function palette(): Uint8Array {
  const paper = channelsOf('paper');
  const mixed = names.flatMap((name) => {
    const full = channelsOf(name);
    return Array.from({ length: steps }, (_, step) =>
      full.map((value, channel) => paper[channel]! + ((value - paper[channel]!) * (step + 1)) / steps),
    );
  });
  return Uint8Array.from([paper, ...mixed].flat().map(Math.round));
}

function channelsOf(name: string): number[] {
  const [, dark] = themeColours[name]!;
  return [1, 3, 5].map((at) => Number.parseInt(dark.slice(at, at + 2), 16));
}
