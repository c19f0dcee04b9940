// WebVTT (https://www.w3.org/TR/webvtt1/), as far as a file of it must hold for a browser to show every cue.

const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(String.raw`^${time}[ \t]+-->[ \t]+${time}(?:[ \t].*)?$`);

/** What is wrong with captions, in words that end a sentence; undefined where nothing is. A browser leaves out what it cannot read. */
export function captionsProblem(text: string): string | undefined {
  const [head = '', ...blocks] = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .split(/\n{2,}/);
  if (!/^WEBVTT(?:[ \t].*)?(?:\n|$)/.test(head)) return 'are no WebVTT: their first line is not `WEBVTT`';
  let cues = 0;
  let before = 0;
  for (const block of blocks.map((one) => one.trim()).filter((one) => one !== '' && !isOther(one))) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => line.includes('-->'));
    const shown = shorten(lines[Math.max(0, at)]!);
    const match = at >= 0 && at <= 1 ? timing.exec(lines[at]!) : null;
    if (!match) return `have something that is no cue: “${shown}”`;
    const [start, end] = [secondsOf(match.slice(1, 5)), secondsOf(match.slice(5, 9))];
    if (end <= start) return `have a cue that ends before it begins: “${shown}”`;
    if (start < before) return `have a cue that begins before the one above it: “${shown}”`;
    if (lines.length <= at + 1) return `have a cue without a word: “${shown}”`;
    before = start;
    cues++;
  }
  return cues === 0 ? 'have no cue' : undefined;
}

function isOther(block: string): boolean {
  return /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(block);
}

function secondsOf([hours = '0', minutes, seconds, thousandths]: readonly (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}

function shorten(line: string): string {
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
