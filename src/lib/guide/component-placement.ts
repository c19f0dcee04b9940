import type { Parents } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { JsxElement } from './component-props.ts';
import { propsProblem, rangeOfName } from './component-props.ts';
import type { AuthorComponent } from './components.ts';
import { inlineComponents, parentComponents } from './components.ts';

/** That a component stands where it can, and has content if it is for some. */
export function checkPlacement(
  file: SourceFile,
  node: JsxElement,
  name: AuthorComponent,
  parent: Parents,
): Diagnostic | undefined {
  const problem = placementProblem(node, name, parent);
  return problem && propsProblem(file, rangeOfName(file, node), ...problem);
}

function placementProblem(
  node: JsxElement,
  name: AuthorComponent,
  parent: Parents,
): readonly [message: string, hint: string] | undefined {
  const isInLine = node.type === 'mdxJsxTextElement';
  const takesContent = parentComponents.includes(name);
  const hasContent = node.children.length > 0;
  if (isInLine && !inlineComponents.includes(name)) {
    const hint = 'Put it on lines of its own, with a blank line before and after.';
    return [`<${name}> stands within a line of text.`, hint];
  }
  if (hasContent && !takesContent) return [`<${name}> has no content between tags.`, `Write <${name} … />.`];
  // The mark of a correction is empty where something was taken away.
  if (!hasContent && takesContent && name !== 'Correction')
    return [`<${name}> is empty.`, `Put what belongs to it between <${name}> and </${name}>.`];
  if (parent.type === 'heading' && name !== 'Value')
    return [`<${name}> stands in a heading.`, 'Put it below.'];
  return undefined;
}
