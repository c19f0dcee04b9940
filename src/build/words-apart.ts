/**
 * Elements that stand by themselves on a page and that Pagefind 1.5 takes for running text: `<th>Speed</th><th>Price</th>` is the one word
 * “SpeedPrice” to it. Of `p`, `li`, `td`, `div`, headings and a few more it knows that they part words.
 */
const standing = [
  'address aside audio blockquote button caption dd details dialog dl dt fieldset figcaption figure footer header hgroup hr img input',
  'legend main menu nav option picture pre search select summary table tbody tfoot th thead tr video',
]
  .join(' ')
  .replaceAll(' ', '|');

const startsOrEnds = new RegExp(`<(?:${standing})(?=[\\s/>])|</(?:${standing})>`, 'g');

/** Two links, one behind the other: no word goes from one to the next. */
const betweenLinks = /<\/a>(?=<a[\s>])/g;

/**
 * A page with a space at each place where what stands beside each other is no running text. Pages have no such spaces, which nobody sees and
 * all would load; every index is made of what this gives, for what is found and quoted must not depend on how it was built.
 */
export function wordsApart(html: string): string {
  return html
    .replace(startsOrEnds, (tag) => (tag.startsWith('</') ? `${tag} ` : ` ${tag}`))
    .replace(betweenLinks, (end) => `${end} `);
}
