import type { FileStage } from '../stages.ts';

const pasting = paragraph(
  'Paste it in privileged EXEC mode (the prompt ends in #), with the terminal program writing down all it shows.',
  'A switch does not stop at a line that it refuses (an answer that begins with % and is not a warning): you must.',
);

const connected = paragraph(
  'On a serial console, which has no flow control, paste a few lines at a time. Do not be connected through a port or a VLAN that',
  'changes here.',
);

/** For the person at the console, before the first command of each file. */
export const stageAdvice: Readonly<Record<FileStage, readonly string[]>> = {
  precheck: [
    paragraph(
      'This file only looks. Above each command stands what to see and when to stop: where one thing differs, stop here; nothing has',
      'been changed yet. Whole outputs to compare with are in the folder expected.',
    ),
    '',
    pasting,
  ],
  backup: [
    paragraph(
      'This file changes nothing either: it has the switch print what it is before the change. Keep what the terminal program has',
      'written down until the labwork has been in use for a while: it is a way back.',
    ),
  ],
  change: [
    paragraph(
      'This file makes the changes: the commands of the guide, with the values of its lab, on a switch that 0-precheck has shown to be',
      'free for them. They do not ask first. Nothing here saves: until 4-save the switch starts again with what was saved before.',
    ),
    '',
    pasting,
    connected,
    '',
    'Pasted twice, it makes the same again. After a refused line paste undo, find out why, and begin anew.',
  ],
  verify: [
    paragraph(
      'This file only looks. Above each command stands what to see; whole outputs are in the folder expected. Each is of the state right',
      'after its own step, and a later step may change it. Ports come up when the other end is ready, too.',
    ),
  ],
  save: [
    paragraph(
      'This file makes the change last. Paste it when 3-verify shows what it should and the devices at the other ends of the cables have',
      'been verified, and not before: until then a restart is a way back.',
    ),
    'Where the switch asks whether to overwrite what was saved, as an SG300 does, answer it by hand: Y.',
  ],
  undo: [
    paragraph(
      'This file takes back what 2-change has made, last step first, of a switch that had none of it before. What 0-precheck showed to be',
      'there already, a VLAN under its name for one, it would take away, too: have the files made from your own configuration then, as',
      'the README says.',
    ),
    '',
    pasting,
    connected,
    '',
    'Where 4-save has been pasted, paste it again when the switch is as it was: what is not saved comes back with a restart.',
  ],
};

/** The same where the files were made from the running configuration of the switch. */
export const ownStageAdvice: Partial<Readonly<Record<FileStage, readonly string[]>>> = {
  precheck: [
    paragraph(
      'Made from the configuration that you gave, for this one switch. This file only looks whether it is still as it was then: where one',
      'thing differs, stop here, and have the files made anew.',
    ),
    '',
    pasting,
  ],
  change: [
    paragraph(
      'Made from the configuration that you gave, for this one switch: the commands of the guide, and where one would take something away',
      'that was there, in a form that does not. They do not ask first. Nothing here saves: until 4-save the switch starts again with what',
      'was saved before.',
    ),
    '',
    pasting,
    connected,
    '',
    'After a refused line paste undo, find out why, and begin anew.',
  ],
  undo: [
    paragraph(
      'Made from the configuration that you gave, for this one switch: it leads back to that configuration, last step first. What was',
      'changed since by others it does not know.',
    ),
    '',
    pasting,
    connected,
    '',
    'Where 4-save has been pasted, paste it again when the switch is as it was: what is not saved comes back with a restart.',
  ],
};

function paragraph(...parts: readonly string[]): string {
  return parts.join(' ');
}
