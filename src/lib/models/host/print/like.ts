/**
 * Texts that a wildcard stands for: `*` for any, `?` for one sign. Source: about_Wildcards; brackets are not followed. Every sign of the text
 * is looked at once for each star at most.
 */
export function likePattern(pattern: string): (text: string) => boolean {
  const wanted = pattern.toLowerCase();
  return (name) => {
    const text = name.toLowerCase();
    let [at, place] = [0, 0];
    // Behind the last star that was met, and where in the text what follows it was tried last.
    let star: { readonly at: number; place: number } | undefined;
    while (place < text.length) {
      if (wanted[at] === '*') star = { at: ++at, place };
      else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === text[place])) {
        at++;
        place++;
      } else if (!star) return false;
      else [at, place] = [star.at, ++star.place];
    }
    while (wanted[at] === '*') at++;
    return at === wanted.length;
  };
}
