import type { JsonValue } from '../../resource.ts';
import { untitledRows } from '../effects/firewall-rules.ts';
import { firewallRows } from '../effects/rows/firewall.ts';
import { rowEmitters } from '../emit-rows.ts';
import type { HostEmitter } from '../emitted-command.ts';
import { quote } from '../emitted-command.ts';

const named = rowEmitters(firewallRows)['firewall-rule']!;
const untitled = rowEmitters(untitledRows)['firewall-rule']!;

/** Rules are named as they were made: by a name, or by their title alone. */
export const firewallEmitters: Readonly<Record<string, HostEmitter>> = {
  'firewall-rule'(change, all) {
    const [before, after] = [change.before?.['title'], change.after?.['title']];
    if (change.action === 'change' && (before === undefined) !== (after === undefined))
      return { why: 'a rule that has a name of its own is another one than what goes by its title alone' };
    const titleOf = (name: string, title: JsonValue | undefined) => String(title ?? name).toLowerCase();
    const isHeld = all.some(
      (other) =>
        other.kind === change.kind &&
        other.name !== change.name &&
        other.before &&
        other.action !== 'remove' &&
        titleOf(other.name, other.before['title']) === titleOf(change.name, after),
    );
    if (isHeld && change.action !== 'remove') return { why: 'another rule has its title until then' };
    return ((before ?? after) === undefined ? untitled : named)(change, all);
  },
  'firewall-rules-of-windows'({ action, after }) {
    if (action === 'remove' || !after)
      return { why: 'which of its own rules Windows had on, only the machine itself knew' };
    const verb = after['enabled'] === 'True' ? 'Enable' : 'Disable';
    return { lines: [`${verb}-NetFirewallRule -${String(after['by'])} ${quote(String(after['rules']))}`] };
  },
};
