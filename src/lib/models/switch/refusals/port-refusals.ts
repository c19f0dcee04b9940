import { configOf } from '../change.ts';
import type { ConfigTarget } from '../change.ts';
import { choicesOf } from '../command.ts';
import type { SwitchCommand } from '../command.ts';
import { channelId, isRouted, portMode } from '../state.ts';
import type { InterfaceConfig, SwitchState } from '../state.ts';
import type { StateRefusal } from './refusal.ts';
import { rejected } from './refusal.ts';

// Replies as transcripts of labs and reports in public repositories have them (napalm-automation/napalm issues 1134 and 1481 for the one of
// NoNegotiate).

/** `switchport mode …`, and its `no`. */
export const modes: StateRefusal = (command, state, target) => {
  const next = command.negation ? state.profile.defaults.portMode : choicesOf(command).join(' ');
  const name = portAt(target, state, ({ nonegotiate }) => nonegotiate === true);
  if (next.startsWith('dynamic') && name !== undefined)
    return rejected(
      `${name} does not negotiate (\`switchport nonegotiate\`), and mode \`${next}\` is to negotiate.`,
      'Type `no switchport nonegotiate` first.',
      {
        reply: command.negation
          ? 'Command rejected: An interface must be configured to the "Access" or "Trunk" modes to be configured to "NoNegotiate."'
          : "Command rejected: Conflict between 'nonegotiate' and 'dynamic' status.",
      },
    );
  // A channel has the encapsulation of its members.
  const undecided =
    next === 'trunk'
      ? portsAt(target, state, (config) => !hasTagging(config)).find((one) => channelId(one) === undefined)
      : undefined;
  if (undecided === undefined || !choosesTagging(state)) return undefined;
  return rejected(
    `${undecided} negotiates between ISL and 802.1Q, which a trunk cannot.`,
    'Type `switchport trunk encapsulation dot1q` first.',
    {
      reply: [
        'Command rejected: An interface whose trunk encapsulation is "Auto" can not be configured to "trunk" mode.',
        ...stoppedAt(undecided, target),
      ].join('\n'),
    },
  );
};

/** What a switch prints besides where a range ends at its first port that does not take a command (transcripts of IOL). */
function stoppedAt(name: string, target: ConfigTarget): string[] {
  const isRange = target.kind === 'interfaces' && target.names.length > 1;
  return isRange ? [`% Range command terminated because it failed on ${name}`] : [];
}

/**
 * `switchport trunk encapsulation`: only machines that know both encapsulations have it (Catalyst 3560 Switch Command Reference, “switchport
 * trunk”; a transcript of a 2960).
 */
export const encapsulations: StateRefusal = (_, { profile }) =>
  profile.negotiatesTagging || profile.vlans.store !== 'database'
    ? undefined
    : rejected(
        'This switch tags its frames by 802.1Q alone, and has no such command.',
        'Leave the line out.',
        {
          reply: "% Invalid input detected at '^' marker.",
        },
      );

/** `dot1x port-control auto`: a port that negotiates asks nobody (transcript of a 3560). */
export const portControl: StateRefusal = (command, state, target) => {
  const [word, , mode] = command.words;
  if (command.negation || word !== 'dot1x' || mode !== 'auto') return undefined;
  const name = portAt(target, state, (config) => portMode(config, state).startsWith('dynamic'));
  if (name === undefined) return undefined;
  return rejected(
    `${name} is in mode \`${portMode(configOf(state, name), state)}\`, and 802.1X is for access ports.`,
    'Type `switchport mode access` first.',
    { reply: '% Error: 802.1X cannot be configured on a dynamic port' },
  );
};

/** `switchport nonegotiate`. */
export const nonegotiate: StateRefusal = (command, state, target) => {
  if (command.negation) return undefined;
  const name = portAt(target, state, (config) => portMode(config, state).startsWith('dynamic'));
  if (name === undefined) return undefined;
  return rejected(
    `${name} is in mode \`${portMode(configOf(state, name), state)}\`, which is to negotiate.`,
    'Type `switchport mode trunk` or `switchport mode access` first.',
    { reply: "Command rejected: Conflict between 'nonegotiate' and 'dynamic' status." },
  );
};

