// What real configurations and sessions taught beyond the collected facts, each with its source. Taken in by build-ios-tables.ts.

/** Where the facts below were seen; keys are referred to in `sources`. */
export const correctionSources = {
  labs: 'Configurations and typed sessions in public repositories, read while measuring (tools/measure-ios.ts)',
  vtpmib: 'CISCO-VTP-MIB: the name of a VLAN, vtpVlanName, is a text of 1 to 32 characters',
  qbridge: 'RFC 4363, Q-BRIDGE-MIB: dot1qVlanStaticName is a text of up to 32 characters',
  iosfund:
    'Cisco IOS command reference, hostname (cisco.com, E-Learning/bulk/public/tac/cim/cib/using_cisco_ios_software/cmdrefs/hostname.htm): names of 63 characters or fewer',
} as const;

/** Fields of collected commands that are otherwise, by the command's id. */
export const corrections: Readonly<Record<string, object>> = {
  // Answered with Enter the question means the terminal; the next prompt of every transcript is that of global configuration.
  'configure-terminal': {
    syntax: 'configure [terminal]',
    keyword_path: ['configure'],
    sources: ['pocreate', 'labs'],
  },
  // Images for virtual labs print `banner incoming`.
  banner: {
    syntax: 'banner {motd | login | exec | incoming | prompt-timeout | slip-ppp} <text:banner>',
    no_syntax: ['no banner {motd | login | exec | incoming | prompt-timeout | slip-ppp}'],
    sources: ['labs'],
  },
  'mac-aging': {
    syntax: 'mac address-table aging-time <s:int(0-1000000)> [vlan <v:vlan-id>]',
    sources: ['labs'],
  },
  // A user may be given a privilege level on a line without a password.
  username: {
    syntax: 'username <u:word> [privilege <p:int(0-15)>] [nopassword | {password | secret} <rest:line>]',
    sources: ['smbfix', 'labs'],
  },
  'v-name': { syntax: 'name <n:word(1-32)>', verified: 'doc', sources: ['ansible', 'vtpmib'] },
  'vlan-sg': { syntax: 'vlan <list:vlan-list> [name <n:word(1-32)>]', sources: ['smbfix', 'qbridge'] },
  'name-sg': { syntax: 'name <n:line(1-32)>', sources: ['smbfix', 'qbridge'] },
  // The SG300 has a longer limit of its own.
  hostname: {
    platforms: ['catalyst-2960s', 'generic-ios'],
    syntax: 'hostname <name:word(1-63)>',
    verified: 'doc',
    sources: ['iosfund'],
  },
};

/** Commands that the collected facts lack: the field values that differ from those of `like`. */
export const additions: readonly { readonly like: string; readonly differing: object }[] = [
  {
    like: 'banner',
    differing: {
      id: 'banner-sg',
      platforms: ['sg300'],
      syntax: 'banner {login | exec} <text:banner>',
      no_syntax: ['no banner {login | exec}'],
      default_form: false,
      gotchas: ['seen on a CBS350; printed between ^C and ^C'],
      sources: ['labs'],
    },
  },
  {
    like: 'hostname',
    differing: {
      id: 'hostname-sg',
      platforms: ['sg300'],
      syntax: 'hostname <name:word>',
      gotchas: [],
      verified: 'sample',
      sources: [],
    },
  },
  // Ports of routers, which share these tables, join a channel on a line without a mode.
  {
    like: 'cg-g',
    differing: {
      id: 'cg-router',
      syntax: 'channel-group <n:int(1-256)>',
      in_lab_subset: false,
      effect: 'joins a port of a router to a channel without a protocol',
      verified: 'sample',
      sources: ['labs'],
    },
  },
];
