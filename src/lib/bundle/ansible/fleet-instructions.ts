import type { Markdown } from '../../writing/markdown.ts';
import { codeBlock, heading, prose } from '../../writing/markdown.ts';
import type { AnsibleFile } from './make-ansible.ts';

/** How the labwork is run on many machines, for the README; nothing where the bundle has nothing for that. */
export function fleetInstructions(files: readonly AnsibleFile[]): Markdown[] {
  if (files.length === 0) return [];
  return [
    heading(2, prose`Many machines`),
    prose`The folder \`ansible\` has the same labwork for Ansible: hosts run the very script of this bundle, switches get the very commands of its files. Name your
machines in \`inventory.yml\`, below the group of the kind that each is, say in variables of your own how Ansible comes in, and look first:`,
    codeBlock([
      'cd ansible',
      'ansible-galaxy collection install -r requirements.yml',
      'ansible-playbook -i inventory.yml playbook.yml --check --diff',
      'ansible-playbook -i inventory.yml playbook.yml --diff',
    ]),
    prose`One machine follows the other, and the first failure stops all. A switch that has something else in the place of what is planned stops it before
anything is changed there; its configuration is kept in \`backup\` first, and saved at the very end, when every machine has been verified. A second run
changes nothing. \`undo.yml\` takes the labwork back.`,
    prose`A machine whose values are others says so in a file of its own, \`host_vars/NAME.yml\`: in \`labwork_own\` values of \`group_vars/all.yml\` by
their names, in \`labwork_own_ports\` ports of a switch by those of the lab, both in full. Commands and looks are then the same with these in
them. Before anything is sent, all of it is held to what the commands take, and what does not hold is said.`,
  ];
}
