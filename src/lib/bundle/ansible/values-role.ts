import type { YamlValue } from './yaml-file.ts';

/**
 * The role that holds a machine's own values and ports to what its commands take, before anybody comes to a machine. No text of a lab stands
 * here; each problem is a line.
 */
export const valuesRole: readonly YamlValue[] = [
  {
    name: 'Look at the values',
    'ansible.builtin.set_fact': { labwork_wrong: '{{ labwork_found.splitlines() | select | list }}' },
    vars: { labwork_found: [...unknown(), ...byRule(), ...twice(), ...ports()].join('') },
  },
  {
    name: 'Stop before anything is sent where they do not hold',
    'ansible.builtin.assert': {
      that: 'labwork_wrong | length == 0',
      fail_msg: '{{ labwork_wrong | join(" ") }} Nothing was sent.',
    },
  },
];

function problem(text: string): string {
  return `${text}.\n`;
}

function unknown(): readonly string[] {
  const known = "{{ labwork_values.keys() | join(', ') }}";
  return [
    `{% for of in labwork_own if of not in labwork_values %}${problem(`"{{ of | string }}" is no value of this labwork: it has ${known}`)}{% endfor %}`,
    `{% for of in labwork_fixed | default([]) if labwork_value[of] | string != labwork_values[of] | string %}${problem('{{ of | string }} is written into the commands of this machine: have the bundle made anew with another')}{% endfor %}`,
  ];
}

function byRule(): readonly string[] {
  const said = '{{ rule.title | string }} ({{ rule.of | string }}) is "{{ text | string }}", and ';
  const number = "text is not match('^(?:0|[1-9][0-9]{0,9})\\\\Z')";
  const word = "text is not match('^[A-Za-z0-9][A-Za-z0-9._-]*\\\\Z') or text | length > rule.longest";
  const but = "{% if rule.without %}, and none of {{ rule.without | join(', ') }}{% endif %}";
  return [
    '{% for rule in labwork_rules | default([]) if rule.of in labwork_own %}{% set text = labwork_own[rule.of] | string %}',
    `{% if rule.kind == 'number' %}{% if ${number} or text | int < rule.from or text | int > rule.to or text | int in rule.without %}`,
    problem(`${said}is to be a number from {{ rule.from | string }} to {{ rule.to | string }}${but}`),
    `{% endif %}{% elif ${word} %}`,
    problem(
      `${said}is to be one word of letters, digits, dots, hyphens and underscores, with at most {{ rule.longest | string }} of them`,
    ),
    '{% endif %}{% endfor %}',
  ];
}

/** VLANs of one network each. */
function twice(): readonly string[] {
  return [
    '{% for of in labwork_distinct %}{% for other in labwork_distinct[loop.index:] if labwork_value[of] | string == labwork_value[other] | string %}',
    problem('{{ of | string }} and {{ other | string }} are both {{ labwork_value[of] }}'),
    '{% endfor %}{% endfor %}',
  ];
}

function ports(): readonly string[] {
  const known = "{{ labwork_lab_ports | default([]) | join(', ') or 'none that can be others' }}";
  return [
    `{% for port in labwork_own_ports if port not in labwork_lab_ports | default([]) %}${problem(`"{{ port | string }}" is no port that the commands of this machine name: they name ${known}`)}{% endfor %}`,
    "{% for port, own in labwork_own_ports.items() if own | string is not match('^(?:' ~ labwork_port_form | default('') ~ ')\\\\Z') %}",
    problem(
      '"{{ own | string }}", in the place of {{ port | string }}, is no port of such a machine, or is not written in full',
    ),
    '{% endfor %}',
    '{% for own in labwork_port.values() | unique if (labwork_port.values() | list).count(own) > 1 %}',
    problem('{{ own | string }} would be in the place of several ports of the lab'),
    '{% endfor %}',
  ];
}
