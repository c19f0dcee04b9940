/** Text parameters that are addresses; a value that is none is refused when the command runs. */
export const addresses: readonly {
  readonly command: RegExp;
  readonly parameter: string;
  readonly source: string;
}[] = [
  {
    command: /^New-NetIPAddress$/i,
    parameter: 'IPAddress',
    source: 'New-NetIPAddress: an IPv4 or IPv6 address',
  },
  {
    command: /^New-NetIPAddress$/i,
    parameter: 'DefaultGateway',
    source: 'New-NetIPAddress: the address of the default gateway',
  },
  {
    command: /^Set-DnsClientServerAddress$/i,
    parameter: 'ServerAddresses',
    source: 'Set-DnsClientServerAddress: a list of DNS server addresses',
  },
];
