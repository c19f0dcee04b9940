import type { LineView } from '../../site/types/block.ts';
import { escapeHtml } from '../chrome/format.ts';

/**
 * The lines of a listing as HTML whose text content is the block's text: prompts are attributes, and the line breaks stand inside
 * the lines, which are boxes of their own.
 */
export function listingHtml(lines: readonly LineView[]): string {
  return lines
    .map(({ prompt, html }, index) => {
      const attribute = prompt && ` data-prompt="${escapeHtml(prompt)}"`;
      return `<span class="line"${attribute}>${html}${index < lines.length - 1 ? '\n' : ''}</span>`;
    })
    .join('');
}
