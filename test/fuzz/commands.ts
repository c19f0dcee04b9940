import {
  allAnswer,
  createEngine,
  createSourceFile,
  languages,
  optionalRules,
  platforms,
  printShow,
  rules,
  simulateScript,
  sliceOf,
  stateJson,
  toJson,
  toPretty,
  toSarif,
} from '../../src/lib/engine.ts';
import type { Diagnostic } from '../../src/lib/diagnostics/diagnostic.ts';
import type { IosPlatform } from '../../src/lib/dialects/ios/tables/table-format.ts';
import type { PlatformId } from '../../src/lib/platforms/platforms.ts';
import type { SourceFile } from '../../src/lib/source/source-file.ts';
import { loadCatalogue } from '../../src/workspace/facts.ts';
import { slipIn, withSlip } from '../../tools/break-script.ts';
import { createChance, pick } from '../chance.ts';
import { randomSession } from '../lib/models/switch/random-session.ts';
import { readSnippets } from '../powershell-engine/snippets.ts';
import type { Trial } from './findings.ts';
import { problemsOfFixes } from './fixes.ts';

type Chance = () => number;

/** With the optional rules, which have fixes of their own. */
export const engine = createEngine({ catalogue: loadCatalogue(), optional: optionalRules });

const snippets = readSnippets().map(({ text }) => text);

/** Commands as guides have them, whole and right: what is broken is broken from here. */
const commands = [
  "New-NetLbfoTeam -Name 'T1' -TeamMembers 'Ethernet', 'Ethernet 2' -TeamingMode Lacp -Confirm:$false",
  "New-VMSwitch -Name 'Converged' -NetAdapterName 'T1' -AllowManagementOS $false -MinimumBandwidthMode Weight",
  "Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'LM' -Access -VlanId 15",
  'Get-NetAdapter | Where-Object { $_.Status -eq "Up" } | Sort-Object Name | Format-Table -AutoSize',
  'New-NetIPAddress -InterfaceAlias "vEthernet (LM)" -IPAddress 192.168.15.11 -PrefixLength 24',
  '$options = @{ Name = "a"; Path = "C:\\Windows\\Temp" }\nNew-Item @options -ItemType File',
  'Get-ChildItem C:\\Windows\\System32 -Recurse | Remove-Item -Force -WhatIf',
  "ConvertTo-SecureString 'Passw0rd!' -AsPlainText -Force",
  'Get-VM |\n  Where-Object State -eq Running |\n  Stop-VM -Force',
  'if (-not (Test-Path "C:\\a")) { mkdir C:\\a } else { dir C:\\a }',
  'function Get-Thing { param([string]$Name, [int]$Count = 1) "$Name $($Count + 1)" }\nGet-Thing -Name x',
  "@'\na here-string\n'@ | Set-Content a.txt",
];

const words = (
  'if else foreach for while do until function filter param begin process end class enum using try catch finally switch data ' +
  'return throw exit in $a $b.c @args [int] [Parameter()] Get-VM New-VMSwitch -Name -eq -not -split \'x\' "y" "$z" "$(1)" @\' \'@ @" ' +
  '"@ <# #> # ` ( ) { } [ ] @( @{ $( ; , | || & && . :: : ? ?? ++ -- ! = += .. + - * / % > 2>&1 < 1 0x1F 1kb -- --% :label'
).split(' ');

/** What word processors, blogs and terminals do to commands. */
const scars: readonly ((text: string, chance: Chance) => string)[] = [
  (text) => text.replace(/'/g, '’'),
  (text) => text.replace(/'([^']*)'/g, '‘$1’'),
  (text) => text.replace(/"([^"]*)"/g, '“$1”'),
  (text) => text.replace(/-/g, '–'),
  (text) => text.replace(/ /g, '\u00a0'),
  (text, chance) =>
    inserted(text, pick(chance, ['\u200b', '\u00ad', '\ufeff', '\u202e', '\u2066', '\x1b']), chance),
  (text, chance) =>
    inserted(text, pick(chance, ['’', '“', '”', '‘', '„', '′', '–', '—', 'е', 'А', '…', '\u3000']), chance),
  (text) => text.replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\|/g, '&#124;'),
  (text) => text.replace(/^/gm, 'PS C:\\> '),
  (text) => text.replace(/^/gm, 'sw1(config)# '),
  (text) => text.replace(/\\/g, ''),
  (text) => text.replace(/\n/g, ' '),
  (text) => text.replace(/\n/g, '\r\n'),
  (text) => `"a $(${text.replace(/"/g, '""')}) b"`,
  (text) => `${text}\n\nName     Status\n----     ------\nEthernet Up\n`,
];

