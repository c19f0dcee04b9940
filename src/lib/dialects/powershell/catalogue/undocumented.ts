import { documentedValues } from './overrides/documented-values.ts';
import { growingLists } from './overrides/moving-modules.ts';
import { doubtfullyMandatory, undocumentedParameters } from './overrides/undocumented-parameters.ts';
import type { ParameterHere } from './parameter-here.ts';
import type { SetPlace } from './parameter-spec.ts';
import { platformBit } from './versions.ts';

/** What commands take and no page of theirs has: parameters of their own, in every set, and other names of those that are known. */
export function undocumentedOf(
  command: string,
  own: number,
  known: ReadonlyMap<string, ParameterHere>,
  setCount: number,
): readonly ParameterHere[] {
  return undocumentedParameters.flatMap(({ commands, name, type, aliasOf, since }): ParameterHere[] => {
    if (!commands.split(' ').includes(command) || known.has(name.toLowerCase())) return [];
    if (since !== undefined && own < platformBit(since)) return [];
    if (aliasOf === undefined) {
      const places = new Map(Array.from({ length: setCount }, (_, set) => [set, optional]));
      return [{ name, type, aliases: [], values: undefined, range: undefined, common: false, places }];
    }
    const parameter = known.get(aliasOf.toLowerCase());
    return parameter ? [{ ...parameter, aliases: [...parameter.aliases, name] }] : [];
  });
}

/** The parameter with the values that its command's own page lists for this version, or a type's for all that have it. */
export function withDocumentedValues(
  command: string,
  module: string,
  own: number,
  parameter: ParameterHere,
): ParameterHere {
  const { values } = parameter;
  if (!values) return parameter;
  if (growingLists.has(`${module} ${parameter.name}`)) return { ...parameter, values: undefined };
  const type = `${parameter.type.replace(/\[\]$/, "")}:${module}`.toLowerCase();
  const more = documentedValues.flatMap((row) =>
    platformBit(row.since) <= own &&
    (row.parameter === undefined
      ? row.of.toLowerCase() === type
      : row.parameter === parameter.name && row.of.split(' ').includes(command))
      ? row.values.split(' ').filter((name) => !values.names.includes(name))
      : [],
  );
  return more.length === 0 ? parameter : { ...parameter, values: { ...values, names: [...values.names, ...more] } };
}

/** A parameter without what its page says in one place and denies in another. */
export function settled(command: string, parameter: ParameterHere): ParameterHere {
  if (!doubtfullyMandatory.has(`${command} ${parameter.name}`.toLowerCase())) return parameter;
  const places = [...parameter.places].map(
    ([set, place]) => [set, { ...place, mandatory: false }] as const,
  );
  return { ...parameter, places: new Map(places) };
}

const optional: SetPlace = {
  mandatory: false,
  position: undefined,
  fromPipeline: false,
  byPropertyName: false,
  remaining: false,
};
