import { iosComment } from '../../dialects/ios/ios-id.ts';
import type { CommentSyntax } from '../../writing/comment.ts';

/** A `?` asks for help wherever it is typed, also behind a `!`, and no quoting of it can be pasted. */
export const iosComments: CommentSyntax = {
  mark: iosComment,
  harmless: (line) => line.replaceAll('?', '.'),
};
