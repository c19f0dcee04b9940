import { iosId } from '../../dialects/ios/ios-id.ts';
import type { IosCommand } from '../../dialects/ios/command.ts';
import type { Console } from '../../models/switch/console.ts';
import { printShow } from '../../models/switch/print-show.ts';
import type { SwitchProfile } from '../../models/switch/profiles/profile.ts';
import { mostParts, portName, portPattern, portsIn, renamePorts } from '../../models/switch/rename-ports.ts';
import { asksBack, savesConfiguration } from '../../models/switch/questions.ts';
import { limitsAt, vlanBounds } from '../../models/switch/value-limits.ts';
import { wiringFor } from '../../models/switch/wiring.ts';
import type { StageFiles } from '../stages.ts';
import { iosComments } from './ios-comments.ts';
import { backup } from './backup.ts';
import { fleetLooks } from './fleet-looks.ts';
import { disturbs } from './disturbs.ts';
import { precheck } from './precheck.ts';
import { ownStageAdvice, stageAdvice } from './stage-advice.ts';
import { undo } from './undo.ts';
import { verify } from './verify.ts';

/** The files of a labwork for a switch. */
export const iosStages: StageFiles = {
  comments: iosComments,
  lineEnd: '\n',
  extension: iosId,
  advice: stageAdvice,
  ownAdvice: ownStageAdvice,
  opening: (profile) => [(profile as SwitchProfile).looks.whole],
  saves: (command, profile) => savesConfiguration(command as IosCommand, profile as SwitchProfile),
  asks: (command, profile) => asksBack(command as IosCommand, profile as SwitchProfile),
  precheck,
  backup,
  verify,
  undo,
  fleetLooks,
  disturbs,
  ports: {
    nameOf: (text, profile) => portName(text, profile as SwitchProfile),
    named: (lines, state) => portsIn(lines, state as Console),
    renamed: (lines, state, ports) => renamePorts(lines, state as Console, ports),
    all: (state) => (state as Console).state.ports,
    pattern: (profile) => portPattern(profile as SwitchProfile),
    mostListed: mostParts,
  },
  limitsAt: (command, start, end) => limitsAt(command as IosCommand, start, end),
  vlans: vlanBounds,
  saving: 'write memory',
  print(command, console, cabled) {
    const { state } = console as Console;
    const answer = printShow(command, state, wiringFor(cabled, state, true));
    return answer.kind === 'text' ? answer.text : undefined;
  },
};
