/** How a reader answers a post or reports an error in it; every link opens a form of the reader's own that is filled in. */
export interface ReplyView {
  readonly answers: readonly ReplyWay[];
  /** Reports an error somewhere in the post. */
  readonly report: string;
  /** Reports one below a heading of the post. */
  readonly sections: readonly { readonly title: string; readonly url: string }[];
  /** Reports one in a command block, by its id. */
  readonly blocks: Readonly<Record<string, string>>;
  /** Reports one in a passage: `slots` stand for the anchor of the heading above it, and for its words, both as in an address. */
  readonly passage: string;
  readonly slots: { readonly anchor: string; readonly words: string };
}

export interface ReplyWay {
  /** `by mail` */
  readonly label: string;
  readonly url: string;
}
