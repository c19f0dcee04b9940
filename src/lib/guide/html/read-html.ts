import type { Root } from 'mdast';
import type { SourceFile } from '../../source/source-file.ts';
import type { Report } from '../component-props.ts';
import { formatOfPost } from '../post-place.ts';
import { elementsOfTags } from './elements-of-tags.ts';
import { settleHtml } from './settle-html.ts';

/** Reads the HTML of a post into its tree, whichever format it is in. Returns the ids that it gives to what links may lead to. */
export function readHtml(file: SourceFile, root: Root, report: Report): ReadonlySet<string> {
  const format = formatOfPost(file.path);
  // The lines of directives stand for tags in both.
  elementsOfTags(file, root, report);
  return settleHtml(file, root, format, report);
}