/** `switchport port-security`: it is switched on at ports that do not negotiate, and takes so many addresses as it may. */
export const portSecurity: StateRefusal = (command, state, target) => {
  if (command.negation) return undefined;
  const choices = choicesOf(command);
  if (choices[0] === 'mac-address') return tooManyAddresses(choices, state, target);
  if (choices.length > 0) return undefined;
  const names = portsAt(target, state, (config) => portMode(config, state).startsWith('dynamic'));
  const [name] = names;
  if (name === undefined) return undefined;
  return rejected(
    `${name} is in mode \`${portMode(configOf(state, name), state)}\`; addresses are secured on access ports and trunks alone.`,
    'Type `switchport mode access` first.',
    { reply: names.map((one) => `Command rejected: ${one} is a dynamic port.`).join('\n') },
  );
};

function tooManyAddresses(choices: readonly string[], state: SwitchState, target: ConfigTarget) {
  const address = choices.find((word) => /^[0-9a-f.]+$/i.test(word) && word.includes('.'));
  const name = portsAt(target, state, ({ lines }) => {
    const own = [...(lines?.values() ?? [])];
    const most = own
      .map((line) => /^switchport port-security maximum (\d+)$/.exec(line)?.[1])
      .find((one) => one !== undefined);
    const secured = own.filter((line) =>
      /^switchport port-security mac-address (sticky )?[0-9a-f]*\./i.test(line),
    );
    return (
      secured.length >= Number(most ?? 1) && !secured.some((line) => line.split(' ').includes(address ?? ''))
    );
  })[0];
  if (address === undefined || name === undefined) return undefined;
  return rejected(
    `${name} has as many secure addresses as it may have.`,
    'Allow more first: `switchport port-security maximum 2`.',
    { reply: `Total secure mac-addresses on interface ${name} has reached maximum limit.` },
  );
}

/** The first of those ports. */
function portAt(
  target: ConfigTarget,
  state: SwitchState,
  isSo: (config: InterfaceConfig) => boolean,
): string | undefined {
  return portsAt(target, state, isSo)[0];
}

/** The ports of a block that are so, of those that switch; where it is not known whether one does, it does not count. */
function portsAt(
  target: ConfigTarget,
  state: SwitchState,
  isSo: (config: InterfaceConfig) => boolean,
): string[] {
  if (target.kind !== 'interfaces' || !state.profile.defaults.portMode.startsWith('dynamic')) return [];
  return target.names.filter((name) => {
    const config = configOf(state, name);
    return isSwitched(name, config, state) && isSo(config);
  });
}

/** Whether a port certainly switches: it does from the factory, or it was told so. */
export function isSwitched(name: string, config: InterfaceConfig, { profile }: SwitchState): boolean {
  if (/^(vlan|loopback|tunnel|null)/i.test(name) || name.includes('.') || name === profile.managementPort)
    return false;
  if (isRouted(config)) return false;
  const { mode, accessVlan, nativeVlan, allowedVlans, voiceVlan } = config;
  const isTold = [mode, accessVlan, nativeVlan, allowedVlans, voiceVlan].some((value) => value !== undefined);
  return (
    isTold ||
    (profile.portsSwitch && channelId(name) === undefined) ||
    config.lines?.has('switchport') === true
  );
}

/** Whether ports have to be told how frames are tagged: the model does so, or somebody has told one of them. */
function choosesTagging({ profile, running }: SwitchState): boolean {
  if (!profile.negotiatesTagging) return false;
  return profile.portsSwitch || [...running.interfaces.values()].some(hasTagging);
}

function hasTagging({ lines }: InterfaceConfig): boolean {
  const chosen = lines?.get('switchport trunk encapsulation');
  return chosen !== undefined && !chosen.endsWith('negotiate');
}

/** Whether this is an address at a port that switches. */
export function isAtSwitchedPort(
  command: SwitchCommand,
  state: SwitchState,
  target: ConfigTarget,
): string | undefined {
  if (command.negation || target.kind !== 'interfaces') return undefined;
  return target.names.find((name) => isSwitched(name, configOf(state, name), state));
}
