import { pictureEndings } from '../picture/check-picture.ts';
import { slug } from './front-matter.ts';
import { placeOfPost } from './post-place.ts';

/** What a post names a picture by, resolved: a key of the content's pictures, or why it is none. */
export type PictureSource = { readonly key: string } | AstraySource;

/** A path that leads to no picture of the content. */
export interface AstraySource {
  readonly problem: string;
  readonly hint: string;
  /** The picture of that name beside the post, where the post has a place for one: whether it is there only the content says. */
  readonly beside?: { readonly key: string; readonly path: string };
}

/** What is named: figures are pictures alone. */
export interface SourceKind {
  readonly noun: string;
  /** Of the names of its files. */
  readonly endings: readonly string[];
}

const pictures: SourceKind = {
  noun: 'picture',
  endings: ['jpg', ...pictureEndings.filter((one) => one !== 'jpg')],
};

/**
 * The picture that a post means by `overlay`, `./rack.jpg` or `../figures/overlay.svg`. The key of one in src/content/figures is its
 * name without its ending, of one beside a post its path from the content folder: `allegories/a-sandbox/rack.jpg`.
 */
export function resolvePicture(
  postPath: string,
  source: string,
  { noun, endings }: SourceKind = pictures,
): PictureSource {
  const written = source.trim();
  const isFilm = noun !== pictures.noun;
  const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  const { folder, slug: name, hasFolder } = placeOfPost(postPath);
  const beside = hasFolder
    ? `Put the ${noun} beside the post, and write its name: \`./rack.${endings[0]!}\`.`
    : `${isFilm ? 'Move' : 'Put it into src/content/figures and write `../figures/rack.jpg`, or move'} the post to ${folder}/${name}/index.mdx and put it beside.`;
  if (!isFilm && slug.safeParse(written).success) return { key: written };
  const path = decoded(written).replaceAll('\\', '/');
  const astray = (problem: string): AstraySource => {
    const base = path.replace(/[?#].*$/, () => '').replace(/^.*\//, () => '');
    const isOne = hasFolder && endings.some((one) => base.toLowerCase().endsWith(`.${one}`));
    const meant = {
      key: `${folder}/${name}/${base}`,
      path: `./${base.replace(/[\s()<>%"']/g, (sign) => percent(sign))}`,
    };
    return { problem, hint: beside, ...(isOne && { beside: meant }) };
  };
  if (/^(?:[a-z][a-z0-9+.-]+:|[/\\]{2})/i.test(written))
    return astray(`“${shown}” lies elsewhere, and a page loads nothing from other places.`);
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return astray(`“${shown}” is no path from this post.`);
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined || !endings.includes(ending))
    return {
      problem: `“${shown}” is no ${noun} by its name.`,
      hint: `Give the path of a file that ends in ${endings.map((one) => `.${one}`).join(', ')}${isFilm ? '' : ', or the name of a figure'}.`,
    };
  const parts = hasFolder ? [folder, name] : [folder];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) parts.push('..');
    else if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  if (!isFilm && parts[0] === 'figures' && parts.length === 2)
    return { key: parts[1]!.replace(/\.[^.]*$/, () => '') };
  const isBeside = hasFolder && parts.length > 2 && parts[0] === folder && parts[1] === name;
  if (isBeside) return { key: parts.join('/') };
  return hasFolder || path.includes('..')
    ? astray(`“${shown}” lies neither beside this post nor in src/content/figures.`)
    : { problem: `“${shown}” would lie beside this post, which has no folder of its own.`, hint: beside };
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** As it was meant, where it is written as an address is: `my%20rack.jpg`. */
function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}
