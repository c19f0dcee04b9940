import type { Diagnostic, Reading } from '../diagnostics/diagnostic.ts';
import { readYaml } from '../diagnostics/read-yaml.ts';
import type { FieldPlaces } from '../diagnostics/yaml-places.ts';
import { diagnose } from './rules.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { placeOfPost } from './post-place.ts';
import { addressProblem } from './address.ts';
import { findFrontMatter } from './find-front-matter.ts';
import { platformChoice } from '../platforms/platform-named.ts';
import { otherKey } from './other-keys.ts';
import type { Kind, PostData } from './front-matter.ts';
import { frontMatter, kinds, slug as slugSchema } from './front-matter.ts';

export interface FrontMatter extends Reading<PostData | undefined> {
  /** By the folder of the file, also where the front matter itself does not fit. */
  readonly kind: Kind | undefined;
  readonly fields: FieldPlaces;
}

/** Of whatever does not fit in the front matter of a text. */
export const frontMatterRule = 'guide/front-matter';

/** A field that does not fit, or fits ill with another post's. */
export function frontMatterProblem(
  file: SourceFile,
  range: Range,
  message: string,
  hint: string,
): Diagnostic {
  return diagnose({ rule: frontMatterRule, file, range, message, hint });
}

/** Reads the YAML between the two `---` lines at the head of a post, by the schema of the post's kind. */
export function readFrontMatter(file: SourceFile): FrontMatter {
  const { folder, slug } = placeOfPost(file.path);
  const kind = kinds.find((known) => known === folder);
  const diagnostics: Diagnostic[] = [];
  const report = (range: Range, message: string, hint: string) =>
    diagnostics.push(frontMatterProblem(file, range, message, hint));
  const block = findFrontMatter(file.text);
  const head = rangeAt(file, block?.head ?? 0, block ? block.head + 3 : 0);

  if (!kind) {
    const near = suggest(folder, kinds);
    report(
      head,
      slug === '' || !folder
        ? 'The kind of the post is not known: it is the name of the folder that the file lies in.'
        : `“${folder}” is no kind of post.`,
      `${near ? `Did you mean “${near}”? ` : ''}Put the file into one of the folders ${kinds.join(', ')}.`,
    );
    return { value: undefined, kind, fields: {}, diagnostics };
  }
  const badName =
    addressProblem(slug) ?? (slugSchema.safeParse(slug).success ? undefined : "cannot be a post's address");
  if (badName) {
    report(
      head,
      `The file's name “${slug}” ${badName}.`,
      'Name the file with lower-case words joined by hyphens, for example disk-full.mdx.',
    );
  }
  if (!block) {
    if (/^\uFEFF?---[ \t]*\r?$/m.exec(file.text)?.index === 0)
      report(head, 'The front matter is not closed.', 'Put a line of `---` alone after its last field.');
    else
      report(
        head,
        'The post has no front matter.',
        'Begin the post with YAML between two lines of `---`: at least title, date and summary.',
      );
    return { value: undefined, kind, fields: {}, diagnostics };
  }
  const reading = readYaml(file, frontMatter[kind], frontMatterRule, block.start, block.end, {
    key: otherKey,
    choice: platformChoice,
  });
  for (const item of reading.diagnostics) diagnostics.push(item);
  const value =
    reading.value && diagnostics.length === 0 ? ({ ...reading.value, kind, slug } as PostData) : undefined;
  return { value, kind, fields: reading.places(), diagnostics };
}
