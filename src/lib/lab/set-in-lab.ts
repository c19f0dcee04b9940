import { isMap, isSeq, parseDocument } from 'yaml';
import type { Document, YAMLMap } from 'yaml';

/**
 * A lab's YAML with another value at a place that is named as commands name it: `vswitch`, `networks.lm.vlan`, `networks.lm.hosts.hv1`.
 * Everything else stays as it is written. The text is not judged: `readLab` says what does not hold any more. Undefined where the lab has
 * no such value.
 */
export function setInLab(text: string, place: string, value: string): string | undefined {
  const document = parseDocument(text);
  const found = pathOf(document, place);
  if (!found || document.getIn(found) === undefined) return undefined;
  const isInteger = /^(?:0|[1-9]\d{0,14})$/.test(value);
  document.setIn(found, isInteger ? Number(value) : value);
  return document.toString({ lineWidth: 0 });
}

/** The places that `setInLab` finds, for whoever mistyped one. */
export function placesInLab(text: string): readonly string[] {
  const { networks = [], values = [] } = (parseDocument(text).toJS() ?? {}) as {
    readonly networks?: readonly { readonly id: string; readonly hosts?: object }[];
    readonly values?: readonly { readonly name: string }[];
  };
  return [
    ...values.map(({ name }) => name),
    ...networks.flatMap(({ id, hosts = {}, ...fields }) => [
      ...Object.keys(fields).map((field) => `networks.${id}.${field}`),
      ...Object.keys(hosts).map((host) => `networks.${id}.hosts.${host}`),
    ]),
  ];
}

function pathOf(document: Document, place: string): (string | number)[] | undefined {
  const [first, id, ...rest] = place.split('.');
  if (first === 'networks' && id !== undefined && rest.length > 0)
    return within(document, 'networks', 'id', id, rest);
  return id === undefined && first !== undefined
    ? within(document, 'values', 'name', first, ['value'])
    : undefined;
}

function within(
  document: Document,
  list: string,
  key: string,
  word: string,
  rest: readonly string[],
): (string | number)[] | undefined {
  const items = document.get(list);
  if (!isSeq(items)) return undefined;
  const at = items.items.findIndex((item) => isMap(item) && String((item as YAMLMap).get(key)) === word);
  return at < 0 ? undefined : [list, at, ...rest];
}
