import type { YamlValue } from './yaml-file.ts';

// What the roles do. No text of a post or a lab stands here: those are variables.

type Task = Readonly<Record<string, YamlValue>>;

const changes = 'not ansible_check_mode and labwork_differs | length > 0';

/** The role of devices that are typed at, with the module that types. */
export function typedRole(typing: string): Readonly<Record<'main' | 'undo' | 'save', readonly Task[]>> {
  const type = (name: string, commands: string, more: Task = {}): Task => ({
    name,
    [typing]: { commands },
    ...more,
  });
  const look = (into: string): Task =>
    type('Look', '{{ labwork_commands }}', { register: into, check_mode: false, changed_when: false });
  /** Gathers in `fact` what of the looks `when` is true of; `item` is one. */
  const gather = (name: string, fact: string, when: string): readonly Task[] => [
    {
      name,
      'ansible.builtin.set_fact': { [fact]: '{{ labwork_found.splitlines() | select | list }}' },
      vars: {
        labwork_found: `{% for item in labwork_looks %}{% if ${when} %}{{ item.about }}\n{% endif %}{% endfor %}`,
      },
    },
  ];
  const differing = gather(
    'Compare with the plan',
    'labwork_differs',
    'labwork_seen.stdout[item.at] is not search(item.planned)',
  );
  const standing = gather(
    'Compare with the state before',
    'labwork_differs',
    'labwork_seen.stdout[item.at] is search(item.made)',
  );
  const keep = (name: string, file: string, more: Task = {}): readonly Task[] => [
    type(name, "{{ ['show running-config'] }}", { register: 'labwork_running', changed_when: false }),
    {
      name: `${name}, in a file here`,
      'ansible.builtin.copy': {
        content: '{{ labwork_running.stdout[0] }}\n',
        dest: `{{ playbook_dir }}/backup/${file}`,
        mode: '0600',
        ...more,
      },
      delegate_to: 'localhost',
      vars: { ansible_connection: 'local' },
      changed_when: false,
    },
  ];
  const whenChanging = (tasks: readonly Task[]) => ({
    name: 'Change what differs',
    when: changes,
    block: tasks,
  });
  const folder: Task = {
    name: 'Have a folder for backups here',
    'ansible.builtin.file': { path: '{{ playbook_dir }}/backup', state: 'directory', mode: '0700' },
    delegate_to: 'localhost',
    vars: { ansible_connection: 'local' },
    changed_when: false,
  };
  const told: Task = {
    name: 'Say what would change',
    'ansible.builtin.debug': { var: 'labwork_differs' },
    changed_when: true,
    when: 'ansible_check_mode and labwork_differs | length > 0',
  };
  /** What would be typed would not be saved yet. */
  const foreseen: Task = {
    name: 'Note what would be to save',
    'ansible.builtin.set_fact': { labwork_foreseen: '{{ labwork_differs }}' },
    when: 'ansible_check_mode',
  };
  const proved = (message: string): Task => ({
    name: 'Stop where it is not so',
    'ansible.builtin.assert': { that: 'labwork_differs | length == 0', fail_msg: message },
  });
  const stores = (into: string): Task =>
    type('Look at both configurations', "{{ ['show running-config', 'show startup-config'] }}", {
      register: into,
      check_mode: false,
      changed_when: false,
    });
  const has = (store: 0 | 1) => `(labwork_stores.stdout[${String(store)}] is search(item.made))`;
  const unsaved = (or: string) =>
    gather(
      'Compare with what is saved',
      'labwork_differs',
      `item.is_configuration and (${has(0)} != ${has(1)}${or})`,
    );
  return {
    main: [
      look('labwork_seen'),
      ...gather(
        'Look for what is in the way',
        'labwork_taken',
        'labwork_seen.stdout[item.at] is search(item.in_the_way)',
      ),
      {
        name: 'Stop before anything is changed where something is in the way',
        'ansible.builtin.assert': {
          that: 'labwork_taken | length == 0',
          fail_msg: 'Somebody else has {{ labwork_taken | join(", ") }}. Nothing was changed.',
        },
      },
      ...differing,
      told,
      foreseen,
      whenChanging([
        folder,
        ...keep('Keep the configuration before', '{{ inventory_hostname }}-before.cfg', { force: false }),
        ...keep('Show the configuration before', '{{ inventory_hostname }}.cfg'),
        type('Type the commands of the guide', '{{ labwork_change }}', { changed_when: true }),
        ...keep('Show the configuration behind it', '{{ inventory_hostname }}.cfg'),
        look('labwork_seen'),
        ...differing,
        proved(
          'Not as planned: {{ labwork_differs | join(", ") }}. It is not saved; undo.yml takes it back.',
        ),
      ]),
    ],
    undo: [
      look('labwork_seen'),
      ...standing,
      told,
      foreseen,
      whenChanging([
        type('Type what takes it back', '{{ labwork_undo }}', { changed_when: true }),
        look('labwork_seen'),
        ...standing,
        proved('Still there: {{ labwork_differs | join(", ") }}.'),
      ]),
    ],
    save: [
      stores('labwork_stores'),
      ...unsaved(' or item.about in labwork_foreseen | default([])'),
      told,
      {
        name: 'Make last what differs',
        when: changes,
        block: [
          type('Save', '{{ [labwork_save] }}', { changed_when: true }),
          stores('labwork_stores'),
          ...unsaved(''),
          proved('Not saved: {{ labwork_differs | join(", ") }}.'),
        ],
      },
    ],
  };
}

