/** `hyper-v` as `/tags/hyper-v/` */
export function tagUrl(slug: string): string {
  return `/tags/${slug}/`;
}

/** `/rules/powershell/unknown-parameter/` */
export function ruleUrl(rule: string): string {
  return `/rules/${rule}/`;
}

export function labUrl(lab: string): string {
  return `/labs/${lab}/`;
}

export function labworkUrl(number: number): string {
  return `/labworks/${number}/`;
}
