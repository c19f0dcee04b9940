/** CSS pixels: as wide as the figures of `styles/figures.css`, and no higher either, so that a picture can be seen as a whole. */
const most = 832;

/** Of what is higher, such as a capture of a whole page, so much would be left of its width that nothing could be read. */
const highest = 3;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a picture is shown where there is room for it, in CSS pixels; its own size is in pixels of any kind. */
export function shownSize({ width, height }: Size): Size {
  const isBounded = height <= width * highest;
  const scale = Math.min(1, most / width, isBounded ? most / height : 1);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
