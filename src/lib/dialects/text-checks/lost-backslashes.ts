import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { regionAt } from './lexical-regions.ts';
import type { Code, Spot } from './report.ts';
import { reportByLine } from './report.ts';

/** Folders at the root of a Windows disk, as Windows writes them: a path on a drive that goes on with one has lost a backslash. */
const roots = 'Windows|Program ?Files(?: \\(x86\\))?|ProgramData|Users|ClusterStorage|inetpub|PerfLogs';
const afterDrive = new RegExp(`(?<![\\w$:])[A-Za-z]:(?=(?:${roots})(?![a-z]))`, 'g');
/** Two folders, or two keys of the registry, that stand one within the other and have grown together. */
const together =
  /(?:[\\/:]|^)Windows(?=System32(?![a-z]))|[\\/:]ClusterStorage(?=Volume\d)|System32(?=WindowsPowerShell\b|drivers\b)|[\\:]SOFTWARE(?=Microsoft\b|Policies\b)|[\\:]SYSTEM(?=CurrentControlSet)/gim;

/** Paths whose backslashes an editor or a blog has eaten, where no path could be so. Only where a dialect has such paths. */
export function checkLostBackslashes(code: Code): Diagnostic[] {
  if (!code.conventions.hasWindowsPaths) return [];
  const { text, lexical } = code;
  const gaps = new Set<number>();
  for (const pattern of [afterDrive, together])
    for (const match of text.matchAll(pattern)) gaps.add(match.index + match[0].length);
  const spots: Spot[] = [];
  let reach = -1;
  for (const gap of [...gaps].sort((a, b) => a - b)) {
    const edit = { start: gap, end: gap, text: '\\' };
    const last = spots.at(-1);
    if (regionAt(lexical, gap)?.kind === 'comment') continue;
    if (last && gap < reach) {
      spots[spots.length - 1] = { ...last, edits: [...(last.edits ?? []), edit] };
      continue;
    }
    const start = gap - /(?<![\w:\\/$])[\w:\\/$]*$/.exec(text.slice(Math.max(0, gap - 200), gap))![0].length;
    const end = gap + /^[\w:\\/.$()-]*/.exec(text.slice(gap, gap + 300))![0].length;
    reach = end;
    spots.push({ start, end, edits: [edit] });
  }
  return reportByLine(
    code,
    'hygiene/lost-backslash',
    spots,
    ([first]) => ({
      message: `The path \`${text.slice(first!.start, first!.end)}\` has lost a backslash.`,
      label: 'path',
      hint: `Write the path with all its backslashes, for example \`${withEdits(text, first!)}\`.`,
      title: 'Put the backslash back',
    }),
    { safety: 'unsafe' },
  );
}

function withEdits(text: string, { start, end, edits = [] }: Spot): string {
  let repaired = '';
  let at = start;
  for (const edit of edits) {
    repaired += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return repaired + text.slice(at, end);
}
