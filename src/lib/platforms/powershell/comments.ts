import { powershellComment } from '../../dialects/powershell/powershell-id.ts';
import { beginsSignature } from '../../dialects/powershell/syntax/signature.ts';
import type { CommentSyntax } from '../../writing/comment.ts';

/** Behind what looks like the beginning of a signature PowerShell refuses all code: such a line is made too long to look like one. */
export const comments: CommentSyntax = {
  mark: powershellComment,
  harmless: (line) => (beginsSignature(line, 7) ? `${'-'.repeat(34)} ${line.trim()}` : line),
};
