/** A report in parts by the file that they are about; what is about none is under the empty name. */
export function sectionsOf(text: string): ReadonlyMap<string, string> {
  const report = jsonOf(text);
  if (report === undefined) return sectionsOfLines(text);
  const sections = new Map<string, string>();
  const add = (name: string, value: unknown) =>
    sections.set(name, `${sections.get(name) ?? ''}${JSON.stringify(value, undefined, 1)}\n`);
  const { files = [], runs = [], ...others } = report;
  for (const entry of files) add(entry.file, entry);
  for (const { results, ...rest } of runs) {
    for (const entry of results) add(entry.locations[0]?.physicalLocation.artifactLocation.uri ?? '', entry);
    add('', rest);
  }
  add('', others);
  return sections;
}

/** As far as it is read here: what `--format json` and `--format sarif` print. */
interface Report {
  readonly files?: readonly {
    readonly file: string;
    readonly diagnostics?: readonly unknown[];
    readonly lines?: readonly { readonly diagnostics: readonly unknown[] }[];
  }[];
  readonly runs?: readonly {
    readonly results: readonly {
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

function jsonOf(text: string): Report | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}

/** Annotations of GitHub by their `file=`, and what is for people by its `--> file:line:column`. */
function sectionsOfLines(text: string): ReadonlyMap<string, string> {
  const parts = text.startsWith('::')
    ? text.split(/^(?=::)/m)
    : text.split(/^(?=(?:error|warning|info)\[[\w/-]+\]: )/m);
  const sections = new Map<string, string>();
  for (const part of parts) {
    const name = /^::\w+ file=([^,]+)|^ {2}--> (.+?):\d+:\d+$/m.exec(part);
    const key = name?.[1] ?? name?.[2] ?? '';
    sections.set(key, (sections.get(key) ?? '') + part);
  }
  return sections;
}

/** How many diagnostics a report in JSON tells. */
export function diagnosticsIn(text: string): number {
  const files = jsonOf(text)?.files ?? [];
  return files
    .flatMap(({ diagnostics = [], lines = [] }) => [diagnostics, ...lines.map((line) => line.diagnostics)])
    .reduce((sum, { length }) => sum + length, 0);
}
