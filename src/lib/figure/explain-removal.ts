import type { Removal } from './find-removed.ts';

/** Why something cannot be in a drawing, and what to do. */
export interface RemovalReason {
  /** Whether it would run, load or lead elsewhere; else it only has no place here. */
  readonly active: boolean;
  readonly message: string;
  readonly hint: string;
}

const activeElements: Readonly<Record<string, string>> = {
  script: 'A drawing runs nothing. Remove it.',
  handler: 'A drawing runs nothing. Remove it.',
  foreignObject: 'Write its words as `<text>`.',
  a: 'A drawing leads nowhere. Put the link into the caption or the text.',
  animate: 'Draw the state that is to be seen.',
  animateMotion: 'Draw the state that is to be seen.',
  animateTransform: 'Draw the state that is to be seen.',
  animateColor: 'Draw the state that is to be seen.',
  set: 'Draw the state that is to be seen.',
  discard: 'Draw the state that is to be seen.',
  feImage: 'A drawing loads nothing. Draw it within the file.',
  iframe: 'A drawing loads nothing. Remove it.',
  audio: 'A drawing loads nothing. Remove it.',
  video: 'A drawing loads nothing. Remove it.',
};

export function explainRemoval({ element, attribute }: Removal): RemovalReason {
  const tag = `<${element.tagName.replace(/^(?:title|desc) /, () => '')}>`;
  if (attribute === undefined) return explainElement(element.tagName, tag);
  const value = String(element.properties[attribute]);
  const active = (message: string, hint: string) => ({ active: true, message, hint });
  const unsupported = (message: string, hint: string) => ({ active: false, message, hint });
  if (/^on/i.test(attribute))
    return active(`“${attribute}” of ${tag} runs a script.`, 'A drawing runs nothing. Remove it.');
  if (attribute === 'href') {
    return element.tagName === 'image'
      ? active(
          `“href” of ${tag} is no picture of pixels within the file.`,
          'Draw it, or embed a PNG, JPEG, GIF, WebP or AVIF: `href="data:image/png;base64,…"`.',
        )
      : active(`“href” of ${tag} leads out of the drawing.`, 'Name a part of the same file: `href="#id"`.');
  }
  if (attribute === 'xmlns')
    return unsupported(`${tag} is not of SVG: its “xmlns” says so.`, 'Remove “xmlns”, or the element.');
  if (/url\s*\(|image-set\s*\(|\bsrc\s*\(|javascript\s*:|\/\/|\\/i.test(value))
    return active(
      `“${attribute}” of ${tag} could load something from elsewhere.`,
      'Name a part of the same file, `url(#id)`, or a colour.',
    );
  switch (attribute) {
    case 'style':
      return unsupported(
        `“style” of ${tag} has no effect: pages take no styles from within a drawing.`,
        'Write each property as an attribute: `fill="none"`; for a colour of the site use its class, `class="f-signal"`.',
      );
    case 'class':
      return unsupported(
        `“class” of ${tag} has a word that is no class of the site’s drawings.`,
        'Use `f-…` for fills, `s-…` for strokes and `t-…` for type, as src/styles/figures.css lists them.',
      );
    default:
      return unsupported(
        `“${attribute}” of ${tag} is not an attribute, or has no value, that drawings here can have.`,
        'Remove it, or write a plain number, word or colour.',
      );
  }
}

function explainElement(name: string, tag: string): RemovalReason {
  const hint = Object.hasOwn(activeElements, name) ? activeElements[name] : undefined;
  if (hint !== undefined)
    return {
      active: true,
      message: `${tag} cannot be in a drawing: it would run, load or lead elsewhere.`,
      hint,
    };
  if (name === 'style')
    return {
      active: false,
      message: `${tag} has no effect: pages take no styles from within a drawing.`,
      hint: 'Write attributes, `fill="none"`, and for colours of the site its classes, `class="f-signal"`.',
    };
  if (/^(?:title|desc) /.test(name))
    return {
      active: false,
      message: `${tag} stands within words, which hold text alone.`,
      hint: 'Write its text without it.',
    };
  return {
    active: false,
    message: `${tag} is not an element that drawings here can have.`,
    hint: name.includes(':')
      ? 'Write elements of SVG without a prefix.'
      : 'Draw it with paths, shapes and text, or remove it.',
  };
}
