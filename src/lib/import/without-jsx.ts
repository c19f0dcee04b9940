import { asideKindOf } from '../guide/extensions/aside-kinds.ts';
import type { Told } from './import-report.ts';
import { withoutDeepIndents } from './mdx-indentation.ts';
import { pictureEnding } from './prepare-html.ts';
import { changeProse, lineOfOffset } from './prose-of.ts';
import { escapeHtml, padded } from './shortcode.ts';

const importedFile = /^import\s+(\w+)\s+from\s*['"]([^'"\n]+)['"]/;

/** What an element of JSX has for its look, and for programs. */
const ofJsx = /\s+((?:style|className|on[A-Z]\w*|key|ref)=(?:\{(?:[^{}]|\{[^{}]*\})*\}|"[^"]*"|'[^']*'))/g;

/** MDX, and Markdown that is read as MDX, as Markdown: line for line. Programs in it are told, and the text within components is kept. */
export function withoutJsx(text: string, { path, line }: { path: string; line: number }, all: Told): string {
  const made = withoutPrograms(text, line, all);
  return path.endsWith('.mdx') || hasPrograms(text) ? withoutDeepIndents(made) : made;
}

/** Components, programs and what is imported are signs of MDX; without them a text is Markdown, indented listings and all. */
function hasPrograms(text: string): boolean {
  const prose = text.replace(/^[ \t]*(`{3,}|~{3,})[\s\S]*?^[ \t]*\1[ \t]*$/gm, '').replace(/`[^`\n]+`/g, '');
  return /^(?:import|export)\s.+(?:from|=|\()|<[A-Z][\w.]*(?=[\s/>])|\{\/\*/m.test(prose);
}

function withoutPrograms(text: string, line: number, all: Told): string {
  return changeProse(text, all, (prose, first, told) => {
    const at = (offset: number) => line + lineOfOffset(prose, offset, first);
    const pictures = new Map<string, string>();
    const links: string[] = [];
    return prose
      .replace(
        /^(?:import\s[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*?from\s*['"][^'"\n]+['"];?|import\s*['"][^'"\n]+['"];?)[ \t]*$/gm,
        (written: string, offset: number) => {
          const [, name, path] = importedFile.exec(written) ?? [];
          if (name !== undefined && path !== undefined && pictureEnding.test(path)) {
            pictures.set(name, path);
            told.change('import', at(offset), written, path, 'It is a picture, shown where it is named.');
            return padded('', written);
          }
          told.lose(
            'import',
            at(offset),
            written,
            'A post is no program: what it shows of other files is told where it shows it.',
          );
          return padded('', written);
        },
      )
      .replace(
        /^export\s+(?:const|let|var|default|function)\b[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*/gm,
        (written: string, offset: number) => {
          told.lose('export', at(offset), written.slice(0, 2000), 'A post is no program.');
          return padded('', written);
        },
      )
      .replace(/\{\/\*([\s\S]*?)\*\/\}/g, (written: string, inside: string, offset: number) => {
        if (/^\s*(?:truncate|more)\s*$/i.test(inside)) return '<!-- more -->';
        told.lose('comment', at(offset), inside.trim(), 'It is not shown.');
        return padded('', written);
      })
      .replace(/<!--\s*truncate\s*-->/gi, '<!-- more -->')
      .replace(
        /\b(src|href|to)=\{\s*(?:(?:require|useBaseUrl|withBase)\(\s*)?(?:"([^"{}\n]*)"|'([^'{}\n]*)'|(\w+))\s*\)?(?:\.default|\.src)?\s*\}/g,
        (written: string, name: string, double?: string, single?: string, variable?: string) => {
          const path = double ?? single ?? pictures.get(variable ?? '');
          return path === undefined ? written : `${name}="${path}"`;
        },
      )
      .replace(
        /^([ \t]*:{3,})[ \t]*([a-z]+)[ \t]*(?:\[([^\]\n]*)\]|\{[^}\n]*title="([^"\n]*)"[^}\n]*\}|([^\n[{]+))?[ \t]*$/gim,
        (
          written: string,
          marks: string,
          word: string,
          inBrackets?: string,
          inBraces?: string,
          bare?: string,
        ) => {
          const title = (inBrackets ?? inBraces ?? bare ?? '').trim().replace(/[[\]]/g, '');
          const kind = asideKindOf(word) === undefined && word !== 'details' ? 'note' : word;
          return written.trim() === marks.trim()
            ? written
            : `${marks}${kind}${title === '' ? '' : `[${title}]`}`;
        },
      )
      .replace(
        /<(\/?)([A-Z][\w.]*)((?:[^<>{}"']|"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*?)(\/?)>/g,
        (written: string, closing: string, name: string, rest: string, alone: string, offset: number) =>
          padded(
            onItsLine(
              componentText(name, closing !== '', rest, alone !== '', written, at(offset), told, links),
              prose,
              offset,
              written.length,
            ),
            written,
          ),
      )
      .replace(
        /<[a-z][\w-]*\b(?:[^<>{}"']|"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*>/g,
        (written: string, offset: number) => {
          const made = written.replace(ofJsx, (_, attribute: string) => {
            told.lose('look', at(offset), attribute, 'All posts look alike here, and nothing in them runs.');
            return '';
          });
          // A blank line would end the tag, or the paragraph that it stands in.
          return prose[offset + written.length] === '\n' ? padded(made, written) : made;
        },
      );
  });
}

/** What only begins and ends lines of its own gets them, whatever it stood among. */
function onItsLine(made: string, prose: string, offset: number, length: number): string {
  if (!/^(?::::|```)/.test(made)) return made;
  const isAfterWords = /\S[^\n]*$/.test(
    prose.slice(Math.max(0, offset - 200), offset).replace(/^[^]*\n/, ''),
  );
  const isBeforeWords = /^[ \t]*\S/.test(prose.slice(offset + length, offset + length + 200));
  return `${isAfterWords ? '\n' : ''}${made}${isBeforeWords ? '\n' : ''}`;
}

function componentText(
  name: string,
  isClosing: boolean,
  rest: string,
  isAlone: boolean,
  written: string,
  line: number,
  told: Told,
  links: string[],
): string {
  const of = (key: string) =>
    new RegExp(`\\b${key}=(?:"([^"]*)"|'([^']*)'|\\{["'\`]([^"'\`]*)["'\`]\\})`)
      .exec(rest)
      ?.slice(1)
      .find((one) => one !== undefined) ?? '';
  if (/^(?:Tabs|TabGroup|SyncTabs|CodeGroup|Steps|CardGrid|Fragment)$/.test(name)) return '';
  if (/^(?:TabItem|Tab)$/.test(name)) {
    if (isClosing) return '';
    const label = of('label') || of('value') || of('title');
    told.change('tab', line, written, `**${label}**`, 'What stands in tabs stands one below the other here.');
    return label === '' ? '' : `**${label}**\n`;
  }
  if (/^(?:Link|NavLink|LinkButton|Button|Anchor)$/.test(name) && !isAlone) {
    if (isClosing) return links.pop() ?? '';
    const url = of('to') || of('href');
    links.push(url === '' ? '' : '</a>');
    if (url !== '') return `<a href="${escapeHtml(url)}">`;
  }
  if (/^(?:Badge|Tag|Pill)$/.test(name) && isAlone && of('text') !== '') {
    told.change('component', line, written, of('text'), 'Its words are kept.');
    return of('text');
  }
  if (name === 'Code' && isAlone) {
    const code = /\bcode=\{`([^`]*)`\}/.exec(rest)?.[1] ?? of('code');
    if (code !== '' && !code.includes('\uE010')) {
      told.change('component', line, written, code, 'It is a listing.');
      return `\`\`\`${of('lang')}\n${code}\n\`\`\``;
    }
  }
  if (
    /^(?:Aside|Admonition|Callout|Alert(?:Box)?|Note|Warning|Tip|Info|Danger|Caution)$/.test(name) &&
    !isAlone
  ) {
    if (isClosing) return ':::';
    const kind =
      ['type', 'variant', 'kind', 'intent'].map((key) => asideKindOf(of(key))).find(Boolean) ??
      asideKindOf(name) ??
      'note';
    return `:::${kind}${of('title') === '' ? '' : `[${of('title').replace(/[[\]]/g, '')}]`}`;
  }
  if (/^(?:Image|Img|Figure|ThemedImage)$/.test(name) && of('src') !== '')
    return `![${of('alt') || of('caption')}](${of('src')})`;
  if (/^(?:Card|LinkCard|LinkButton)$/.test(name) && !isClosing && of('title') !== '') {
    told.change('component', line, written, of('title'), 'Its words are kept.');
    const label = of('href') === '' ? `**${of('title')}**` : `[${of('title')}](${of('href')})`;
    return of('description') === '' ? `${label}\n` : `${label}: ${of('description')}\n`;
  }
  if (/detail|explanation|accordion|collaps|expand|spoiler|toggle/i.test(name) && !isAlone) {
    if (isClosing) return '\n</details>';
    const label = of('title') || of('summary') || of('header') || of('label');
    told.change('component', line, written, label, 'It is shown by a click on its heading.');
    return `<details>\n<summary>${label === '' ? 'More' : escapeHtml(label)}</summary>\n`;
  }
  if (isClosing) return '';
  told.lose(
    'component',
    line,
    written,
    `Only the old site knows what it makes of <${name}>${isAlone ? '' : '; what stands in it is kept'}.`,
  );
  return '';
}
