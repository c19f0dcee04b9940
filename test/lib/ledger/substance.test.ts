import { describe, expect, it } from 'vitest';
import { proposeClass, substanceOfChange } from '../../../src/lib/engine.ts';
import { linesOf, projectionOfNote } from './recorded-posts.ts';

const found = (before: string, after: string) => substanceOfChange(linesOf(before), linesOf(after));

describe('what of substance changed', () => {
  it.each<readonly [before: string, after: string, ...substance: string[]]>([
    ['It has 10 ports here.', 'It has 12 ports here.', 'number'],
    ['It has ten ports here.', 'It has twelve ports here.', 'number'],
    ['It runs 2012 R2 here.', 'It runs 2012 here.', 'number'],
    ['Use 10.20.0.1 as the gateway.', 'Use 10.20.0.2 as the gateway.', 'number'],
    ['The driver is 1.2.3 there.', 'The driver is 1.2.4 there.', 'number'],
    ['It was in March and rained.', 'It was in April and rained.', 'date'],
    ['The port is not to be used.', 'The port is to be used.', 'negation'],
    ['You cannot do that here.', 'You can do that here.', 'negation'],
    ['It doesn’t work like this.', 'It does work like this.', 'negation'],
    ['Put it on before that happens.', 'Put it on after that happens.', 'negation'],
    ['The port is enabled by this.', 'The port is disabled by this.', 'negation'],
    ['It is possible to do it.', 'It is impossible to do it.', 'negation'],
    ['Das ist nicht so gemeint.', 'Das ist so gemeint.', 'negation'],
    ['It takes LACP from the switch.', 'It takes PAgP from the switch.', 'name'],
    ['It is in C:\\\\Temp as a file.', 'It is in C:\\\\Data as a file.', 'name'],
    ['Type `show vlan` and look.', 'Type `show vlans` and look.', 'code'],
    [
      'See [it](https://a.example/1) there, which says more.',
      'See [it](https://a.example/2) there, which says more.',
      'link',
    ],
    ['```text\na\n```', '```text\nb\n```', 'code'],
    ['```text title="a"\na\n```', '```text title="b"\na\n```', 'code'],
    ['| a | b |\n|---|---|\n| c | d |', '| a | b |\n|---|---|\n| c | e |', 'table'],
    ['One.', 'One.\n\nTwo is another one.', 'passage'],
    ['One.\n\nTwo is another one.', 'One.', 'passage'],
    ['- one thing\n- two things', '- two things\n- one thing', 'passage'],
    [
      '<Aside title="Before you go">\nOne.\n</Aside>',
      '<Aside title="Before you went">\nOne.\n</Aside>',
      'picture',
    ],
    ['He said it takes one hour.', 'He said it takes an hour.', 'number'],
  ])('of “%s” to “%s”', (before, after, ...substance) => {
    expect(found(before, after)).toEqual(substance);
  });

  it.each<readonly [before: string, after: string]>([
    ['It recieves frames from there.', 'It receives frames from there.'],
    ['It works, as one sees.', 'It works as one sees.'],
    ['It works – as you see.', 'It works, as you see.'],
    ['That is a good way to put it.', 'That is a fine way to put it.'],
    [
      'The team takes frames by [LACP](https://a.example).',
      'The team receives frames by [LACP](https://a.example).',
    ],
    ['Type `show vlan` and look at it.', 'Type `show vlan` and look well at it.'],
    ['## Which ports they are', '## What ports they are'],
    ['It has 10 ports here, and works.', 'It has 10 ports here and it works.'],
    ['it works like this.', 'It works like this.'],
    ["It doesn't work like this.", 'It doesn’t work like this.'],
  ])('is nothing of “%s” to “%s”', (before, after) => {
    expect(found(before, after)).toEqual([]);
  });

  it('is a picture, or what is said in its place', () => {
    const line = (alt: string, file: string) => [`![${alt}](notes/${file} "In March.")`];
    expect(substanceOfChange(line('A rack.', 'a.png'), line('A shelf.', 'a.png'))).toEqual(['picture']);
    expect(substanceOfChange(line('A rack.', 'a.png'), line('A rack.', 'b.png'))).toEqual(['picture']);
  });

  it('is a field of the front matter, or a date, or what its sentences say', () => {
    const lines = [...projectionOfNote('One.').lines];
    const change = (at: number, line: string) => substanceOfChange(lines, lines.toSpliced(at, 1, line));
    expect(change(0, 'title: Two good switches')).toEqual([]);
    expect(change(0, 'title: Twelve switches')).toEqual(['number']);
    expect(change(1, 'date: 2014-04-09')).toEqual(['date']);
    expect(substanceOfChange(lines, lines.toSpliced(3, 0, 'conditions.1.name: Rain'))).toEqual(['field']);
  });
});

describe('the class that is proposed', () => {
  const proposed = (before: string, after: string, usesDiffer = false) => {
    const { class: kind, severity } = proposeClass(linesOf(before), linesOf(after), usesDiffer);
    return severity === undefined ? kind : `${severity} ${kind}`;
  };

  it.each<readonly [before: string, after: string, expected: string]>([
    ['It recieves frames from there.', 'It receives frames from there.', 'editorial'],
    ['One.', 'One.\n\nTwo is another one.', 'update'],
    [
      'See [it](https://a.example/1) there, and more.',
      'See [it](https://a.example/2) there, and more.',
      'cosmetic correction',
    ],
    ['The VLAN is 10 there.', 'The VLAN is 20 there.', 'factual correction'],
    ['```text\na\n```', '```text\nb\n```', 'factual correction'],
  ])('for “%s” to “%s” is %s', (before, after, expected) => {
    expect(proposed(before, after)).toBe(expected);
  });

  it('is a correction where a picture is another one', () => {
    expect(proposed('One.', 'One.', true)).toBe('factual correction');
  });
});
