import type { SourceBody, SourcePost } from './source-post.ts';

export function settleMarkdown(
  _post: SourcePost,
  body: Extract<SourceBody, { kind: 'markdown' }>,
  _options: unknown,
) {
  return {
    text: body.text,
    format: body.format,
    counts: {},
    firstWords: '',
    lineOf: (front: number) => (line: number) => _post.line + line - front,
  };
}
