import type { World } from './world.ts';

/** A machine as it is compared: by names, without what two runs may differ in (ids, indexes, times, numbers behind descriptions). */
export type Normal = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What Windows gives itself where nobody answers is nobody's doing, and says nothing. */
export function normalOf(world: World): Normal {
  const nameOf = new Map(world.adapters.map(({ id, name }) => [id, name]));
  const switchOf = new Map(world.switches.map(({ id, name }) => [String(id), String(name)]));
  const names = (ids: unknown) => (ids as string[]).map((id) => nameOf.get(id) ?? id).sort();
  const adapters = world.adapters.map((adapter) => [
    `adapter ${adapter.name}`,
    {
      kind: adapter.kind,
      enabled: adapter.enabled,
      dhcp: adapter.dhcp,
      dns: adapter.dns,
      bindings: adapter.bindings,
      capabilities: adapter.capabilities,
      properties: Object.values(adapter.properties).map((one) => {
        const { keyword, value } = one as { keyword: string; value: string };
        return `${keyword} ${value}`;
      }),
      team: adapter.team,
      vlan: adapter.vlan,
      category: adapter.category,
    },
  ]);
  const teams = world.teams.map(({ id: _, upAt: __, members, ...team }) => [
    `team ${team.name}`,
    { ...team, members: names(members) },
  ]);
  const switches = world.switches.map(({ id: _, adapters: below, ...one }) => [
    `switch ${String(one['name'])}`,
    { ...one, adapters: names(below) },
  ]);
  const management = world.management.map(({ id, switch: at, ...own }) => [
    `host adapter ${String(own['name'])} ${nameOf.get(String(id)) ?? ''}`,
    { ...own, switch: switchOf.get(String(at)) },
  ]);
  const addresses = world.addresses
    .filter(({ origin }) => origin === 'Manual')
    .map(({ adapter, address, prefix }) => [`address ${address}`, { adapter: nameOf.get(adapter), prefix }]);
  const routes = world.routes.map(({ adapter, ...route }) => [
    `route ${String(route['destination'])} ${String(nameOf.get(String(adapter)))}`,
    route,
  ]);
  const rest = {
    features: world.features,
    tasks: world.tasks,
    host: world.vmHost,
    // A kind that has no objects any more is as one that never had any.
    ...Object.fromEntries(
      Object.entries(world.objects)
        .filter(([, all]) => all.length > 0)
        .map(([noun, all]) => [`objects ${noun}`, all.map((one) => JSON.stringify(sorted(one))).sort()]),
    ),
    machines: Object.fromEntries(world.machines.map((one) => [one.name, one])),
    computer: { restartPending: world.computer.restartPending, nextName: world.computer.nextName },
  };
  const entries = [...adapters, ...teams, ...switches, ...management, ...addresses, ...routes] as [
    string,
    Record<string, unknown>,
  ][];
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted({ ...Object.fromEntries(entries), ...rest }) as Normal;
}

/** PowerShell keeps the keys of a table in no order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

/** What is not the same in both, in words. */
export function differences(one: Normal, other: Normal): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => {
    const [before, after] = [JSON.stringify(one[key]), JSON.stringify(other[key])];
    if (before === after) return [];
    return before === undefined
      ? [`+ ${key}: ${after}`]
      : after === undefined
        ? [`- ${key}`]
        : [`~ ${key}: ${before} → ${after}`];
  });
}
