/**
 * What a page may load and run: files of the site's own, and nothing that stands in the page itself. It holds on every
 * host; what a page cannot say of itself is sent by hosts (`build/host-headers.ts`). There are no exceptions by hash: no page has a
 * script or style of its own.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');
