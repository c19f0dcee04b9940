import { patternEscape } from '../../platforms/fleet.ts';
import type { Subject, TemplatePart, TriedText, VlanListPart } from './text-template.ts';
import { templateOf } from './text-template.ts';
import type { YamlValue } from './yaml-file.ts';
import { Verbatim } from './yaml-file.ts';

/** Texts in which a machine's own values and ports stand, for Ansible to fill in. */
export interface Varying {
  /** Of the same form as what was given; a text without subjects is verbatim. */
  readonly variables: YamlValue;
  /** Lists of VLANs, each a template by its name. */
  readonly lists: Readonly<Record<string, string>>;
}

/** The same variables of a track as in the guide, in three trials, and in three with other values alone. */
export interface Variants {
  readonly own: YamlValue;
  readonly trials: readonly [YamlValue, YamlValue, YamlValue];
  readonly atOwnPorts: readonly [YamlValue, YamlValue, YamlValue];
}

/** The keys under which patterns stand: what is filled in is written so that it stands for itself there. */
const patterns = new Set(['planned', 'in_the_way', 'made']);

/** Undefined where it cannot be told what a text is made of. */
export function vary(
  { own, trials, atOwnPorts }: Variants,
  subjects: readonly Subject[],
  mostPorts: number,
): Varying | undefined {
  const lists = new Map<string, string>();
  let failed = false;
  const walk = (key: string, value: unknown, others: readonly unknown[]): YamlValue => {
    if (value instanceof Verbatim) {
      const texts = others.map((other) => (other instanceof Verbatim ? other.text : undefined));
      const text = texts.every((one) => one !== undefined)
        ? textOf(value.text, texts, {
            subjects,
            mostPorts,
            isPattern: patterns.has(key),
            isTyped: key === 'labwork_change',
            lists,
          })
        : undefined;
      if (text === undefined) failed = true;
      return text ?? value;
    }
    if (typeof value !== 'object' || value === null) {
      if (others.some((other) => other !== value)) failed = true;
      return value as YamlValue;
    }
    const entries = Object.entries(value);
    if (others.some((other) => Object.keys(other ?? {}).length !== entries.length)) {
      failed = true;
      return value as YamlValue;
    }
    const walked = entries.map(([name, item]): readonly [string, YamlValue] => [
      name,
      walk(
        Array.isArray(value) ? key : name,
        item,
        others.map((other) => (other as Record<string, unknown>)[name]),
      ),
    ]);
    return Array.isArray(value) ? walked.map(([, item]) => item) : Object.fromEntries(walked);
  };
  const variables = walk('', own, [...trials, ...atOwnPorts]);
  return failed ? undefined : { variables, lists: Object.fromEntries(lists) };
}

interface TextContext {
  readonly subjects: readonly Subject[];
  readonly mostPorts: number;
  readonly isPattern: boolean;
  readonly isTyped: boolean;
  readonly lists: Map<string, string>;
}

function textOf(own: string, others: readonly string[], context: TextContext): Verbatim | string | undefined {
  const [atOwn, atTheirs] = [others.slice(3), others.slice(0, 3)] as unknown as TriedText['trials'][];
  const { subjects, isTyped } = context;
  const escape = context.isPattern ? patternEscape : (text: string) => text;
  const values = templateOf({ own, trials: atOwn!, isTyped, escape }, subjects);
  if (!values) return undefined;
  const whole = templateOf({ own, trials: atTheirs!, isTyped, escape }, subjects);
  if (whole)
    return whole.every((part) => typeof part === 'string') ? new Verbatim(own) : jinja(whole, context);
  // At the lab's own ports the guide has a form for several of them that others need not have.
  const [first] = atTheirs!;
  const moved = templateOf({ own: first, trials: atTheirs!, isTyped, escape }, subjects.map(triedFirst));
  if (!moved || moved.filter(isPort).length > context.mostPorts) return undefined;
  return `{% if labwork_own_ports %}${jinja(moved, context)}{% else %}${jinja(values, context)}{% endif %}`;
}

function triedFirst(subject: Subject): Subject {
  return { ...subject, own: subject.trials[0] };
}

function isPort(part: TemplatePart): boolean {
  return typeof part === 'object' && part.kind === 'subject' && part.subject.kind === 'port';
}

function jinja(parts: readonly TemplatePart[], { isPattern, lists }: TextContext): string {
  const escape = isPattern ? ' | string | regex_escape' : '';
  return parts
    .map((part) => {
      if (typeof part === 'string') return part.replace(/\{(?=[{%#])/g, () => "{{ '{' }}");
      if (part.kind === 'subject') return `{{ labwork_${part.subject.kind}['${part.subject.of}']${escape} }}`;
      const name = listName(part);
      lists.set(name, listJinja(part));
      return `{{ ${name}${escape || ' | string'} }}`;
    })
    .join('');
}

function listName({ subjects, ids, shortest }: VlanListPart): string {
  const members = [...ids.map(String), ...subjects.map(({ of }) => of.replace(/\W+/g, '_'))];
  return ['labwork_list', ...(shortest === 2 ? ['short'] : []), ...members].join('_');
}

/** As `vlanRuns` writes it. */
function listJinja({ subjects, ids, shortest }: VlanListPart): string {
  const values = [...ids.map(String), ...subjects.map(({ of }) => `labwork_value['${of}']`)].join(', ');
  const run = `(found.from if found.from == found.to else found.from ~ ('-' if found.to - found.from >= ${String(shortest - 1)} else ',') ~ found.to)`;
  return [
    `{% set found = namespace(text='', from=-1, to=-1) %}`,
    `{% for id in [${values}] | map('int') | sort + [9999] %}`,
    `{% if id == found.to + 1 and found.to > 0 %}{% set found.to = id %}`,
    `{% else %}{% if found.to > 0 %}{% set found.text = found.text ~ (',' if found.text else '') ~ ${run} %}{% endif %}`,
    `{% set found.from = id %}{% set found.to = id %}{% endif %}{% endfor %}{{ found.text | string }}`,
  ].join('');
}
