import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { check, engine, fence, findings, found, note, part } from '../fixture-posts.ts';

const platform = 'windows-server-2022';
const secret = "$password = 'hunter2'";
/** A block of a post without a lab. */
const block = (lines: string, allow = '') => fence(`powershell platform=${platform}${allow}`, lines);
const allow = (text: string) => ` allow="${text}"`;
const allowedIn = (guide: Guide) =>
  check(guide).guides.flatMap(({ blocks }) => blocks.map(({ allowed }) => allowed));

describe('what a block allows', () => {
  const reason = 'The lab is thrown away.';
  it.each([
    ['a warning', secret, 'powershell/plain-text-secret'],
    ['an error', 'Get-VM -Nme a', 'powershell/unknown-parameter'],
    ['a dash', 'Get-VM –Name a', 'hygiene/long-dash'],
    ['what PowerShell cannot read', 'if ($a {', 'powershell/syntax'],
  ])('is not told, and stands with its reason: %s', (_, lines, rule) => {
    expect(found(note(block(lines), ''))).toEqual([expect.stringContaining(rule)]);
    const guide = note(block(lines, allow(`${rule}: ${reason}`)), '');
    expect(findings(guide)).toEqual([]);
    expect(allowedIn(guide)).toEqual([[{ rule, why: reason }]]);
  });

  it('is that block’s alone, and that rule’s', () => {
    const guide = note(
      block(`${secret}\nGet-VM –Name a`, allow('powershell/plain-text-secret: why')) + block(secret),
      '',
    );
    expect(found(guide)).toEqual(['hygiene/long-dash “–”', "powershell/plain-text-secret “'hunter2'”"]);
  });

  it('may be several rules', () => {
    const both = allow('powershell/plain-text-secret: one; not two; hygiene/long-dash: two');
    const guide = note(block(`${secret}\nGet-VM –Name a`, both), '');
    expect(findings(guide)).toEqual([]);
    expect(allowedIn(guide)).toEqual([
      [
        { rule: 'powershell/plain-text-secret', why: 'one; not two' },
        { rule: 'hygiene/long-dash', why: 'two' },
      ],
    ]);
  });

  it.each([
    ['powershell/plain-text-secret', 'guide/missing-reason “powershell/plain-text-secret”', true],
    ['powershell/plain-text-secret:', 'guide/missing-reason “powershell/plain-text-secret”', true],
    [': because', 'guide/missing-reason “allow=": because"”', true],
    ['plain-text-secret: why', 'guide/unknown-rule “plain-text-secret”', true],
    ['powershell/plain-text-sceret: why', 'guide/unknown-rule “powershell/plain-text-sceret”', true],
    ['powershell/syntax: why', 'guide/unused-allow “powershell/syntax”', true],
  ])('needs a rule that is there and is found, and a reason: %j', (text, told, secretStays) => {
    const lines = found(note(block(secret, allow(text)), ''));
    expect(lines).toContain(told);
    expect(lines).toHaveLength(secretStays ? 2 : 1);
  });

  it('is said to be missing where nothing is written', () => {
    expect(found(note(block('Get-VM', ' allow'), ''))).toEqual(['guide/missing-reason “allow”']);
    expect(findings(note(block('Get-VM', allow('plain-text-secret: x')), ''))[0]!.hint).toBe(
      'Did you mean powershell/plain-text-secret?',
    );
  });

  it('is for commands', () => {
    expect(found(note(fence('text allow="hygiene/secret: x"', 'a'), ''))).toEqual([
      'guide/unknown-meta “allow="hygiene/secret: x"”',
    ]);
  });

  it('counts where the block is for any platform only if it is told on each', () => {
    const anywhere = (lines: string, rule: string) =>
      note(fence(`powershell allow="${rule}: why"`, lines), '');
    expect(found(anywhere(secret, 'powershell/plain-text-secret'))).toEqual([]);
    expect(found(anywhere('Get-VMSwitchTeam', 'powershell/wrong-platform'))).toEqual([
      'guide/unused-allow “powershell/wrong-platform”',
    ]);
  });

  it('does not make a command known that is refused', () => {
    const { guides } = check(note(block('Get-VM -Nme a', allow('powershell/unknown-parameter: x')), ''));
    const [checked] = guides[0]!.blocks;
    expect(checked?.evidence).toBe('parsed');
    expect(checked?.commands.map(({ support }) => support)).toEqual(['unsupported']);
  });

  it('may be what goes into a bundle, and what a model finds', () => {
    const step = (text: string) => part(`## 9:1 One\n\n${text}`);
    const on = (lines: string, more = '') => fence(`powershell on=srv1${more}`, lines);
    expect(found(step(on(secret)))).toEqual(["powershell/plain-text-secret “'hunter2'”"]);
    expect(found(step(on(secret, allow('powershell/plain-text-secret: x'))))).toEqual([]);
    const ios = (more = '') =>
      fence(`ios on=sw1${more}`, 'configure terminal', 'system mtu jumbo 9000', 'end');
    const [first] = findings(step(ios()));
    expect(first?.rule).toMatch(/^ios\//);
    expect(
      found(step(ios(allow(`${first!.rule}: x`)))).filter((line) => line.startsWith(first!.rule)),
    ).toEqual([]);
  });
});

describe('what a post allows', () => {
  const front = (rules: string) => `allow:\n  ${rules}`;
  it('is allowed in all of its blocks, and the block’s own reason counts', () => {
    const guide = note(
      block(secret) + block(secret, allow('powershell/plain-text-secret: of the block')),
      front('powershell/plain-text-secret: of the post'),
    );
    expect(findings(guide)).toEqual([]);
    expect(allowedIn(guide).map(([one]) => one?.why)).toEqual(['of the post', 'of the block']);
  });

  it.each([
    ['powershell/plain-text-sceret: why', ['guide/unknown-rule “why”']],
    ['powershell/syntax: why', ['guide/unused-allow “why”']],
    ["powershell/plain-text-secret: ''", ["guide/front-matter “''”"]],
  ])('needs a rule that is there and is found, and a reason: %s', (rules, told) => {
    const lines = found(note(block(secret), front(rules)));
    expect(lines.filter((line) => line.startsWith('guide/'))).toEqual(told);
  });

  it('is unused where every block allows it by itself', () => {
    const guide = note(
      block(secret, allow('powershell/plain-text-secret: own')),
      front('powershell/plain-text-secret: why'),
    );
    expect(found(guide)).toEqual(['guide/unused-allow “why”']);
  });

  it('is a part of a labwork’s own', () => {
    const guide = part(`## 9:1 One\n\n${fence('powershell on=srv1', secret)}`, {
      extra: 'allow:\n  powershell/plain-text-secret: why',
    });
    expect(findings(guide)).toEqual([]);
    expect(engine).toBeDefined();
  });
});
