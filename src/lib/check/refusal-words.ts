/** What speaks against a platform, in one sentence or two; `step` is where. */
export function wordsOfRefusal(
  step: string | undefined,
  { message, hint }: { readonly message: string; readonly hint?: string | undefined },
): string {
  return [...(step === undefined ? [] : [`In step ${step}:`]), message, ...(hint ? [hint] : [])].join(' ');
}
