/** An SVG with this in it. */
export const svg = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"${attributes}>${content}</svg>`;

/** What a drawing may have, of every kind. */
export const sound: Readonly<Record<string, string>> = {
  shapes:
    '<g class="f-none s-ink t-mono" transform="translate(1 2) rotate(-5 446 240)"><path d="M0 0h.01M3 -4e2"/></g>',
  gradient:
    '<defs><linearGradient id="a"><stop offset="10%" stop-color="rgb(1, 2, 3)"/></linearGradient></defs><rect fill="url(#a) red"/>',
  use: '<symbol id="s.1" viewBox="0 0 1 1"><circle r="1"/></symbol><use href="#s.1" x="2"/><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#s.1"/>',
  words:
    '<title>A &lt;b&gt; &amp; "c" ]]&gt; d</title><text x="1">1 &lt; 2 ]]&gt; <tspan dx="1">ü 😀</tspan></text>',
  filter:
    '<filter id="f"><feGaussianBlur stdDeviation="2"/><feMerge><feMergeNode in="SourceGraphic"/></feMerge></filter><g filter="url(\'#f\')"/>',
  clipping:
    '<clipPath id="c"><rect width="1" height="1"/></clipPath><mask id="m"><rect/></mask><g clip-path="url(#c)" mask="url(#m)"/>',
  picture: '<image width="1" height="1" href="data:image/png;base64,iVBORw0KGgo="/>',
};

/** What runs, loads or leads elsewhere, each with the words that are marked. */
export const active: readonly (readonly [content: string, marked: string])[] = [
  ['<script>alert(1)</script>', '<script'],
  ['<script href="x.js"/>', '<script'],
  ['<g onload="alert(1)"/>', 'onload="alert(1)"'],
  ["<g ONCLICK = 'a > b'/>", "ONCLICK = 'a > b'"],
  ['<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>', '<foreignObject'],
  ['<a href="javascript:alert(1)"><rect/></a>', '<a'],
  ['<animate attributeName="href" to="javascript:alert(1)"/>', '<animate'],
  ['<set attributeName="onclick" to="alert(1)"/>', '<set'],
  ['<feImage href="https://elsewhere.example/x.png"/>', '<feImage'],
  ['<use href="https://elsewhere.example/x.svg#a"/>', 'href="https://elsewhere.example/x.svg#a"'],
  ['<use href="other.svg#a"/>', 'href="other.svg#a"'],
  ['<use href="data:image/svg+xml,&lt;svg/>#a"/>', 'href="data:image/svg+xml,&lt;svg/>#a"'],
  [
    '<use xmlns:l="http://www.w3.org/1999/xlink" l:href="//elsewhere.example/#a"/>',
    'l:href="//elsewhere.example/#a"',
  ],
  ['<image href="/share.png"/>', 'href="/share.png"'],
  ['<image href="data:image/svg+xml;base64,AAAA"/>', 'href="data:image/svg+xml;base64,AAAA"'],
  ['<image href="data:text/html;base64,AAAA"/>', 'href="data:text/html;base64,AAAA"'],
  ['<linearGradient href="https://elsewhere.example/#a"/>', 'href="https://elsewhere.example/#a"'],
  ['<rect fill="url(https://elsewhere.example/#a)"/>', 'fill="url(https://elsewhere.example/#a)"'],
  ['<rect fill="url(other.svg#a)"/>', 'fill="url(other.svg#a)"'],
  [String.raw`<rect fill="u\72l(//elsewhere.example)"/>`, String.raw`fill="u\72l(//elsewhere.example)"`],
  ['<rect mask="image-set(\'x.png\' 1x)"/>', 'mask="image-set(\'x.png\' 1x)"'],
  [
    '<rect marker-start="url(#a) url(//elsewhere.example)"/>',
    'marker-start="url(#a) url(//elsewhere.example)"',
  ],
];

/** What would not be shown as it was drawn. */
export const unsupported: readonly (readonly [content: string, marked: string])[] = [
  ['<style>@import url(https://elsewhere.example/x.css);</style>', '<style'],
  ['<rect style="fill:red"/>', 'style="fill:red"'],
  ['<rect class="masthead"/>', 'class="masthead"'],
  ['<rect class="f-ink masthead"/>', 'class="f-ink masthead"'],
  ['<p>a</p>', '<p'],
  ['<rect tabindex="0"/>', 'tabindex="0"'],
  ['<g xmlns="http://www.w3.org/1999/xhtml"/>', 'xmlns="http://www.w3.org/1999/xhtml"'],
  ['<s:script xmlns:s="http://www.w3.org/2000/svg"/>', '<s:script'],
  ['<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', '<h:script'],
  ['<nobody:script/>', '<nobody:script'],
  ['<title><title><rect/></title></title>', '<title'],
  ['<desc><image href="data:image/png;base64,AA=="/></desc>', '<image'],
  ['<rect id="a b"/>', 'id="a b"'],
  ['<rect fill="red;stroke:blue"/>', 'fill="red;stroke:blue"'],
  ['<rect stroke-dasharray="&lt;/title&gt;"/>', 'stroke-dasharray="&lt;/title&gt;"'],
  ['<rect constructor="a"/>', 'constructor="a"'],
  ['<__proto__/>', '<__proto__'],
];

/** What is no SVG at all, whole files. */
export const broken: readonly string[] = [
  '',
  'A word.',
  '<html/>',
  '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
  svg('<g>'),
  svg('</svg></div><script>alert(1)</script>'),
  svg('<path d=M0/>'),
  svg('<text>a & b</text>'),
  svg('&nbsp;'),
  `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;')}`,
  svg('\u000b'),
  svg('\u001b[31m'),
  svg('\u0000'),
  svg('\ud800'),
  svg('&#xFFFF;'),
  svg('\ufffe'),
  svg('<g>'.repeat(200) + '</g>'.repeat(200)),
  svg('<g>'.repeat(100_000)),
  svg('<path d="M0 0"/>'.repeat(40_000)),
  svg('<g id="a"><use href="#a"/></g>'),
  svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
  svg(
    '<g id="a0"><rect/></g>' +
      Array.from(
        { length: 19 },
        (_, at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(10)}</g>`,
      ).join(''),
  ),
  svg(
    '<pattern id="p0"><rect/></pattern>' +
      Array.from(
        { length: 15 },
        (_, at) => `<pattern id="p${at + 1}">${`<rect fill="url(#p${at})"/>`.repeat(10)}</pattern>`,
      ).join(''),
  ),
  svg(Array.from({ length: 5000 }, (_, at) => `<g id="b${at}"><use href="#b${at + 1}"/></g>`).join('')),
];
