import type { HostCall } from '../call.ts';
import type { HostResource, HostState } from '../state.ts';
import { resourcesOf, withProperties, withResource, without } from '../state.ts';
import type { EffectTable, HostEffect } from './effect.ts';
import type { ResourceRow } from './resource-row.ts';
import { propertiesIn, rowEffects } from './resource-row.ts';
import { firewallRows } from './rows/firewall.ts';
import { isSameName } from './teams.ts';

const row = rowEffects(firewallRows);

/** Rules that have no name but the one that Windows gave them, as their title calls them. */
export const untitledRows: readonly ResourceRow[] = firewallRows
  .filter(({ kind }) => kind === 'firewall-rule')
  .map((one) => ({ ...one, named: { name: { parameter: 'DisplayName' } } }));

/** All but what rules are found by. */
const settable = Object.fromEntries(
  firewallRows
    .filter(({ kind }) => kind === 'firewall-rule')
    .flatMap(({ properties }) => Object.entries(properties))
    .filter(([property]) => property !== 'title' && property !== 'group'),
);

/** The parameters that rules are found by. */
const ways = ['Name', 'DisplayName', 'DisplayGroup', 'Group'] as const;

/**
 * Rules and profiles of the firewall as commands name them. Source: the pages of the module NetSecurity. A rule without a `-Name` is
 * given one at random (New-NetFirewallRule), and is found by what it is called on screen. What Windows brings along is switched on and off.
 */
export const firewallEffects: EffectTable = {
  'New-NetFirewallRule': {
    ...row['New-NetFirewallRule']!,
    run(call, state) {
      const title = call.text('DisplayName');
      // Another of the same title is made without a word, and commands that go by the title mean both.
      if (title === undefined || resourcesOf(state, 'firewall-rule').some((rule) => isCalled(rule, title)))
        return undefined;
      return row['New-NetFirewallRule']!.run(call.has('Name') ? call : called(call, title), state);
    },
  },
  'Set-NetFirewallRule': {
    takes: [...ways, 'NewDisplayName', ...Object.values(settable).map(({ parameter }) => parameter)],
    run(call, state) {
      const found = rulesOf(call, state) ?? [];
      const title = call.text('NewDisplayName');
      if (found.length === 0 || (title !== undefined && found.some(({ properties }) => !properties['title'])))
        return undefined;
      const set = { ...propertiesIn({ properties: settable }, call), ...(title !== undefined && { title }) };
      return found.reduce((next, { name }) => withProperties(next, 'firewall-rule', name, set), state);
    },
  },
  'Remove-NetFirewallRule': {
    takes: [...ways],
    run(call, state) {
      const found = rulesOf(call, state);
      return found && found.length > 0 ? without(state, found) : undefined;
    },
  },
  'Enable-NetFirewallRule': switched('True'),
  'Disable-NetFirewallRule': switched('False'),
  'Set-NetFirewallProfile': {
    ...row['Set-NetFirewallProfile']!,
    takes: [...row['Set-NetFirewallProfile']!.takes, 'All'],
    run(call, state) {
      const set = row['Set-NetFirewallProfile']!;
      if (!call.flag('All')) return set.run(call, state);
      return ['Domain', 'Private', 'Public'].reduce<HostState | undefined>(
        (next, name) => next && set.run(withName(call, name), next),
        state,
      );
    },
  },
};

function switched(enabled: string): HostEffect {
  return {
    takes: [...ways],
    run(call, state) {
      const found = rulesOf(call, state);
      if (!found) return undefined;
      if (found.length > 0)
        return found.reduce(
          (next, { name }) => withProperties(next, 'firewall-rule', name, { enabled }),
          state,
        );
      const given = ways.filter((way) => call.has(way));
      const [way] = given;
      const names = way && call.texts(way);
      if (given.length !== 1 || !names) return undefined;
      return names.reduce(
        (next, name) =>
          withResource(next, 'firewall-rules-of-windows', `${way} ${name}`, {
            by: way,
            rules: name,
            enabled,
          }),
        state,
      );
    },
  };
}

/** Those that were made before; undefined where only running tells which are meant. */
function rulesOf(call: HostCall, state: HostState): readonly HostResource[] | undefined {
  const given = ways.filter((way) => call.has(way));
  const [way] = given;
  const names = way && call.texts(way);
  if (given.length !== 1 || !names) return undefined;
  return resourcesOf(state, 'firewall-rule').filter((rule) =>
    names.some((name) =>
      way === 'DisplayName'
        ? isCalled(rule, name)
        : isSameName(name, way === 'Name' ? rule.properties['title'] && rule.name : rule.properties['group']),
    ),
  );
}

/** One that was made without a name has its title for one here. */
function isCalled({ name, properties }: HostResource, title: string): boolean {
  return isSameName(properties['title'] ?? name, title);
}

/** The same call, its title for a name. */
function called(call: HostCall, title: string): HostCall {
  const { has } = withName(call, title);
  return { ...withName(call, title), has: (parameter) => parameter !== 'DisplayName' && has(parameter) };
}

/** The same call with a name. */
function withName(call: HostCall, name: string): HostCall {
  return {
    ...call,
    has: (parameter) => parameter === 'Name' || call.has(parameter),
    value: (parameter) => (parameter === 'Name' ? name : call.value(parameter)),
    text: (parameter) => (parameter === 'Name' ? name : call.text(parameter)),
    texts: (parameter) => (parameter === 'Name' ? [name] : call.texts(parameter)),
  };
}
