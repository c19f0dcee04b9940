/**
 * The chunks of an XML text, in which no text between tags and no section of character data is longer than `most`: what is beyond is
 * left out but for its line breaks, so that a file of any size is read in little memory and each line keeps its number.
 */
export function* boundedChunks(chunks: Iterable<string>, most: number): Generator<string> {
  const opening = '<![CDATA[';
  const closing = ']]>';
  let inData = false;
  let length = 0;
  let carried = '';
  for (const chunk of chunks) {
    const text = carried + chunk;
    // What may be the beginning of a mark waits for what follows.
    const safe = text.length - opening.length;
    let out = '';
    let at = 0;
    while (at < safe) {
      const mark = inData ? closing : '<';
      const found = text.indexOf(mark, at);
      const end = found < 0 || found >= safe ? safe : found;
      out += bounded(text.slice(at, end), most - length);
      length += end - at;
      at = end;
      if (end !== found) break;
      length = 0;
      if (inData) at += closing.length;
      else if (text.startsWith(opening, at)) at += opening.length;
      else at += 1;
      out += text.slice(found, at);
      inData = !inData && text.startsWith(opening, found);
    }
    carried = text.slice(at);
    yield out;
  }
  yield carried;
}

function bounded(text: string, room: number): string {
  if (text.length <= room) return text;
  const kept = Math.max(room, 0);
  return text.slice(0, kept) + text.slice(kept).replace(/[^\n]+/g, '');
}
