import type { Diagnostic, Reading } from '../diagnostics/diagnostic.ts';
import { readYaml } from '../diagnostics/read-yaml.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { diagnose } from './rules.ts';
import type { SiteIdentity } from './schema.ts';
import { siteSchema } from './schema.ts';

/** Reads the site's identity; `value` is undefined where it does not hold. */
export function readSite(file: SourceFile): Reading<SiteIdentity | undefined> {
  const { value, diagnostics } = readYaml(file, siteSchema, 'site/schema');
  return { value, diagnostics };
}

/** The links of the site's identity, each where it is written. */
export function linksOfSite(
  file: SourceFile,
): { readonly url: string; readonly start: number; readonly end: number }[] {
  const { value, locate } = readYaml(file, siteSchema, 'site/schema');
  if (!value) return [];
  return (['navigation', 'more'] as const).flatMap((list) =>
    value[list].map(({ to }, index) => {
      const { start, end } = locate([list, index, 'to']);
      const at = file.text.slice(start, end).indexOf(to);
      return at < 0 ? { url: to, start, end } : { url: to, start: start + at, end: start + at + to.length };
    }),
  );
}

/** Tells that there is no identity to read, and why, in words that end a sentence. `file` is empty. */
export function unreadableSite(file: SourceFile, problem: string): Diagnostic {
  return diagnose({
    rule: 'site/schema',
    file,
    range: rangeAt(file, 0, 0),
    message: `The file that says who the site is cannot be read: ${problem}.`,
    hint: 'Mend it, or write it anew: the page of this rule has one that holds.',
  });
}
