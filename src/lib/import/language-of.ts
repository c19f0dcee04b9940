import { meaningOf } from '../guide/fence-language.ts';
import type { ImportEngine } from './import-engine.ts';
import type { Told } from './import-report.ts';
import { recogniseListing } from './recognise-listing.ts';

/** The language of a listing here: as it is named, where that names one; else as it is recognised. */
export function languageOf(
  word: string,
  code: string,
  line: number,
  { engine }: { readonly engine: ImportEngine },
  told: Told,
): string {
  // `bash=` asks for numbers of lines elsewhere.
  const bare = word.toLowerCase().replace(/^=+|=+\d*\+?$/g, '');
  const named = bare === '' ? undefined : meaningOf(bare);
  if (named !== undefined && named !== 'text') {
    if (named !== word) told.change('language', line, word, named, 'The language has this name here.');
    return named;
  }
  const found = recogniseListing(code, engine);
  if (found !== undefined) {
    told.change('language', line, word, found, 'Its commands are known: they are checked from now on.');
    return found;
  }
  if (word !== '' && named === undefined)
    told.change('language', line, word, 'text', 'No language of listings is called so here.');
  return 'text';
}
