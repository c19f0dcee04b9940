// Finds what switches printed and what people typed into them among the files of public repositories.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { isConfigurationFile, matchInMode, wordsOf } from '../src/lib/engine.ts';
import { readText } from '../src/workspace/text-file.ts';
import type { IosPlatform, ModeId } from '../src/lib/dialects/ios/tables/table-format.ts';

/**
 * `configuration`: as a switch prints or reads it. `transcript`: typed behind prompts, with the switch's replies. `instructions`:
 * lines to be typed, as a tutorial gives them; no switch is there to say whether it took them.
 */
export type CorpusKind = 'configuration' | 'transcript' | 'instructions';

export interface CorpusText {
  /** `owner+name/path`, and `#3` for the third text found in that file. */
  readonly path: string;
  readonly kind: CorpusKind;
  readonly platform: IosPlatform;
  readonly lines: readonly CorpusLine[];
}

export interface CorpusLine {
  readonly text: string;
  /** The mode that the prompt before it names; undefined where there is none or the tables have no such mode. */
  readonly mode?: ModeId;
  /** A prompt stands before it. */
  readonly prompted?: true;
  /** The switch answered with an error. */
  readonly refused?: true;
}

export interface Corpus {
  readonly texts: readonly CorpusText[];
  /** What was left out, as it is. */
  readonly others: readonly string[];
  /** How many texts were left out, by the reason. */
  readonly excluded: ReadonlyMap<string, number>;
  readonly repositories: readonly string[];
}

