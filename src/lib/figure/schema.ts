import type { Schema } from 'hast-util-sanitize';

// What a drawing may be made of, as the sanitiser reads it. Lists of what is allowed: SVG 2 without scripts, links, animation,
// foreign content, styles and everything that loads. https://www.w3.org/TR/SVG2/

const shapes = ['circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'rect'];
const texts = ['text', 'textPath', 'tspan', 'title', 'desc'];
const structure = ['svg', 'g', 'defs', 'symbol', 'use', 'image', 'clipPath', 'mask', 'marker', 'pattern'];
const paints = ['linearGradient', 'radialGradient', 'stop'];
const filters = [
  ...['filter', 'feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix'],
  ...['feDiffuseLighting', 'feDisplacementMap', 'feDistantLight', 'feDropShadow', 'feFlood', 'feFuncA'],
  ...[
    'feFuncB',
    'feFuncG',
    'feFuncR',
    'feGaussianBlur',
    'feMerge',
    'feMergeNode',
    'feMorphology',
    'feOffset',
  ],
  ...['fePointLight', 'feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence'],
];

/** Numbers, lengths, lists of them, words of the language: nothing that CSS would read as more. */
const plain = [
  ...[
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'fx',
    'fy',
    'fr',
    'dx',
    'dy',
    'd',
    'points',
  ],
  ...['width', 'height', 'viewBox', 'preserveAspectRatio', 'pathLength', 'rotate', 'offset', 'overflow'],
  ...['startOffset', 'method', 'spacing', 'side', 'textLength', 'lengthAdjust', 'refX', 'refY', 'orient'],
  ...['markerWidth', 'markerHeight', 'markerUnits', 'clipPathUnits', 'maskUnits', 'maskContentUnits'],
  ...[
    'patternUnits',
    'patternContentUnits',
    'gradientUnits',
    'spreadMethod',
    'filterUnits',
    'primitiveUnits',
  ],
  ...['opacity', 'fill-opacity', 'fill-rule', 'stroke-width', 'stroke-opacity', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'stop-opacity'],
  ...['flood-opacity', 'clip-rule', 'paint-order', 'vector-effect', 'visibility', 'display', 'mask-type'],
  ...['shape-rendering', 'text-rendering', 'image-rendering', 'color-interpolation', 'isolation'],
  ...[
    'color-interpolation-filters',
    'mix-blend-mode',
    'font-family',
    'font-size',
    'font-style',
    'font-weight',
  ],
  ...['font-stretch', 'font-variant', 'font-size-adjust', 'letter-spacing', 'word-spacing', 'text-anchor'],
  ...['text-decoration', 'dominant-baseline', 'alignment-baseline', 'baseline-shift', 'writing-mode'],
  ...['direction', 'unicode-bidi', 'white-space', 'text-overflow', 'xml:space', 'lang', 'xml:lang'],
  ...[
    'in',
    'in2',
    'result',
    'mode',
    'type',
    'values',
    'operator',
    'k1',
    'k2',
    'k3',
    'k4',
    'order',
    'divisor',
  ],
  ...['kernelMatrix', 'kernelUnitLength', 'bias', 'targetX', 'targetY', 'edgeMode', 'preserveAlpha'],
  ...['surfaceScale', 'diffuseConstant', 'specularConstant', 'specularExponent', 'scale', 'radius'],
  ...['xChannelSelector', 'yChannelSelector', 'azimuth', 'elevation', 'pointsAtX', 'pointsAtY', 'pointsAtZ'],
  ...['z', 'limitingConeAngle', 'tableValues', 'slope', 'intercept', 'amplitude', 'exponent', 'stdDeviation'],
  ...['baseFrequency', 'numOctaves', 'seed', 'stitchTiles'],
];
const plainValue = /^[^\\()<>]*$/;

const colours = ['fill', 'stroke', 'color', 'stop-color', 'flood-color', 'lighting-color'];
const references = ['clip-path', 'mask', 'filter', 'marker-start', 'marker-mid', 'marker-end', 'marker'];
const transforms = ['transform', 'gradientTransform', 'patternTransform', 'transform-origin'];

/** A name of a part of the drawing. */
const id = /[^\s#"'()<>\\%&]+/.source;
const color = String.raw`(?:(?:rgb|hsl)a?\([-\d\s.,%/a-z]*\)|[#\w-]+)`;
const url = String.raw`url\(\s*(?:#${id}|"#${id}"|'#${id}')\s*\)`;
const colourValue = new RegExp(String.raw`^\s*(?:${url}(?:\s+${color})?|${color})\s*$`, 'i');
const referenceValue = new RegExp(String.raw`^\s*(?:${url}|none|inherit)\s*$`, 'i');
const transformValue =
  /^(?:[\s,]*(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([-+\d\s.,e]*\))*[-+\d\s.,%a-z]*$/i;

const local = new RegExp(`^#${id}$`);
/** A picture of pixels within the file. Another SVG could have anything in it. */
const raster = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=\s]+$/;

export const schema: Schema = {
  tagNames: [...shapes, ...texts, ...structure, ...paints, ...filters],
  attributes: {
    '*': [
      ['id', new RegExp(`^${id}$`)],
      // The classes of the site's drawings: fills, strokes and types. Any other would reach into the page's own styles.
      ['class', /^\s*[fst]-[a-z-]+(?:\s+[fst]-[a-z-]+)*\s*$/],
      ...plain.map((name): [string, RegExp] => [name, plainValue]),
      ...colours.map((name): [string, RegExp] => [name, colourValue]),
      ...references.map((name): [string, RegExp] => [name, referenceValue]),
      ...transforms.map((name): [string, RegExp] => [name, transformValue]),
    ],
    ...Object.fromEntries(
      ['use', 'textPath', 'pattern', 'filter', ...paints].map((name) => [name, [['href', local]]]),
    ),
    image: [['href', raster]],
  },
  // What goes, goes with all that it holds: what is left of it would not be what was drawn.
  strip: null,
  ancestors: {},
  clobber: [],
  protocols: {},
  required: {},
};
