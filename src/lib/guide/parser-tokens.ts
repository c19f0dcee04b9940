import type { Data, Processor } from 'unified';

// Where the collector comes by while a post is parsed, it goes on to keep all tokens of that post until its next full round,
// though nothing can reach them any more; copying them was a tenth of the time that a post takes. So they are let go by hand.

type Construct = Extract<
  NonNullable<NonNullable<NonNullable<Data['micromarkExtensions']>[number]['document']>[number]>,
  { tokenize: unknown }
>;

/** The parser of the whole document, which has its tokens. */
const documents = new Set<ThisParameterType<Construct['tokenize']>>();

/** Lets the parser's tokens be known. Front matter begins with a `-`, and there the parser of the document can be met. */
export function noteTokens(this: Processor): void {
  const note: Construct = {
    partial: true,
    tokenize(_effects, _ok, nok) {
      documents.add(this);
      return nok;
    },
  };
  (this.data().micromarkExtensions ??= []).push({ document: { 45: note } });
}

/** Lets go of the tokens of what was parsed; the tree needs none of them. */
export function dropTokens(): void {
  for (const { events } of documents) events.length = 0;
  documents.clear();
}
