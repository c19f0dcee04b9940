import type { SwitchCommand } from '../command.ts';
import { choicesOf, valueOf } from '../command.ts';
import type { SwitchState } from '../state.ts';
import type { StateRefusal } from './refusal.ts';
import { rejected } from './refusal.ts';

/** Priorities of bridges and ports go in steps. The reply for bridges is that of many transcripts; for ports that of 16 as it is for 64. */
export const priorities: StateRefusal = (command, { profile }) => {
  if (command.negation || profile.vlans.store !== 'database') return undefined;
  const priority = Number(valueOf(command, 'p'));
  if (Number.isNaN(priority) || choicesOf(command).includes('root')) return undefined;
  const isBridge = command.mode === 'config';
  const step = isBridge ? 4096 : 16;
  if (priority % step === 0) return undefined;
  return rejected(
    `${String(priority)} is no multiple of ${String(step)}: a priority of ${isBridge ? 'bridges' : 'ports'} leaves the rest of its bits to other things.`,
    `Choose ${String(Math.round(priority / step) * step)}.`,
    {
      reply: isBridge
        ? '% Bridge Priority must be in increments of 4096.\n% Allowed values are:\n  0     4096  8192  12288 16384 20480 24576 28672\n  32768 36864 40960 45056 49152 53248 57344 61440'
        : '% Port Priority in increments of 16 is required',
      value: 'p',
    },
  );
};

/** `spanning-tree priority` of an SG300, in the same steps; how it says so is not known. */
export const priorityOfSmallSwitch: StateRefusal = (command) => {
  const priority = Number(valueOf(command, 'p'));
  return command.negation || priority % 4096 === 0
    ? undefined
    : rejected(
        `${String(priority)} is no multiple of 4096.`,
        `Choose ${String(Math.round(priority / 4096) * 4096)}.`,
        {
          value: 'p',
        },
      );
};

/** `crypto key generate rsa`: a key is named after host and domain, unless it is given a label. */
export const rsaKeys: StateRefusal = (command, { running }) => {
  if (command.words.includes('label')) return undefined;
  if (running.hostname === undefined || running.hostname === 'Switch')
    return rejected(
      'A key gets its name from the host name, and the switch has that of the factory.',
      'Type `hostname NAME` first.',
      {
        reply: '% Please define a hostname other than Switch.',
      },
    );
  const hasDomain = [...running.lines.values()].some((line) => /^ip domain[- ]name /.test(line));
  if (hasDomain) return undefined;
  return rejected(
    'A key gets its name from the domain, too, and there is none.',
    'Type `ip domain-name NAME` first.',
    {
      reply: '% Please define a domain-name first.',
    },
  );
};

/**
 * A secret that is said to be a hash, or a password that is said to be scrambled, and is not. The reply for type 5 is that of IOS 12.2 and
 * 15.0 (kept word by word in public likenesses of its command line); of other types the wording is not known.
 */
export const secrets: StateRefusal = (command, state) => {
  if (command.negation || state.profile.vlans.store !== 'database') return undefined;
  const line = command.words.join(' ');
  const [, kind, type, text] =
    /^(?:enable |username \S+ (?:privilege \d+ )?)?(secret|password) (?:level \d+ )?([5789]) (.+)$/.exec(
      line,
    ) ?? [];
  if (kind === undefined || type === undefined || text === undefined) return both(command, state);
  const form = forms[`${kind} ${type}`];
  if (!form || form.test(text)) return both(command, state);
  return rejected(
    kind === 'secret'
      ? `\`${type}\` announces a hash, and what follows is none.`
      : `\`${type}\` announces a scrambled password, and what follows is none.`,
    'Leave the number out, and the switch makes it itself.',
    {
      reply:
        type === '5'
          ? 'ERROR: The secret you entered is not a valid encrypted secret.\nTo enter an UNENCRYPTED secret, do not specify type 5 encryption.\nWhen you properly enter an UNENCRYPTED secret, it will be encrypted.'
          : kind === 'password'
            ? `Invalid encrypted password: ${text}`
            : undefined,
      value: 'rest',
    },
  );
};

const forms: Readonly<Record<string, RegExp>> = {
  'secret 5': /^\$1\$[\w./]{1,8}\$[\w./]{22}$/,
  'secret 8': /^\$8\$[\w./]{14}\$[\w./]{43}$/,
  'secret 9': /^\$9\$[\w./]{14}\$[\w./]{43}$/,
  'password 7': /^[0-9]{2}([0-9A-Fa-f]{2})+$/,
};

/** A user has a password or a secret. */
function both({ words }: SwitchCommand, { running }: SwitchState) {
  const [, name, kind] = /^username (\S+) (?:privilege \d+ )?(secret|password) /.exec(words.join(' ')) ?? [];
  if (name === undefined) return undefined;
  const other = kind === 'secret' ? 'password' : 'secret';
  const before = running.lines.get(`username ${name}`);
  if (before === undefined || !new RegExp(` ${other} `).test(before)) return undefined;
  return rejected(
    `${name} has a ${other} already, and no user has both.`,
    `Type \`no username ${name}\` first.`,
    {
      reply: 'ERROR: Can not have both a user password and a user secret.\nPlease choose one or the other.',
    },
  );
}