function inserted(text: string, what: string, chance: Chance): string {
  const at = Math.floor(chance() * (text.length + 1));
  return text.slice(0, at) + what + text.slice(at);
}

function scarred(text: string, chance: Chance): string {
  let result = text;
  while (chance() < 0.55) result = pick(chance, scars)(result, chance);
  return result;
}

/** A script: commands or snippets with slips and scars, words in any order, or any characters. */
export function powershellCase(seed: number): string {
  const chance = createChance(seed);
  const kind = chance();
  if (kind < 0.4) {
    const lines = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(chance, commands));
    let text = lines.join(pick(chance, ['\n', '\n', '; ', ' ']));
    while (chance() < 0.4 && text !== '') text = withSlip(text, slipIn(text, chance));
    return scarred(text, chance);
  }
  if (kind < 0.7) {
    let text = pick(chance, snippets);
    while (chance() < 0.7 && text !== '') text = withSlip(text, slipIn(text, chance));
    return chance() < 0.3 ? scarred(text, chance) : text;
  }
  if (kind < 0.93)
    return Array.from(
      { length: Math.floor(chance() * 60) },
      () => pick(chance, words) + pick(chance, ['', ' ', ' ', '\n']),
    ).join('');
  return Array.from({ length: Math.floor(chance() * 200) }, () =>
    String.fromCharCode(Math.floor(chance() * (chance() < 0.8 ? 127 : 0xffff))),
  ).join('');
}

/** A session or a configuration for a switch. */
export function iosCase(seed: number, platform: IosPlatform): string {
  const chance = createChance(seed);
  const text = randomSession(chance, platform, 1 + Math.floor(chance() * 12)).join('\n');
  return chance() < 0.4 ? scarred(text, chance) : text;
}

const tool = { name: 'fuzz', version: '0', url: '', docsUrl: () => '', severities: rules };

/** The check of a script on a platform, with every view of it and every fix. */
export function commandTrial(platform: PlatformId): Trial {
  const { dialect } = platforms[platform];
  const check = (text: string): readonly Diagnostic[] =>
    engine.checkScript(sliceOf(createSourceFile('fuzzed', text)), platform).diagnostics;
  return (text) => {
    const file = createSourceFile('fuzzed', text);
    const diagnostics = check(text);
    languages[dialect].tokensOf(text);
    return [...problemsOfViews(file, diagnostics), ...problemsOfFixes(text, diagnostics, check)];
  };
}

/** The views of diagnostics: places that are in the file, texts that parse. */
export function problemsOfViews(file: SourceFile, diagnostics: readonly Diagnostic[]): ReturnType<Trial> {
  const outside = diagnostics.find(
    ({ range: { start, end } }) =>
      !(0 <= start.offset && start.offset <= end.offset && end.offset <= file.text.length),
  );
  const endless = diagnostics.find(({ message, hint = '', why = '' }) =>
    [message, hint, why].some((text) => text.length > 1600),
  );
  const reports = [{ file, diagnostics, commands: [] }];
  JSON.parse(toJson(reports, () => ''));
  JSON.parse(toSarif(reports, tool, { exitCode: 0, failures: [] }));
  const pretty = toPretty(diagnostics, new Map([[file.path, file]]));
  return [
    ...(endless ? [{ kind: `long text: ${endless.rule}`, detail: endless.message }] : []),
    ...(outside ? [{ kind: `range outside: ${outside.rule}`, detail: JSON.stringify(outside.range) }] : []),
    ...(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/.test(pretty) ? [{ kind: 'control in a view', detail: pretty }] : []),
  ];
}

/** A switch that is given a text: nothing of it is lost, a refused line changes nothing, and all it shows can be shown. */
export function simulationTrial(platform: IosPlatform): Trial {
  return (text) => {
    const result = simulateScript(sliceOf(createSourceFile('fuzzed', text)), { platform });
    JSON.stringify(stateJson(result.console));
    for (const show of ['show running-config', 'show vlan brief', 'show interfaces status', 'show vlan'])
      printShow(show, result.console.state, allAnswer);
    const changing = result.lines.find((line) => line.status === 'diagnostic' && line.changed);
    return changing ? [{ kind: 'a refused line changed the state', detail: changing.input }] : [];
  };
}
