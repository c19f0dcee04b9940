import type { Nodes } from 'mdast';
import type { IosPlatform } from '../../src/lib/dialects/ios/tables/table-format.ts';
import { createSourceFile, iosPlatforms, parseMarkdownWithRemark } from '../../src/lib/engine.ts';
import { kindOf, looksTyped, whyLeftOut } from '../ios-corpus.ts';

/** What is typed into one switch of a guide. */
export interface GuideSession {
  /** The host name of its prompts; undefined for a block without prompts, which stands for itself. */
  readonly host: string | undefined;
  readonly lines: readonly GuideLine[];
}

export interface GuideLine {
  readonly text: string;
  /** Of the guide, from 1. */
  readonly line: number;
  /** `(config-if)#`, `#`, `>`; undefined where no prompt stands before it. */
  readonly prompt: string | undefined;
  /** What stands below it up to the next prompt. */
  readonly answer: readonly string[];
}

export interface GuideSessions {
  readonly sessions: readonly GuideSession[];
  /** Blocks and devices that are no switch of ours, by the reason. */
  readonly excluded: ReadonlyMap<string, number>;
}

const ofRouters = 'texts of routers, in which nothing switches';
const routerName = /^(?:r|rt|rtr|router|\w*router)[-_]?\d*$/i;

/** A line of which a word is only named. */
const placeholder = /<[^>\n]+>|\[[^\]\n]*\]/;

