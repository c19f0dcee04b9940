import { describe, expect, it } from 'vitest';
import { problems, type } from './session.ts';

// What real configurations and sessions hold, in lines of our own.

describe('Real sessions', () => {
  it('enter configuration by `configure` alone, which asks and takes Enter', () => {
    for (const platform of ['catalyst-2960s', 'generic-ios', 'sg300'] as const) {
      const { diagnostics, session } = type('conf', platform);
      expect(diagnostics).toEqual([]);
      expect(session.mode).toBe('config');
    }
  });

  it('name a port by the one letter that is enough on a switch with few types of port', () => {
    const { diagnostics, session } = type('conf t\nint f0/1\nint range f0/2 - 4, g0/1', 'generic-ios');
    expect(diagnostics).toEqual([]);
    expect(session.mode).toBe('config-if-range');
    expect(problems('conf t\nint t1/1/1\nswitchport mode access\nint g1/0/1', 'generic-ios')).toEqual([]);
  });
});

describe('Real configurations', () => {
  it('begin with what the switch says before it prints them', () => {
    const text =
      'Building configuration...\n\nCurrent configuration : 1234 bytes\n!\nversion 15.2\nhostname sw7\nend\n';
    const { commands, diagnostics, context } = type(text);
    expect(context).toBe('config');
    expect(diagnostics).toEqual([]);
    expect(commands.map(({ name }) => name)).toEqual(['version', 'hostname', 'end']);
  });

  it.each(['motd', 'login', 'exec', 'incoming', 'prompt-timeout', 'slip-ppp'])(
    'hold a banner %s whose text is no command',
    (kind) => {
      const text = `hostname sw7\nbanner ${kind} ^C\ninterface nonsense\nswitchport mode trnuk\n^C\nline con 0\n`;
      const { commands, diagnostics } = type(text);
      expect(diagnostics).toEqual([]);
      expect(commands.map(({ name }) => name)).toEqual(['hostname', 'banner', 'line']);
    },
  );

  it('hold the banners of a Small Business switch', () => {
    const text = 'hostname sw7\nbanner login ^C\nswitchport mode trnuk\n\n^C\nbanner exec ^C\nhello\n^C\n';
    const { commands, diagnostics } = type(text, 'sg300');
    expect(diagnostics).toEqual([]);
    expect(commands.map(({ support }) => support)).toEqual(['supported', 'supported', 'supported']);
  });
});
