// Offers to report an error in the words that a reader has selected in the text.

/** Addresses have an end: of a long passage the beginning says which it is. */
const most = 200;

const offer = document.querySelector<HTMLElement>('.report-passage');
const text = document.querySelector('.prose');

/** Of the last heading before a place. */
function anchorAbove(place: Node): string {
  const above = [...(text?.querySelectorAll(':is(h2, h3, h4)[id]') ?? [])].filter(
    (heading) =>
      heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING || heading.contains(place),
  );
  return above.at(-1)?.id ?? '';
}

document.addEventListener('selectionchange', () => {
  const selection = document.getSelection();
  const words = selection?.toString().replace(/\s+/g, ' ').trim() ?? '';
  const place = selection?.anchorNode;
  const { report, anchor, words: slot } = offer?.dataset ?? {};
  if (!offer || !report || !anchor || !slot) return;
  offer.hidden = words === '' || !place || !text?.contains(place);
  if (offer.hidden || !place) return;
  const shown = words.length > most ? `${[...words].slice(0, most).join('')}…` : words;
  offer.querySelector('a')!.href = report
    .replace(anchor, () => encodeURIComponent(anchorAbove(place)))
    .replace(slot, () => encodeURIComponent(`“${shown}”`));
});

export {};
