import type { SettingMaker } from './setting.ts';

/** A DHCP server. Source: the pages of the module DhcpServer. */
export const dhcpSettings: Readonly<Record<string, SettingMaker>> = {
  'dhcp-authorization': ({ action, after }, express) => {
    if (action !== 'create' || !after) return undefined;
    const server = express.inside(after['server']!, 'dnsname');
    const address = express.inside(after['address'] ?? '', 'ipaddress');
    return [
      {
        title: 'authorised DHCP server',
        name: server,
        needs: 'Get-DhcpServerInDC',
        read: `Get-DhcpServerInDC | Where-Object { $_.DnsName -eq ${server} }`,
        want: { IPAddress: address },
        make: true,
        back: `Remove-DhcpServerInDC -DnsName ${server} -IPAddress ${address} -Confirm:$false`,
      },
    ];
  },
  'dhcp-scope': ({ action, name, set }, express) => {
    if (action !== 'create') return undefined;
    const scope = express.inside(name);
    const known = { name: 'Name', from: 'StartRange', to: 'EndRange', mask: 'SubnetMask' } as const;
    if (Object.keys(set).some((key) => !(key in known))) return undefined;
    const want = Object.fromEntries(
      Object.entries(known).flatMap(([key, property]) =>
        set[key] === undefined ? [] : [[property, express.inside(set[key], property.toLowerCase())]],
      ),
    );
    // Its id is the network of its range, which the parameters have.
    const inScope = `"$($_.StartRange)" -eq ${want['StartRange'] ?? scope}`;
    return [
      {
        title: 'DHCP scope from',
        name: want['StartRange'] ?? scope,
        needs: 'Get-DhcpServerv4Scope',
        read: `Get-DhcpServerv4Scope | Where-Object { ${inScope} }`,
        want,
        make: true,
        back: `Get-DhcpServerv4Scope | Where-Object { ${inScope} } | Remove-DhcpServerv4Scope -Force`,
      },
    ];
  },
  'dhcp-option': ({ action, after }, express) => {
    if (action === 'remove' || !after || after['scope'] === undefined) return undefined;
    const scope = express.inside(after['scope'], 'scopeid');
    const id = String(after['option']);
    const values = (after['value'] as readonly string[]).map((value) =>
      express.inside(value, 'router', 'dnsserver', 'dnsdomain', 'value'),
    );
    return [
      {
        title: `DHCP option ${/^\d+$/.test(id) ? id : ''} of`,
        name: scope,
        needs: 'Get-DhcpServerv4OptionValue',
        read: `if (Get-DhcpServerv4Scope | Where-Object { "$($_.ScopeId)" -eq ${scope} }) { Get-DhcpServerv4OptionValue -ScopeId ${scope} | Where-Object { $_.OptionId -eq ${/^\d+$/.test(id) ? id : '0'} } }`,
        want: { Value: `@(${values.join(', ')})` },
        make: true,
        back: `Remove-DhcpServerv4OptionValue -ScopeId ${scope} -OptionId ${/^\d+$/.test(id) ? id : '0'}`,
      },
    ];
  },
  'dhcp-reservation': ({ action, name, set }, express) => {
    if (action !== 'create' || set['scope'] === undefined || set['client'] === undefined) return undefined;
    const address = express.inside(name, 'ipaddress');
    const scope = express.inside(set['scope'], 'scopeid');
    return [
      {
        title: 'DHCP reservation',
        name: address,
        needs: 'Get-DhcpServerv4Reservation',
        read: `if (Get-DhcpServerv4Scope | Where-Object { "$($_.ScopeId)" -eq ${scope} }) { Get-DhcpServerv4Reservation -ScopeId ${scope} | Where-Object { "$($_.IPAddress)" -eq ${address} } }`,
        want: { ClientId: express.inside(set['client'], 'clientid') },
        make: true,
        back: `Remove-DhcpServerv4Reservation -IPAddress ${address}`,
      },
    ];
  },
};
