import { XmlError, parseXml } from '@rgrove/parse-xml';
import type { Element } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import type { Diagnostic, Reading } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { findReferenceProblem } from './count-drawn.ts';
import { explainRemoval } from './explain-removal.ts';
import type { Figure } from './figure.ts';
import { findRemoved } from './find-removed.ts';
import { limits } from './limits.ts';
import { diagnose } from './rules.ts';
import { schema } from './schema.ts';
import { svgTree } from './svg-tree.ts';
import { writeContent } from './write-content.ts';

/**
 * Reads an SVG drawing and proves that nothing in it runs, loads or leads elsewhere; `value` is undefined where it does not hold. The
 * sanitiser's result is what is shown; whatever it takes away is an error at its place, so that no drawing is changed in silence.
 */
export function readFigure(file: SourceFile): Reading<Figure | undefined> {
  const parsed = parse(file);
  if ('problem' in parsed) return { value: undefined, diagnostics: [parsed.problem] };
  const { tree, stylesheet } = parsed;
  const clean = sanitize(tree, schema);
  const safe = clean.type === 'element' ? clean : undefined;
  const diagnostics = [...(stylesheet ? [stylesheet] : []), ...removalProblems(file, tree, safe)];
  if (diagnostics.length === 0 && safe)
    for (const problem of referenceProblems(file, safe)) diagnostics.push(problem);
  if (diagnostics.length > 0 || !safe) return { value: undefined, diagnostics };
  const { id: _id, ...attributes } = safe.properties;
  return {
    value: {
      id: file.path.replace(/^.*[\\/]/, () => '').replace(/\.svg$/, () => ''),
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [name, String(value)]),
      ),
      content: writeContent(safe),
    },
    diagnostics: [],
  };
}

interface ParsedSvg {
  readonly tree: Element;
  /** What is wrong with a stylesheet that the file asks for. */
  readonly stylesheet: Diagnostic | undefined;
}

function parse(file: SourceFile): ParsedSvg | { readonly problem: Diagnostic } {
  const { text } = file;
  if (text.length > limits.length)
    return syntaxProblem(
      file,
      0,
      `The drawing has ${text.length} characters; at most ${limits.length} are read.`,
      'Draw less, or round its numbers.',
    );
  try {
    const document = parseXml(text, { includeOffsets: true });
    const { root, children } = document;
    if (root?.name !== 'svg')
      return syntaxProblem(
        file,
        root?.start ?? 0,
        `The file is no SVG: it begins with <${root?.name ?? ''}>, and <svg> is expected.`,
        'Save the drawing as plain SVG.',
      );
    const tree = svgTree(root);
    if (!tree) return tooDeep(file);
    const sheet = children.find((node) => node.type === 'pi' && node.toJSON()['name'] === 'xml-stylesheet');
    return { tree, stylesheet: sheet && stylesheetProblem(file, sheet) };
  } catch (error) {
    // The parser calls itself for every element within another.
    if (error instanceof RangeError) return tooDeep(file);
    if (!(error instanceof XmlError)) throw error;
    const reason = error.message.replace(/ \(line \d+, column \d+\)\n[^]*$/, () => '');
    return syntaxProblem(
      file,
      offsetOf(text, error.pos),
      `The SVG cannot be read: ${reason}.`,
      'Close every tag, quote every value, and write `&amp;` and `&lt;` for & and <.',
    );
  }
}

function tooDeep(file: SourceFile): { readonly problem: Diagnostic } {
  return syntaxProblem(
    file,
    0,
    `Elements of the drawing lie more than ${limits.depth} deep in each other.`,
    'Take groups apart that hold only a group.',
  );
}

function syntaxProblem(
  file: SourceFile,
  at: number,
  message: string,
  hint: string,
): { readonly problem: Diagnostic } {
  return {
    problem: diagnose({ rule: 'figure/syntax', file, range: rangeAt(file, at, at + 1), message, hint }),
  };
}

/** The parser counts code points, a file UTF-16 code units. */
function offsetOf(text: string, codePoints: number): number {
  let offset = 0;
  for (let count = 0; count < codePoints && offset < text.length; count++)
    offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  return offset;
}

function stylesheetProblem(file: SourceFile, { start, end }: { start: number; end: number }): Diagnostic {
  return diagnose({
    rule: 'figure/active-content',
    file,
    range: rangeAt(file, start, end),
    message: 'The drawing asks for a stylesheet from elsewhere.',
    hint: 'Remove it, and use the classes of src/styles/figures.css.',
  });
}

/** Each thing once, at its first place: a program that draws writes the same on every line. */
function removalProblems(file: SourceFile, tree: Element, safe: Element | undefined): Diagnostic[] {
  const places = new Map<string, { readonly first: Diagnostic; count: number }>();
  for (const removal of findRemoved(tree, safe)) {
    const { active, message, hint } = explainRemoval(removal);
    const known = places.get(message);
    if (known) known.count++;
    else {
      const { start, end } = placeOf(
        file.text,
        removal.element.position?.start.offset ?? 0,
        removal.attribute,
      );
      const rule = active ? 'figure/active-content' : 'figure/unsupported';
      const first = diagnose({ rule, file, range: rangeAt(file, start, end), message, hint });
      places.set(message, { first, count: 1 });
    }
  }
  return [...places.values()].map(({ first, count }) =>
    count === 1 ? first : { ...first, why: `It stands ${count} times in the file.` },
  );
}

function referenceProblems(file: SourceFile, safe: Element): Diagnostic[] {
  const problem = findReferenceProblem(safe);
  if (!problem) return [];
  const { start, end } = placeOf(file.text, problem.element.position?.start.offset ?? 0, undefined);
  const tag = `<${problem.element.tagName}>`;
  const [message, hint] =
    problem.kind === 'circle'
      ? [`References lead from ${tag} back to itself.`, 'Draw it without the reference.']
      : [
          `With all that its references stand for, ${tag} is more than a browser draws: over ${limits.drawn} elements, or ${limits.references} references one behind the other.`,
          'Draw less of it.',
        ];
  return [diagnose({ rule: 'figure/syntax', file, range: rangeAt(file, start, end), message, hint })];
}

/** Of `<name`, or of the attribute of that name in its tag; `xlink:href` is read as `href`. */
function placeOf(text: string, at: number, attribute: string | undefined): { start: number; end: number } {
  const name = /^<[^\s/>]*/.exec(text.slice(at, at + 200))?.[0] ?? '<';
  const tag = { start: at, end: at + name.length };
  if (attribute === undefined) return tag;
  const pattern = /\s+(([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*'))/y;
  pattern.lastIndex = tag.end;
  let prefixed: typeof tag | undefined;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const place = { start: pattern.lastIndex - match[1]!.length, end: pattern.lastIndex };
    if (match[2] === attribute) return place;
    if (match[2]!.endsWith(`:${attribute}`)) prefixed ??= place;
  }
  return prefixed ?? tag;
}
