import type { Nodes, Root } from 'mdast';
import type { Data, Processor } from 'unified';

// GFM makes links of addresses that stand bare in the text. Its parser looks for an e-mail address at every single word, which is
// a quarter of the time that a post takes; a post without a sign of one is spared that. What is parsed is the same.

type Syntax = NonNullable<Data['micromarkExtensions']>[number];
type Constructs = NonNullable<Syntax['text']>;

/** Whether an e-mail address can stand bare in the text: its `@` follows one of the signs that its name is made of. */
export function mayHoldEmail(text: string): boolean {
  return /[-+.\w]@/.test(text);
}

/** For after remark-gfm: leaves out what looks for e-mail addresses. */
export function withoutEmails(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) =>
    extension.text ? { ...extension, text: withoutConstruct(extension.text, 'emailAutolink') } : extension,
  );
}

function withoutConstruct(constructs: Constructs, name: string): Constructs {
  return Object.fromEntries(
    Object.entries(constructs).map(([code, list]) => [
      code,
      [list ?? []].flat().filter((construct) => construct.name !== name),
    ]),
  );
}

/** For after remark-gfm: lets it go through the finished text in search of bare addresses only where there is a sign of one. */
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
    if ('children' in node) open.push(...node.children);
  }
  return false;
}
