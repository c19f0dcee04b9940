import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { escapeHtml } from '../site/posts/escape-html.ts';
import { projectRoot } from '../workspace/paths.ts';
import type { DiagnosticSummary } from './content.ts';
import { sharedValue } from './shared-value.ts';

/** What is wrong in the content of a site that is served, as it is now; undefined where nothing is. */
export const contentErrors = sharedValue<DiagnosticSummary>('content-errors');

/**
 * Shows what is wrong in the content over the page in the browser, in the overlay that Vite has for errors and Astro has drawn anew. Each
 * change of the content reloads the pages that are open, and each page is told when it connects: the overlay is there as long as the
 * error is, whichever page is opened meanwhile.
 */
export function errorOverlay(): AstroIntegration {
  return {
    name: 'error-overlay',
    hooks: {
      'astro:server:setup'({ server }) {
        server.environments.client.hot.on('vite:client:connect', (_data, client) => {
          if (contentErrors.value) client.send(overlayMessage(contentErrors.value));
        });
      },
    },
  };
}

/** What the page is sent. Vite shows of it the message, the stack and the frame; Astro's overlay all. */
export function overlayMessage({ count, text, first }: DiagnosticSummary) {
  return {
    type: 'error' as const,
    err: {
      name: first?.rule ?? 'Error',
      title: count === 1 ? 'The content has an error' : `The content has ${String(count)} errors`,
      // These two are shown as HTML.
      message: escapeHtml(first?.message ?? 'The content cannot be brought up to date.'),
      hint: first?.hint && escapeHtml(first.hint),
      docslink: first?.page,
      ...(first && {
        loc: { file: join(projectRoot, first.file), line: first.line, column: first.column },
        frame: first.frame,
        highlightedCode: `<pre class="astro-code"><code>${escapeHtml(first.frame)}</code></pre>`,
      }),
      // Headed "Stack Trace", and what its button copies: every error, as the terminal shows it.
      stack: text,
    },
  };
}
