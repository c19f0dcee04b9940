import { describe, expect, it } from 'vitest';
import { readBody } from './read-fixture.ts';

/** `kind “marked text”` of what a body names. */
function named(body: string): string[] {
  const { references, file, diagnostics } = readBody(body);
  expect(diagnostics).toEqual([]);
  return references.map(({ kind, name, range }) => {
    expect(file.text.slice(range.start.offset, range.end.offset)).toBe(name);
    return `${kind} ${name} at ${range.start.line}:${range.start.column}`;
  });
}

describe('what a post names', () => {
  it.each([
    ['<Value of="vswitch" />', ['value vswitch at 7:12']],
    ["a <Value of='networks.lm.vlan' /> b", ['value networks.lm.vlan at 7:14']],
    ['<Value of={"of"} />', ['value of at 7:13']],
    ['<Value of={`of`} />', ['value of at 7:13']],
    ['<PortMap caption="sw1" device="sw1" />', ['device sw1 at 7:32']],
    ['<NetworkTable networks="lm csv" />', ['network lm at 7:25', 'network csv at 7:28']],
    ['<NetworkTable networks="networks" />', ['network networks at 7:25']],
    ['<NetworkTable\n  networks=" lm\n  csv " />', ['network lm at 8:14', 'network csv at 9:3']],
    ['<Figure alt="rack" src="rack" />', ['figure rack at 7:25']],
    ['<Comparison id="tunnels" />', ['comparison tunnels at 7:17']],
    ['<NetworkTable />', []],
    ['<Topology caption="sw1" />', []],
    [
      '<Aside title="rack">\n\n<Value of="a" /> and <Value of="b" />\n\n</Aside>',
      ['value a at 9:12', 'value b at 9:33'],
    ],
  ])('has the place of the name in its prop: %j', (body, names) => {
    expect(named(body)).toEqual(names);
  });

  it('is nothing where the component does not hold', () => {
    expect(readBody('<Figure alt="rack" />').references).toEqual([]);
    expect(readBody('<Value of="a" so="b" />').references).toEqual([]);
  });
});

it.each([
  ['![A rack][rack]\n\n[rack]: ../figures/rack.jpg', []],
  ['[rack]: ../figures/rack.jpg\n\n![rack][]', []],
  ['![A rack][x] and [the file][x]\n\n[x]: ../figures/rack.jpg', ['../figures/rack.jpg']],
  ['[the file][x]\n\n[x]: ../figures/rack.jpg', ['../figures/rack.jpg']],
  ['[![A rack][x]][y]\n\n[x]: ../figures/rack.jpg\n[y]: /about/', ['/about/']],
])('the address of a picture is no link: %j', (body, urls) => {
  expect(readBody(body).links.map(({ url }) => url)).toEqual(urls);
});