/** The role of devices that have one script, which does all by itself. */
export const scriptRole: Readonly<Record<'main' | 'undo', readonly Task[]>> = {
  main: [
    ...scriptThere(),
    runScript('Plan', '-Plan', {
      register: 'labwork_plan',
      check_mode: false,
      changed_when: 'ansible_check_mode and labwork_plan.rc == 2',
      failed_when: 'labwork_plan.rc not in [0, 2]',
    }),
    runScript('Apply', '-Apply', {
      register: 'labwork_apply',
      changed_when: 'labwork_apply.rc == 0',
      failed_when: 'labwork_apply.rc != 0',
      when: 'not ansible_check_mode and labwork_plan.rc == 2',
    }),
    runScript('Verify', '-Verify', {
      register: 'labwork_verify',
      changed_when: false,
      failed_when: 'labwork_verify.rc != 0',
      when: 'not ansible_check_mode',
    }),
  ],
  undo: [
    ...scriptThere(),
    runScript('Take it back', '-Undo', {
      register: 'labwork_undone',
      changed_when: 'labwork_undone.rc == 0',
      failed_when: 'labwork_undone.rc != 0',
      when: 'not ansible_check_mode',
    }),
  ],
};

function scriptThere(): readonly Task[] {
  return [
    {
      name: 'Have a folder for the labwork',
      'ansible.windows.win_file': { path: '{{ labwork_folder }}', state: 'directory' },
      check_mode: false,
      changed_when: false,
    },
    {
      name: 'Copy the script, as it is in the bundle',
      'ansible.windows.win_copy': {
        src: '{{ playbook_dir }}/../{{ labwork_script }}',
        dest: '{{ labwork_there }}',
      },
      check_mode: false,
      changed_when: false,
    },
  ];
}

function runScript(name: string, mode: string, more: Task): Task {
  const start =
    "['powershell.exe', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', labwork_there]";
  const result = `labwork_result ~ '${mode}.json'`;
  const parameters =
    "labwork_parameters.keys() | map('regex_replace', '^', '-') | zip(labwork_parameters.values()) | map('list') | sum(start=[])";
  return {
    name,
    'ansible.windows.win_command': {
      argv: `{{ ${start} + ['${mode}', '-OutFile', ${result}] + (${parameters}) }}`,
    },
    ...more,
  };
}
