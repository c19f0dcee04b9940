// Reads the short forms of the catalogue's files: see `CommandFacts` in catalogue-format.ts.

/** A parameter set as it is written. */
export interface SetSpec {
  readonly name: string;
  readonly mask: number;
  readonly defaults: number;
}

export function readSet(written: string, mask: number): SetSpec {
  const [, name = '', own, star, defaults] = /^(.*?)(?:@(\d+))?(?:(\*)(\d+)?)?$/.exec(written) ?? [];
  const here = Number(own ?? mask);
  return { name, mask: here, defaults: star ? Number(defaults ?? here) : 0 };
}

/** A parameter as it is written. */
export interface ParameterSpec {
  readonly name: string;
  readonly type: string;
  readonly mask: number;
  readonly aliases: readonly string[];
  readonly values: readonly string[] | undefined;
  readonly borrowed: number;
  /** Versions, beside those of `mask`, of which a page has it and a running system that was asked has not. */
  readonly doubted: number;
  readonly range: readonly [number, number] | undefined;
  readonly places: string | undefined;
}

export function readSpec(written: string, mask: number): ParameterSpec {
  const [name = '', type = 'Object', ...rest] = written.split(' ');
  const part = (sign: string) => rest.find((one) => one.startsWith(sign))?.slice(1);
  const [low, high] = part('[')?.slice(0, -1).split('..').map(Number) ?? [];
  return {
    name,
    type,
    mask: Number(part('@') ?? mask),
    aliases: part('=')?.split(',') ?? [],
    values: part('{')?.slice(0, -1).split(',').map(decodeURIComponent),
    borrowed: Number(part('~') ?? 0),
    doubted: Number(part('?') ?? 0),
    range: low === undefined || high === undefined ? undefined : [low, high],
    places: part(':'),
  };
}

/** What a parameter is in a set. */
export interface SetPlace {
  readonly mandatory: boolean;
  readonly position: number | undefined;
  readonly fromPipeline: boolean;
  readonly byPropertyName: boolean;
  readonly remaining: boolean;
}

/** By index among the sets of this version. */
export function readPlaces(
  written: string | undefined,
  sets: readonly SetSpec[],
  bit: number,
): ReadonlyMap<number, SetPlace> {
  const here = sets.flatMap((set, letter) => (set.mask & bit ? [letter] : []));
  const places = new Map<number, SetPlace>();
  for (const entry of written === undefined ? [''] : written.split(',')) {
    const [, letters = '', flags = '', mask] = /^([a-zA-Z]*)(?:\/([^@]*))?(?:@(\d+))?$/.exec(entry) ?? [];
    if (mask !== undefined && !(Number(mask) & bit)) continue;
    const place = flags === '' ? nowhere : readFlags(flags);
    here.forEach((letter, position) => {
      if (letters === '' || letters.includes(setLetters[letter]!)) places.set(position, place);
    });
  }
  return places;
}

const nowhere: SetPlace = {
  mandatory: false,
  position: undefined,
  fromPipeline: false,
  byPropertyName: false,
  remaining: false,
};

const setLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function readFlags(flags: string): SetPlace {
  const position = /\d+/.exec(flags)?.[0];
  return {
    mandatory: flags.includes('!'),
    position: position === undefined ? undefined : Number(position),
    fromPipeline: flags.includes('p'),
    byPropertyName: flags.includes('n'),
    remaining: flags.includes('r'),
  };
}
