import { captionEndings, filmEndings } from '../picture/check-picture.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { JsxElement, Report } from './component-props.ts';
import { rangeOfName } from './component-props.ts';
import type { Reference } from './guide.ts';
import type { SourceKind } from './picture-source.ts';
import type { Tag } from './read-component.ts';
import { readSourceProp } from './read-picture.ts';
import { diagnose } from './rules.ts';

/** What the props of a `Video` name; a poster is a picture like any other. */
const sources: readonly { readonly prop: string; readonly kind: SourceKind | undefined }[] = [
  { prop: 'src', kind: { noun: 'film', endings: filmEndings } },
  { prop: 'poster', kind: undefined },
  { prop: 'captions', kind: { noun: 'file of captions', endings: captionEndings } },
];

/** Reads what a `Video` shows; the props that name files are keys of the content's pictures then. */
export function readVideoTag(
  file: SourceFile,
  node: JsxElement,
  tag: Extract<Tag, { kind: 'component' }>,
  report: Report,
): { readonly tag: Tag; readonly references: readonly Reference[] } {
  const { captions, silent } = tag.props;
  if ((captions === undefined) !== (silent === true)) report(captionsProblem(file, node, silent === true));
  const references: Reference[] = [];
  let props = tag.props;
  for (const { prop, kind } of sources) {
    if (props[prop] === undefined) continue;
    const reference = readSourceProp(file, node, { prop, written: String(props[prop]), kind }, report);
    if (!reference) return { tag: { kind: 'refused' }, references: [] };
    references.push(reference);
    if (reference.astray) return { tag: { kind: 'refused' }, references };
    props = { ...props, [prop]: reference.name };
  }
  return { tag: { ...tag, props }, references };
}

function captionsProblem(file: SourceFile, node: JsxElement, isSilent: boolean) {
  return diagnose({
    rule: 'guide/captions',
    file,
    range: rangeOfName(file, node),
    message: isSilent ? '<Video> is silent and has captions all the same.' : '<Video> has no captions.',
    hint: 'Write what is said into a file of WebVTT beside the post, for those who do not hear it: `captions="./rack.vtt"`. Only a film without a sound that says anything is left without: `silent`.',
  });
}
