/** Commands of TeX that stand in formulas; `\bin` of a path is none. */
const commands =
  /\\(?:frac|sqrt|sum|int|prod|lim|cdot|times|div|pm|leq?|geq?|neq?|approx|infty|alpha|beta|gamma|delta|epsilon|theta|lambda|mu|pi|rho|sigma|tau|phi|omega|Delta|Sigma|Omega|Theta|text|mathrm|mathbf|mathbb|mathcal|left|right|log|ln|sin|cos|tan|min|max|to|rightarrow|Rightarrow|in|cup|cap|subset|forall|exists|overline|bar|hat|vec|begin|lceil|rceil|lfloor|rfloor|ldots|cdots|dots|quad|equiv|sim|propto|partial|nabla|binom|operatorname|circ|ll|gg|mid|bmod)(?![A-Za-z])/;
/** `x^2`, `2^{16}`. */
const power = /[A-Za-z0-9)\]}]\^(?:\{[^{}]+\}|\d+|[A-Za-z](?![A-Za-z]))/;
/** `a_i`, of one letter only: `$my_var` is a variable. */
const index = /(?<![A-Za-z\\])[A-Za-z]_(?:\{[^{}]+\}|[A-Za-z0-9](?![A-Za-z0-9_]))/;
/** `\boxed{x}`: a command with what it is for, be it one that formulas here do not have. */
const applied = /(?:^|[\s+\-*/=(])\\[A-Za-z]{2,}\{[^{}]*\}/;
/** Letters that stand alone, numbers and what joins them: `n + 1`, `O(n)`. */
const terms = /^(?:[A-Za-z](?![A-Za-z])|\d+(?:[.,]\d+)*|[\s+\-*/=<>(),|!])+$/;

/** Whether what stands between two dollars is a formula: shells, prices and patterns are full of dollars. */
export function isFormula(tex: string): boolean {
  if (commands.test(tex) || power.test(tex) || index.test(tex) || applied.test(tex)) return true;
  if (/^[A-Za-z]$/.test(tex)) return true;
  return terms.test(tex) && /[A-Za-z]/.test(tex) && /[+\-*/=<>(]/.test(tex) && /[A-Za-z0-9)!]$/.test(tex);
}
