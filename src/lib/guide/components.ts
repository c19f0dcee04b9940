import { z } from 'zod';
import { asideKinds } from './extensions/aside-kinds.ts';
import { slug } from './front-matter.ts';
import type { ComponentName } from './guide.ts';

const words = z.string().trim().min(1);

/**
 * What an author may call, with the props each takes; all are literals. The components that the parser makes of Markdown
 * are not among them: `CommandBlock {block, outputOf, outputId}`, `StaticBlock {lang, code, title, numbers, mark, ins, del, syntax}`, `Picture {src, alt}` (within a line), `Note {number, id}`, `Table {}` and `Formula {tex, display, mathml}`.
 */
export const componentSchemas = {
  /** A value of the lab in prose: `vswitch`, `networks.lm.vlan`. */
  Value: z.strictObject({ of: words }),
  /**
   * `src` names a file of `src/content/figures` without its ending, or is a path from the post. `transcript`: the commands or the
   * output that can be read in the picture.
   */
  Figure: z.strictObject({
    src: words,
    alt: z.string().optional(),
    decorative: z.literal(true).optional(),
    caption: words.optional(),
    transcript: words.optional(),
  }),
  /**
   * A film beside the post. `poster`: a picture in its proportions that is shown before it is played; `title`: what is to be seen. What is
   * said in it stands in `captions`, a file of WebVTT, unless it is `silent`.
   */
  Video: z.strictObject({
    src: words,
    poster: words,
    title: words,
    captions: words.optional(),
    silent: z.literal(true).optional(),
    caption: words.optional(),
    transcript: words.optional(),
  }),
  /** Of a kind, as `> [!WARNING]` and `:::warning` make it, or of none. */
  Aside: z.strictObject({ kind: z.enum(asideKinds).optional(), title: words.optional() }),
  /** Alternatives, of which a reader chooses one, in all groups at once by its label. */
  SyncTabs: z.strictObject({}),
  Tab: z.strictObject({ label: words }),
  /** All networks of the lab, or those named: `lm csv`. */
  NetworkTable: z.strictObject({ networks: words.optional() }),
  Topology: z.strictObject({ caption: words.optional() }),
  PortMap: z.strictObject({ device: words, caption: words.optional() }),
  Comparison: z.strictObject({ id: slug }),
  ReadingList: z.strictObject({}),
  /** Marks the passage that the change `id` of the Debug File `of` is about. */
  Correction: z.strictObject({ of: slug, id: slug }),
  BundleDownload: z.strictObject({}),
} as const satisfies Partial<Record<ComponentName, z.ZodType>>;

export type AuthorComponent = keyof typeof componentSchemas;

export const authorComponents = Object.keys(componentSchemas) as AuthorComponent[];

export function isAuthorComponent(name: string): name is AuthorComponent {
  return Object.hasOwn(componentSchemas, name);
}

/** Stand in a line of text, or on lines of their own; all others are blocks. */
export const inlineComponents: readonly AuthorComponent[] = ['Value', 'Correction'];

/** Have children. */
export const parentComponents: readonly AuthorComponent[] = ['Aside', 'SyncTabs', 'Tab', 'Correction'];