const promptLine = /^\s{0,3}([A-Za-z][\w.-]{0,40})((?:\([a-z][\w-]*\))?[#>])[ \t]?(.*)$/;

/** The sessions of a guide: of its fenced blocks, those that show or give what is typed into a switch. */
export function sessionsOfGuide(path: string, text: string): GuideSessions {
  const hosts = new Map<string, GuideLine[]>();
  const sessions: GuideSession[] = [];
  const excluded = new Map<string, number>();
  const found: GuideSession[] = [];
  for (const { code, line } of fencesOf(path, text)) {
    const rows = code.split(/\r?\n/).map((row, index) => ({ row, line: line + index }));
    if (rows.some(({ row }) => isTypedAtPrompt(row))) {
      for (const [host, lines] of typedAtPrompts(rows)) {
        const own = hosts.get(host) ?? [];
        for (const one of lines) own.push(one);
        hosts.set(host, own);
      }
    } else for (const lines of typedPlainly(rows)) found.push({ host: undefined, lines });
  }
  for (const [host, lines] of hosts) found.push({ host, lines });
  const reasonOf = ({ host, lines }: GuideSession) => {
    const whole = lines.map((line) => line.text).join('\n');
    return whyLeftOut(path, whole, host === undefined ? 'instructions' : 'transcript');
  };
  // What is asked alone does not tell whom: in a guide in which all that is configured are routers, it is one of these.
  const configured = found.filter(({ lines }) => !asks(lines)).map(reasonOf);
  const onlyRouters = configured.includes(ofRouters) && !configured.includes(undefined);
  for (const { host, lines } of found) {
    const typed = asks(lines) ? lines.filter(({ text: row }) => !placeholder.test(row)) : lines;
    const isRouter = host === undefined ? onlyRouters : routerName.test(host);
    const reason = !asks(lines)
      ? reasonOf({ host, lines })
      : isRouter
        ? ofRouters
        : typed.length === 0
          ? 'lists with placeholders'
          : undefined;
    if (reason === undefined) sessions.push({ host, lines: typed });
    else excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
  }
  return { sessions, excluded };
}

/** What nobody types: remarks of the guide, and Markdown within a block. */
const remark = /^\s*(?:#|\/\/|--?[^-\s]|- |\*|>|`{3})/;
/** A switch or its like by its name: what follows a remark with one is typed into another machine. */
const machine = /\b(?:[A-Z]{1,4}[-_ ]?[A-Z]?\d+|switch|router)\b/i;

/** A line that only says whose lines follow: `SW.USERS`, `router0 :`. */
const machineAlone =
  /^\s*(?:(?:sw|dsw|asw|switch|router|server|pc|host|r)[\w.,-]*\d*|[A-Z]{1,4}\d+)\s*:?\s*$/i;

/** What a guide says of a line behind it. */
function withoutRemark(row: string): string {
  return row.replace(/\s+(?:#|!|\/\/|←|<-|--) .*$/, '');
}

/**
 * Lines without prompts, as they are typed: without remarks, from one that names a machine to the next, and only the question where what
 * a switch answers to it stands below.
 */
function typedPlainly(rows: readonly { row: string; line: number }[]): GuideLine[][] {
  const parts: { row: string; line: number }[][] = [[]];
  for (const { row, line } of rows) {
    if (!remark.test(row) && !machineAlone.test(row)) parts.at(-1)!.push({ row: withoutRemark(row), line });
    else if (machineAlone.test(row) || machine.test(row)) parts.push([]);
  }
  return parts.flatMap((part) => {
    const code = part.map(({ row }) => row).join('\n');
    const first = part.findIndex(({ row }) => row.trim() !== '');
    if (first < 0) return [];
    const isTyped = kindOf(code) !== undefined || looksTyped(code) || asksOnly(code);
    if (!isTyped && !asksOnly(part[first]!.row)) return [];
    const typed = isTyped ? part : [part[first]!];
    return [typed.map(({ row, line }) => ({ text: row, line, prompt: undefined, answer: [] }))];
  });
}

/** Lines that only ask, each for something else. */
function asksOnly(code: string): boolean {
  const rows = code.split(/\r?\n/).filter((row) => row.trim() !== '' && !/^\s*!/.test(row));
  return rows.length > 0 && rows.every((row) => /^\s*(?:do\s+)?sho?w?\s+[a-z]/i.test(row));
}

function asks(lines: readonly GuideLine[]): boolean {
  return asksOnly(lines.map(({ text }) => text).join('\n'));
}

function isTypedAtPrompt(row: string): boolean {
  const [, , prompt = '', typed = ''] = promptLine.exec(row) ?? [];
  return (
    prompt.startsWith('(config') ||
    (prompt !== '' && /^(en|conf|sh|wr|copy|ping|do|no|exit|reload|clear|debug)/i.test(typed))
  );
}

function typedAtPrompts(rows: readonly { row: string; line: number }[]): Map<string, GuideLine[]> {
  const hosts = new Map<string, GuideLine[]>();
  let last: { answer: string[] } | undefined;
  for (const { row, line } of rows) {
    const [, host, prompt, whole = ''] = promptLine.exec(row) ?? [];
    const typed = withoutRemark(whole);
    if (host === undefined) {
      last?.answer.push(row);
      continue;
    }
    last = { answer: [] };
    if (typed.trim() === '' || typed.includes('?')) continue;
    const lines = hosts.get(host) ?? [];
    lines.push({ text: typed, line, prompt, answer: last.answer });
    hosts.set(host, lines);
  }
  return hosts;
}

function fencesOf(path: string, text: string): { code: string; line: number }[] {
  const blocks: { code: string; line: number }[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'code') blocks.push({ code: node.value, line: node.position!.start.line + 1 });
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parseMarkdownWithRemark(createSourceFile(path, text)));
  return blocks;
}

/** The platform that a guide names by its model; any Catalyst where that is none of ours, or one of several. */
export function platformOfGuide(text: string): IosPlatform {
  const named = text.matchAll(
    /\b(?:WS-C|C)?((?:29|35|36|37|38|45|65|92|93|94|95)\d0(?:-?[A-Z])?|SG\d{3})\b/g,
  );
  const found = [...new Set([...named].map(([, model]) => model!.replace('-', '').toLowerCase()))].map(
    (name) => iosPlatforms.find((id) => id === name || id === `catalyst-${name}`),
  );
  return (found.length === 1 ? found[0] : undefined) ?? 'generic-ios';
}