/** Every text of a folder that holds repositories as `owner+name` but those `seen` before: a copy does not count. */
export function readCorpus(folder: string, seen = new Set<string>()): Corpus {
  const texts: CorpusText[] = [];
  const others: string[] = [];
  const excluded = new Map<string, number>();
  const repositories = new Set<string>();
  for (const path of filesOf(folder)) {
    const read = readText(join(folder, path));
    if (!('text' in read)) continue;
    for (const { path: name, text, kind } of candidatesOf(path, read.text.replace(/\r\n?/g, '\n'))) {
      const key = createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex');
      if (seen.has(key)) continue;
      seen.add(key);
      const reason = whyLeftOut(name, text, kind);
      if (reason !== undefined) {
        others.push(text);
        excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
        continue;
      }
      const lines =
        kind === 'transcript'
          ? typedLines(text)
          : text
              .split('\n')
              .filter((line) => kind === 'configuration' || !/^\s*(?:#|\/\/)/.test(line))
              .map((line) => ({ text: line }));
      texts.push({ path: name, kind, platform: platformOf(name, text), lines });
      repositories.add(path.split(/[\\/]/)[0]!);
    }
  }
  return { texts, others, excluded, repositories: [...repositories].sort() };
}

interface Candidate {
  readonly path: string;
  readonly text: string;
  readonly kind: CorpusKind;
}

/** Programs, templates and data hold configurations only between other things. */
const otherThings = new Set(
  '.py .yaml .yml .json .rb .j2 .rst .sql .sh .diff .textfsm .rpc .nxos .xr .iosxr .asa'.split(' '),
);

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !otherThings.has(extname(entry.name).toLowerCase()))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function* candidatesOf(path: string, text: string): Iterable<Candidate> {
  const document = /\.(md|mdx|markdown)$/i.test(path);
  let count = 0;
  for (const part of (document ? fencesOf(text) : [text]).flatMap(beforeAndAfterShow)) {
    const kind = kindOf(part) ?? (document && looksTyped(part) ? 'instructions' : undefined);
    if (!kind) continue;
    count++;
    const name = part === text ? path : `${path}#${String(count)}`;
    yield { path: name, text: part, kind };
    if (kind === 'transcript')
      for (const [index, shown] of shownConfigurations(part).entries())
        yield { path: `${name}.${String(index + 1)}`, text: shown, kind: 'configuration' };
  }
}

/** What is printed after `show running-config`, where that stands on a line without a prompt, is a text of its own. */
function beforeAndAfterShow(text: string): string[] {
  return text.split(
    /^[ \t]*(?:do )?sh\w* (?:run|start)[\w-]*[ \t]*\n(?=[ \t\n]*(?:Building|Current|!|interface |vrf |version ))/im,
  );
}

function fencesOf(text: string): string[] {
  return [...text.matchAll(/^([ \t]*)(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n[ \t]*\2[ \t]*$/gm)].map(
    ([, indent, , body]) =>
      body!
        .split('\n')
        .map((line) => (line.startsWith(indent!) ? line.slice(indent!.length) : line))
        .join('\n'),
  );
}

const prompt = /^\s{0,3}(?:[A-Za-z][\w.-]{0,40})(?:\(([a-z][\w-]*)\))?([#>])[ \t]?(.*)$/;
const configurationSign =
  /^(?:interface (?:gi|fa|te|eth|vlan|port-channel|loopback|range|two|twe|forty|hund|ap)\S* ?[\d/.]*|hostname \S+|version 1\d\.\d+|vlan \d[\d,-]*|line (?:con|vty|aux) ?\d.*|spanning-tree mode .*|Current configuration : \d+ bytes|config-file-header)$/gim;

/** What a text is by its look; undefined where it is neither. Lines to be typed that look so are told by `looksTyped`. */
export function kindOf(text: string): CorpusKind | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const prompts = lines.filter((line) => {
    const found = prompt.exec(line);
    return (
      found !== null &&
      (found[1] !== undefined || /^(en|conf|sh|wr|copy|ping|do|no|exit|reload|clear|debug)/i.test(found[3]!))
    );
  }).length;
  if (prompts >= 2 && lines.some((line) => /\(config[\w-]*\)#/.test(line))) return 'transcript';
  if (prompts > 0) return undefined;
  if ((text.match(configurationSign) ?? []).length < 2) return undefined;
  const plain = lines.filter((line) =>
    /^\s*(?:[!#]|[a-z0-9][\w./:-]*(?:\s|$)|\^C|[0-9A-F ]+$)/.test(line),
  ).length;
  if (plain < lines.length * 0.85) return undefined;
  return lines.some((line) => /^\s*(?:conf\w* t|configure$|enable$|en$|do )|^sh(?:ow)? /i.test(line))
    ? 'instructions'
    : 'configuration';
}

export function looksTyped(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.length > 1 &&
    lines.some((line) =>
      /^\s*(?:conf\w* t\w*\s*$|int(?:erface)? (?:range )?(?:gi|fa|te|vlan|po)\S* ?\d|switchport |spanning-tree |vlan \d+\s*$)/i.test(
        line,
      ),
    ) &&
    lines.filter((line) => /^\s*(?:[!#]|\/\/|[a-z][\w-]*(?:\s|$))/.test(line)).length >= lines.length * 0.85
  );
}

/** Command lines that look like IOS and are not, by what only they print. */
const otherFamilies: readonly (readonly [string, RegExp])[] = [
  [
    'NX-OS',
    /^(?:feature \S|vdc |vrf context |switchname |install feature|role name |version \d+\.\d\(|boot (?:nxos|kickstart)|system default switchport|copp profile|\s+vpc (?:\d+|peer-link)$|system jumbomtu|hardware access-list)|^interface (?:ethernet|eth) ?1\/\d+$/im,
  ],
  [
    'IOS XR',
    /^(?:!! (?:IOS XR|Last configuration)|RP\/0|route-policy |interface (?:MgmtEth|Bundle-Ether)|prefix-set |taskgroup |usergroup |end-policy|line default|l2vpn$|commit\b)|\bint\w* +[a-z]+ ?\d+\/\d+\/\d+\/\d+\b|^\s*ipv4 address |\(config[^)]*\)#\s*commit|RP\/0/im,
  ],
  [
    'ASA and PIX',
    /^(?::?\s*(?:ASA|PIX|FWSM|NGFW) Version|\s*nameif |access-list \S+ extended|same-security-traffic|\s*security-level \d|object network )|ciscoasa/im,
  ],
  [
    'Arista EOS',
    /EOS|^(?:transceiver qsfp|management api|daemon |service routing protocols model|vlan internal order|\s+mlag )|^interface [Ee]thernet ?\d+$/m,
  ],
  [
    'Dell, Aruba, FS, TP-Link and other makers',
    /^(?:sysname|vlan batch|ver 0|module 1 |global-stp|; J\d|stack unit|!System Description|!Version ArubaOS|aaa bandwidth-contract|mgmt-server |boot system stack-unit|\s+(?:tagged|untagged) |\s*port (?:link-type|trunk|default) |\s*undo |mac-policy)|^interface (?:ten-?)?gigabitEthernet|^interface (?:GigaEthernet|fortyGigE|TGigaEthernet|\d)|Dell|OcNOS|Cumulus|FASTPATH|awplus|\bfsos\b|\bfrr\b|zebra/m,
  ],
  [
    'Junos, RouterOS, Linux and other systems',
    /^(?:\/interface|set interfaces|#$|\{|protocols?\s*\{|auto eth)/m,
  ],
  [
    'wireless controllers, SD-WAN and voice',
    /^(?:\(Cisco Controller\)|config (?:wlan|interface|sysname)|sdwan$|viptela|vpn \d+$|dial-peer voice|telephony-service|ephone )/im,
  ],
];

/** Why a text is no measure of a check of Catalyst and Small Business switches; undefined where it is one. */
export function whyLeftOut(path: string, text: string, kind: CorpusKind): string | undefined {
  const family = otherFamilies.find(([, sign]) => sign.test(text));
  if (family) return `texts of ${family[0]}`;
  if (/[/\\]src[/\\]test[/\\]resources[/\\]|unit-tests|parsing-errors|[/\\]fixtures?[/\\]/.test(path))
    return 'inputs made up to test a parser';
  if (platformOf(path, text) === 'sg300' && /gigabit\S*\s?\d\/\d/i.test(text))
    return 'texts of Small Business switches that number their units, which an SG300 does not';
  if (/\{\{|\{%|\$\{|<%/.test(text)) return 'templates';
  if (
    kind === 'instructions' &&
    /<[^>\n]+>|\[[^\]\n]*\]|\{[^}\n]*\}|\bx\.x\b|\.\.\.|\bX\/X\b|\bx\/x\b|…|_{3}/i.test(text)
  )
    return 'lists with placeholders';
  if (
    !/switchport|spanning-tree|^\s*vlan \d|vlan database|interface +(?:range +)?(?:vlan|vl) ?\d|channel-group|port-channel|\bint(?:erface)? ra/im.test(
      text,
    )
  )
    return 'texts of routers, in which nothing switches';
  return undefined;
}

export function platformOf(path: string, text: string): IosPlatform {
  if (/ciscosmb|cisco_s300/.test(path) || /^config-file-header|\bSG[235]\d\d-/m.test(text)) return 'sg300';
  return /WS-C2960S|^switch \d provision ws-c2960s|2960-?S/im.test(text) ? 'catalyst-2960s' : 'generic-ios';
}

const modeOfPrompt: Readonly<Record<string, ModeId>> = {
  config: 'config',
  'config-if': 'config-if',
  'config-if-range': 'config-if-range',
  'config-vlan': 'config-vlan',
  'config-line': 'config-line',
};

/** What stands behind the prompts of a transcript, with the mode that the prompt shows and whether the switch refused it. */
function typedLines(text: string): CorpusLine[] {
  const typed: CorpusLine[] = [];
  let before: string | undefined;
  for (const line of text.split('\n')) {
    const found = prompt.exec(line);
    if (!found) {
      if (/^\s*(?:% ?(?:Invalid|Incomplete|Ambiguous|Unknown|Bad)|Bad mask)/.test(line) && typed.length > 0)
        typed.push({ ...typed.pop()!, refused: true });
      continue;
    }
    const [, config, end] = found;
    // Copies lose the line break before what the switch says.
    const command = found[3]!.replace(/\s*Enter configuration commands, one per line.*$/, '');
    if (command.trim() === '' || /[?<>…]|←|\.\.\./.test(command)) continue;
    // Tab and ? draw the line anew, with more of it.
    const shown = line.slice(0, line.length - found[3]!.length);
    const last = typed.at(-1);
    if (last && !last.refused && shown === before && command.startsWith(last.text.trimEnd())) typed.pop();
    before = shown;
    const mode = config === undefined ? (end === '>' ? 'user-exec' : 'priv-exec') : modeOfPrompt[config];
    typed.push({
      text: /^\^Z\b/i.test(command) ? 'end' : command,
      prompted: true,
      ...(mode ? { mode } : {}),
    });
  }
  return typed;
}

/** What `show running-config` printed, up to the next prompt. */
function shownConfigurations(text: string): string[] {
  const shown: string[] = [];
  let current: string[] | undefined;
  for (const line of text.split('\n')) {
    const found = prompt.exec(line);
    if (found) {
      if (current) shown.push(current.join('\n'));
      current = /^(?:do )?sh\w* (?:run|start)[\w-]*$/i.test(found[3]!.trim()) ? [] : undefined;
    } else current?.push(line);
  }
  if (current) shown.push(current.join('\n'));
  return shown.filter((one) => kindOf(one) === 'configuration');
}

/** Instructions say in their prose where they are typed: it is the first mode that their first command fits. */
export function firstMode(texts: readonly string[], platform: IosPlatform): ModeId {
  const first = texts.find((line) => wordsOf(line)[0]?.text.startsWith('!') === false);
  const modes = ['priv-exec', 'config', 'config-if', 'config-vlan', 'config-line'] as const;
  const fits = modes.find(
    (mode) => first !== undefined && matchInMode(wordsOf(first), first, mode, platform).ok,
  );
  return fits ?? (isConfigurationFile(texts, platform) ? 'config' : 'priv-exec');
}
