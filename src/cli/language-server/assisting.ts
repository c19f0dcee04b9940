import type {
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position as ProtocolPosition,
} from 'vscode-languageserver/node';
import { CompletionItemKind, MarkupKind, SymbolKind } from 'vscode-languageserver/node';
import type { NamedPlace, Suggestion, SuggestionKind } from '../../lib/assist/assist.ts';
import type { OutlineItem } from '../../lib/assist/outline.ts';
import {
  createSourceFile,
  definitionAt,
  fieldsOfYaml,
  outlineOf,
  rangeAt,
  suggestInData,
} from '../../lib/engine.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';
import type { LiveContent } from './live-content.ts';
import { protocolRange, uriOf } from './protocol-values.ts';

// What an editor asks about a place of an open text.

/** The offset of a place that an editor names; behind the end of a line it is that end. */
export function offsetAt({ text, lineStarts }: SourceFile, { line, character }: ProtocolPosition): number {
  const start = lineStarts[line];
  if (start === undefined) return text.length;
  const end = lineStarts[line + 1] ?? text.length;
  return Math.min(start + character, end);
}

export function completion(
  content: LiveContent,
  path: string,
  place: ProtocolPosition,
): CompletionList | null {
  const post = content.written(path);
  const text = content.texts.open.get(path);
  if (text === undefined) return null;
  const file = post?.file ?? createSourceFile(path, text);
  const offset = offsetAt(file, place);
  const kind = content.kindOf(path);
  const found = post
    ? content.engine.suggestAt(post, offset)
    : kind === 'lab' || kind === 'comparison' || kind === 'site'
      ? suggestInData(file, kind, offset)
      : undefined;
  if (!found) return null;
  const range = protocolRange(found.range);
  return {
    isIncomplete: found.isCut,
    items: found.items.map((item, index) => completionItem(item, index, range)),
  };
}

const kinds: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  command: CompletionItemKind.Function,
  parameter: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  keyword: CompletionItemKind.Keyword,
  'lab-value': CompletionItemKind.Variable,
  component: CompletionItemKind.Class,
  property: CompletionItemKind.Property,
  device: CompletionItemKind.Module,
  rule: CompletionItemKind.Reference,
  field: CompletionItemKind.Field,
  file: CompletionItemKind.File,
};

function completionItem(
  { label, kind, detail, text = label }: Suggestion,
  index: number,
  range: ReturnType<typeof protocolRange>,
): CompletionItem {
  return {
    label,
    kind: kinds[kind],
    ...(detail !== '' && { detail }),
    // In the order that they have, whatever an editor would make of their names.
    sortText: String(index).padStart(4, '0'),
    filterText: label,
    textEdit: { range, newText: text },
  };
}

export function hover(content: LiveContent, path: string, place: ProtocolPosition): Hover | null {
  const post = content.written(path);
  const note = post && content.engine.describeAt(post, offsetAt(post.file, place));
  if (!note) return null;
  // An item of a list stands on its line; everything else is a paragraph.
  const value = note.lines.reduce((all, line, index) => {
    const isInList = line.startsWith('- ') && note.lines[index - 1]?.startsWith('- ');
    return all + (index === 0 ? '' : isInList ? '\n' : '\n\n') + line;
  }, '');
  return { contents: { kind: MarkupKind.Markdown, value }, range: protocolRange(note.range) };
}

export function definition(content: LiveContent, path: string, place: ProtocolPosition): Location | null {
  const post = content.written(path);
  const lead = post && definitionAt(post, offsetAt(post.file, place));
  const found = lead && targetOf(content, lead.to);
  if (!lead || !found) return null;
  const range = protocolRange(rangeAt(found.file, found.start, found.end));
  return { uri: uriOf(found.path), range };
}

function targetOf(content: LiveContent, to: NamedPlace) {
  const path =
    to.kind === 'post'
      ? content.posts.find(to.ref)
      : content.findData(to.kind === 'lab' ? 'labs' : 'comparisons', to.id);
  const text = path === undefined ? undefined : content.texts.read(path);
  if (path === undefined || text === undefined) return undefined;
  const file = createSourceFile(path, text);
  if (to.kind === 'lab') {
    const [start, end] = fieldsOfYaml(text)(to.field);
    return { path, file, start, end };
  }
  const step =
    to.kind === 'post' && to.anchor !== undefined
      ? content.posts.guideOf(path)?.steps.find(({ anchor }) => anchor === to.anchor)
      : undefined;
  return step
    ? { path, file, start: step.range.start.offset, end: step.range.end.offset }
    : { path, file, start: 0, end: 0 };
}

export function symbols(content: LiveContent, path: string): DocumentSymbol[] {
  const guide = content.kindOf(path) === 'post' ? content.posts.guideOf(path) : undefined;
  return guide ? outlineOf(guide).map(symbolOf) : [];
}

function symbolOf({ kind, name, detail, range, selection, children }: OutlineItem): DocumentSymbol {
  return {
    name,
    detail,
    kind: kind === 'step' ? SymbolKind.Module : SymbolKind.Function,
    range: protocolRange(range),
    selectionRange: protocolRange(selection),
    children: children.map(symbolOf),
  };
}

/** Steps and blocks can be folded. */
export function folds(content: LiveContent, path: string): FoldingRange[] {
  const foldOf = ({ range, children }: DocumentSymbol): FoldingRange[] => [
    {
      startLine: range.start.line,
      endLine: Math.max(range.start.line, range.end.line - (range.end.character === 0 ? 1 : 0)),
    },
    ...(children ?? []).flatMap(foldOf),
  ];
  return symbols(content, path).flatMap(foldOf);
}
