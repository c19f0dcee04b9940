import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeInField } from '../guide/field-ranges.ts';
import type { Reference } from '../guide/guide.ts';
import { sourceProblem } from '../guide/read-picture.ts';
import type { Lab } from '../lab/lab.ts';
import { labValues } from '../lab/values.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { checkPicture } from '../picture/check-picture.ts';
import type { Corpus, CorpusGuide } from './corpus.ts';
import { didYouMean, unknownDevice, unknownReference, unknownValue } from './findings.ts';

/** That what a component names is there: in the post's lab, or in the content. */
export function checkReference(
  reference: Reference,
  guide: CorpusGuide,
  corpus: Corpus,
): Diagnostic | undefined {
  const { kind, name, range, astray } = reference;
  if (astray) return pictureAstray(guide, reference, astray, corpus);
  if (kind === 'figure' || kind === 'comparison') {
    const problem = contentProblem(kind, name, corpus);
    if (problem) return unknownReference(guide.file, range, ...problem);
    const picture = kind === 'figure' ? corpus.pictures?.get(name) : undefined;
    return picture && checkPicture(guide.file, range, picture.path, picture.reading);
  }
  if (!guide.data) return undefined;
  if (guide.data.lab === undefined) {
    return unknownReference(
      guide.file,
      range,
      `“${name}” is meant to be a ${kind} of the lab, but this post has no lab.`,
      'Name the lab in the front matter: `lab: …`.',
    );
  }
  const lab = corpus.labs.get(guide.data.lab);
  // An unknown lab is told by the check of the labwork.
  return lab && checkInLab(kind, reference, guide, lab);
}

/** That the comparisons are there which the front matter names. */
export function checkReferencesOfFields(guide: CorpusGuide, corpus: Corpus): Diagnostic[] {
  const { data } = guide;
  if (!data) return [];
  const comparisons = 'comparisons' in data ? data.comparisons : [];
  return comparisons.flatMap((id, index) => {
    const problem = contentProblem('comparison', id, corpus);
    return problem
      ? [unknownReference(guide.file, rangeInField(guide, `comparisons.${index}`, id), ...problem)]
      : [];
  });
}

/** A picture that is named by another path than its own. One of that name beside the post is what is meant. */
function pictureAstray(
  { file }: CorpusGuide,
  { name, range }: Reference,
  { problem, hint, path, isPath }: NonNullable<Reference['astray']>,
  { figures }: Corpus,
): Diagnostic {
  if (!figures.has(name)) return sourceProblem(file, range, problem, hint);
  const meant = `It lies beside the post: write \`${path}\`.`;
  return sourceProblem(file, range, problem, meant, isPath ? path : undefined);
}

function contentProblem(
  kind: 'figure' | 'comparison',
  name: string,
  { figures, comparisons }: Corpus,
): readonly [message: string, hint: string] | undefined {
  const known = kind === 'figure' ? figures : comparisons;
  if (known.has(name)) return undefined;
  if (name.includes('/')) return missingBeside(name, figures);
  return [`There is no ${kind} “${name}”.`, didYouMean(name, known, `Add it to src/content/${kind}s.`)];
}

/** Of a picture that is not beside its post: what lies there under nearly that name, or elsewhere under the same. */
function missingBeside(key: string, figures: ReadonlySet<string>): readonly [message: string, hint: string] {
  const folder = key.split('/').slice(0, 2).join('/');
  const name = key.slice(folder.length + 1);
  const beside = [...figures].flatMap((other) =>
    other.startsWith(`${folder}/`) ? [other.slice(folder.length + 1)] : [],
  );
  const sameStem = beside.find((other) => stemOf(other) === stemOf(name));
  const near = sameStem ?? suggest(name, beside);
  const inFigures = figures.has(stemOf(name)) ? `Did you mean the figure “${stemOf(name)}”?` : undefined;
  const there =
    beside.length === 0 ? 'No picture lies there.' : `There are ${beside.slice(0, 5).join(', ')}.`;
  return [
    `There is no picture “${name}” beside this post.`,
    near ? `Did you mean “${near}”?` : (inFigures ?? there),
  ];
}

function stemOf(path: string): string {
  return path
    .replace(/^.*\//, () => '')
    .replace(/\.[^.]*$/, () => '')
    .toLowerCase();
}

type Names = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;

/** What a lab has of each kind, and the rule of a name that it does not have. */
const kindsInLab = {
  value: { namesOf: (lab: Lab): Names => labValues(lab), problem: unknownValue },
  device: {
    namesOf: (lab: Lab): Names => new Set(lab.devices.map(({ name }) => name)),
    problem: unknownDevice,
  },
  network: {
    namesOf: (lab: Lab): Names => new Set(lab.networks.map(({ id }) => id)),
    problem: unknownReference,
  },
} as const;

function checkInLab(
  kind: keyof typeof kindsInLab,
  { name, range }: Reference,
  { file }: CorpusGuide,
  lab: Lab,
): Diagnostic | undefined {
  const { namesOf, problem } = kindsInLab[kind];
  const names = namesOf(lab);
  if (names.has(name)) return undefined;
  const hint = didYouMean(name, names.keys(), `Add it to src/content/labs/${lab.id}.yaml.`);
  return problem(file, range, `The lab “${lab.id}” has no ${kind} “${name}”.`, hint);
}
