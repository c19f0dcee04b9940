import type { Nodes, Root } from 'mdast';
import type { Data, Processor } from 'unified';

// GFM makes links of addresses that stand bare in the text. Its parser looks for them at every single word, which is a quarter of
// the time that a parse takes; a post without a sign of one is spared that. What is parsed is the same.

/** Kinds of addresses, by the parser's names for what reads them, and the sign without which a text has none. */
const signs = {
  // The `@` follows one of the signs that the name before it is made of.
  emailAutolink: /[-+.\w]@/,
  protocolAutolink: /https?:/i,
  wwwAutolink: /www\./i,
} as const;
export type AddressKind = keyof typeof signs;

/** The kinds of addresses of which none can stand bare in the text. */
export function absentAddresses(text: string): AddressKind[] {
  return (Object.keys(signs) as AddressKind[]).filter((kind) => !signs[kind].test(text));
}

export type SyntaxExtension = NonNullable<Data['micromarkExtensions']>[number];
type Constructs = NonNullable<SyntaxExtension['text']>;

/** For after remark-gfm: leaves out what looks for addresses of these kinds. */
export function withoutAddresses(this: Processor, kinds: readonly AddressKind[]): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) =>
    extension.text ? { ...extension, text: without(extension.text, kinds) } : extension,
  );
}

function without(constructs: Constructs, names: readonly string[]): Constructs {
  return Object.fromEntries(
    Object.entries(constructs).map(([code, list]) => [
      code,
      [list ?? []].flat().filter(({ name }) => name === undefined || !names.includes(name)),
    ]),
  );
}

/**
 * For after remark-gfm: lets it go through the finished text in search of bare addresses only where there is a sign of one; that
 * may have been escaped in the source.
 */
export function searchWhereNeeded(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map((extension) => {
    const { transforms } = extension;
    if (!transforms || !extension.enter || !('literalAutolink' in extension.enter)) return extension;
    return {
      ...extension,
      transforms: transforms.map((transform) => (tree) => {
        if (mayHoldAddress(tree)) transform(tree);
      }),
    };
  });
}

function mayHoldAddress(tree: Root): boolean {
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'text' && /https?:|www\.|[-+.\w]@/i.test(node.value)) return true;
    if ('children' in node) for (const item of node.children) open.push(item);
  }
  return false;
}
