/** What people write where a secret would be. */
const placeholder =
  /^(?:[<[({].*|\*+|x{3,}|\.{2,}|…|_+|change[-_ ]?(?:me|this|it)|your?\b.*|your[-_A-Z].*|my[-_]?(?:password|secret)|example.*|.*EXAMPLE(?:KEY)?|placeholder|replace.*|redacted|removed|dummy|\?+)$/i;

/** Whether a text stands where a reader is to put a secret of their own. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text);
}
