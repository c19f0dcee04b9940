import { withResource } from '../state.ts';
import type { EffectTable } from './effect.ts';

/** Options that have a parameter of their own. Source: Set-DhcpServerv4OptionValue; RFC 2132 for the numbers. */
const numbers = { Router: 3, DnsServer: 6, DnsDomain: 15, WinsServer: 44 } as const;

/** One command sets several options, of a scope or of the server. */
export const dhcpOptionEffects: EffectTable = {
  'Set-DhcpServerv4OptionValue': {
    takes: ['ScopeId', 'OptionId', 'Value', ...Object.keys(numbers)],
    run(call, state) {
      const scope = call.text('ScopeId');
      if (call.has('ScopeId') && scope === undefined) return undefined;
      const given = [
        ...Object.entries(numbers).map(([parameter, number]) => [parameter, String(number)] as const),
        ['Value', call.text('OptionId')] as const,
      ].filter(([parameter]) => call.has(parameter));
      let next = state;
      for (const [parameter, option] of given) {
        const value = call.texts(parameter);
        if (!value || option === undefined) return undefined;
        next = withResource(
          next,
          'dhcp-option',
          [...(scope === undefined ? [] : [scope]), option].join(' '),
          {
            ...(scope !== undefined && { scope }),
            option,
            value,
          },
        );
      }
      return given.length === 0 ? undefined : next;
    },
    needs: [{ parameter: 'ScopeId', kind: 'dhcp-scope', alike: true }],
  },
};
