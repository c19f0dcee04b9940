const safeSchemes = ['http', 'https', 'mailto'];

/** Whether a post may link there: http, https and mailto addresses, paths of this site, and anchors. */
export function isSafeUrl(url: string): boolean {
  // Browsers skip control characters and blanks when they look for the scheme.
  const scheme = /^([^/?#:]*):/.exec(url.replace(/[\p{Cc}\p{Cf}\s]/gu, ''))?.[1];
  return scheme === undefined || safeSchemes.includes(scheme.toLowerCase());
}

/** Whether the address may be on another site. */
export function isExternalUrl(url: string): boolean {
  return /^(?:https?:|[/\\]{2})/i.test(url.trim());
}
