import type { PowerShellPlatform } from '../platforms.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { platformBit } from '../catalogue/versions.ts';

/**
 * Verbs that are not approved, by those that are. Source: the synonyms not to use of “Approved Verbs for PowerShell Commands” in
 * PowerShell's documentation, and everyday words for the same.
 */
const synonyms = {
  New: 'Create Generate Build Make Allocate Instantiate',
  Remove: 'Delete Erase Drop Kill Clear Cut Dispose Discard',
  Set: 'Change Modify Configure Write Reset Assign Edit Update Apply',
  Get: 'List Show Display View Query Read Dump Print Fetch Retrieve Check',
  Enable: 'Activate Allow Turn-On',
  Disable: 'Deactivate Halt Hide Prevent Forbid',
  Add: 'Append Attach Concatenate Insert Create Put',
  Start: 'Launch Initiate Boot Run Begin Execute',
  Stop: 'End Kill Terminate Cancel Halt Shutdown',
  Restart: 'Recycle Reboot Refresh',
  Test: 'Check Diagnose Verify Analyze Validate Ping',
  Install: 'Setup Deploy',
  Uninstall: 'Delete',
  Mount: 'Connect Attach',
  Dismount: 'Unmount Unlink Detach Eject',
  Initialize: 'Erase Init Renew Rebuild Reinitialize Setup',
  Import: 'Load BulkLoad',
  Export: 'Extract Backup Save',
  Rename: 'Change',
  Move: 'Transfer Migrate',
  Copy: 'Duplicate Clone Replicate Sync',
  Invoke: 'Run Start Execute',
  Resize: 'Extend Expand Shrink Grow',
  Format: 'Layout Arrange',
  Join: 'Combine Unite Connect Associate Add',
  Register: 'Create Add',
  Grant: 'Allow Give Assign',
  Revoke: 'Remove Take',
  Update: 'Refresh Renew Recalculate Reindex Upgrade',
  Find: 'Search',
  Select: 'Pick Choose',
  Send: 'Mail Post',
  Wait: 'Sleep Pause',
} as const;

const approvedVerbs = new Map<string, readonly string[]>();
for (const [approved, others] of Object.entries(synonyms))
  for (const other of others.toLowerCase().split(' '))
    approvedVerbs.set(other, [...(approvedVerbs.get(other) ?? []), approved]);

/** The command that the same noun has with an approved verb, the nearest one first; undefined where there is none. */
export function withApprovedVerb(
  name: string,
  catalogue: Catalogue,
  platform: PowerShellPlatform,
): string | undefined {
  const [, verb = '', noun = ''] = /^([A-Za-z]+)-([A-Za-z]\w+)$/.exec(name) ?? [];
  const found = (approvedVerbs.get(verb.toLowerCase()) ?? []).flatMap((approved) => {
    const place = catalogue.find(`${approved}-${noun}`).find(({ mask }) => mask & platformBit(platform));
    return place ? [place.name] : [];
  });
  return found[0];
}

/** The only command of this verb whose noun has one word more: Disable-NetAdapterManagement, Disable-NetAdapterPowerManagement. */
export function withMissingWord(
  name: string,
  catalogue: Catalogue,
  platform: PowerShellPlatform,
): string | undefined {
  const [, verb = '', noun = ''] = /^([A-Za-z]+)-([A-Za-z]\w+)$/.exec(name) ?? [];
  const words = wordsOf(noun);
  if (words.length < 2) return undefined;
  const beginning = `${verb}-`.toLowerCase();
  let found: string | undefined;
  for (const candidate of catalogue.names) {
    if (candidate.length < name.length + 2 || !candidate.toLowerCase().startsWith(beginning)) continue;
    const others = wordsOf(candidate.slice(beginning.length));
    if (others.length !== words.length + 1 || !isWithOneMore(words, others)) continue;
    if (!catalogue.find(candidate).some(({ mask }) => mask & platformBit(platform))) continue;
    if (found !== undefined) return undefined;
    found = candidate;
  }
  return found;
}

/** `NetAdapterQos` as `net adapter qos`. */
function wordsOf(noun: string): readonly string[] {
  return (noun.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}

function isWithOneMore(words: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  while (at < words.length && words[at] === others[at]) at++;
  return words.slice(at).every((word, index) => word === others[at + 1 + index]);
}
