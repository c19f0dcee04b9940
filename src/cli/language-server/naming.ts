import { relative } from 'node:path';
import type {
  Location,
  Position as ProtocolPosition,
  Range as ProtocolRange,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { LabNameTarget } from '../../lib/assist/lab-names.ts';
import {
  createSourceFile,
  fieldsOfYaml,
  fieldOfValue,
  labIdentifier,
  labNameInLab,
  labNameInPost,
  labNamesInLab,
  labNamesInPost,
  labOfPost,
  placeInContent,
  placesOf,
  rangeAt,
} from '../../lib/engine.ts';
import { contentFolder, withSlashes } from '../../workspace/paths.ts';
import { offsetAt } from './assisting.ts';
import type { LiveContent } from './live-content.ts';
import { protocolRange, uriOf } from './protocol-values.ts';

// What a lab calls its devices, networks and values, in its file and in all posts about it.

interface NamedThing {
  readonly lab: string;
  readonly target: LabNameTarget;
}

function namedAt(content: LiveContent, path: string, place: ProtocolPosition): NamedThing | undefined {
  const text = content.texts.read(path);
  if (text === undefined) return undefined;
  const offset = offsetAt(createSourceFile(path, text), place);
  if (content.kindOf(path) === 'lab') {
    const lab = placeInContent(withSlashes(relative(contentFolder, path)))?.id;
    const target =
      lab === undefined ? undefined : labNameInLab(text, offset, content.labs().get(lab), fieldsOfYaml(text));
    return lab === undefined || !target ? undefined : { lab, target };
  }
  const lab = content.kindOf(path) === 'post' ? labOfPost(text) : undefined;
  const target = lab === undefined ? undefined : labNameInPost(text, offset);
  return lab === undefined || !target ? undefined : { lab, target };
}

/** Where a thing is named, by the files' paths; `own` is whether its own name in the lab is one of them. */
function namesOf(content: LiveContent, { lab, target }: NamedThing): Map<string, ProtocolRange[]> {
  const found = new Map<string, ProtocolRange[]>();
  const put = (
    path: string,
    text: string,
    places: readonly { readonly start: number; readonly end: number }[],
  ) => {
    const file = createSourceFile(path, text);
    if (places.length > 0)
      found.set(
        path,
        places.map(({ start, end }) => protocolRange(rangeAt(file, start, end))),
      );
  };
  const file = content.findData('labs', lab);
  const text = file === undefined ? undefined : content.texts.read(file);
  if (file !== undefined && text !== undefined) {
    const whole = content.labs().get(lab);
    const field =
      target.path !== undefined && whole !== undefined ? fieldOfValue(whole, target.path) : undefined;
    const [start, end] = field === undefined ? [0, 0] : fieldsOfYaml(text)(field);
    put(file, text, target.path === undefined ? placesOf(target, labNamesInLab(text)) : [{ start, end }]);
  }
  for (const path of content.postsOf(lab)) {
    const own = content.texts.read(path) ?? '';
    put(path, own, placesOf(target, labNamesInPost(own)));
  }
  return found;
}

export function references(content: LiveContent, path: string, place: ProtocolPosition): Location[] {
  const thing = namedAt(content, path, place);
  if (!thing) return [];
  return [...namesOf(content, thing)].flatMap(([file, ranges]) =>
    ranges.map((range) => ({ uri: uriOf(file), range })),
  );
}

/** What is renamed at a place; null where nothing of it can be. */
export function renameable(
  content: LiveContent,
  path: string,
  place: ProtocolPosition,
): ProtocolRange | null {
  const thing = namedAt(content, path, place);
  if (!thing || thing.target.path !== undefined) return null;
  const isHere = ({ start, end }: ProtocolRange) =>
    start.line === place.line && start.character <= place.character && place.character <= end.character;
  return namesOf(content, thing).get(path)?.find(isHere) ?? null;
}

export function rename(
  content: LiveContent,
  path: string,
  place: ProtocolPosition,
  name: string,
): WorkspaceEdit | ResponseError {
  const refused = (message: string) => new ResponseError(LSPErrorCodes.RequestFailed, message);
  const thing = namedAt(content, path, place);
  if (!thing || thing.target.path !== undefined)
    return refused('Here stands no name of a device, a network or a value of the lab.');
  if (!labIdentifier.test(name))
    return refused(
      `“${name}” is no name of a lab: write lower-case letters, digits and hyphens, a letter first, for example storage-2.`,
    );
  const { lab, target } = thing;
  const file = content.findData('labs', lab);
  const text = file === undefined ? undefined : content.texts.read(file);
  if (text === undefined) return refused(`The lab “${lab}” cannot be read.`);
  const isTaken = labNamesInLab(text).some((one) => one.kind === target.kind && one.name === name);
  if (isTaken && name !== target.name)
    return refused(`The lab “${lab}” has “${name}” already: choose another name.`);
  return {
    changes: Object.fromEntries(
      [...namesOf(content, thing)].map(([one, ranges]) => [
        uriOf(one),
        ranges.map((range) => ({ range, newText: name })),
      ]),
    ),
  };
}
