import type { Markdown } from '../../writing/markdown.ts';
import { code, codeBlock, list, prose } from '../../writing/markdown.ts';
import type { RunningOptions } from '../script-template.ts';

/**
 * How a person pastes the files of a switch, for the bundle's README. A console port has 9600 baud and no flow control as delivered
 * (Catalyst 2960-S Hardware Installation Guide, console port).
 */
export function runningIos({ labwork }: RunningOptions): Markdown[] {
  const stages = [
    {
      text: prose`\`0-precheck\`: above each command stands what to see and when to stop. Where something differs, stop: nothing was changed.`,
    },
    {
      text: prose`\`1-backup\`: the configuration as it is, and in its comments what brings the switch back by itself, with what that costs.`,
    },
    {
      text: prose`\`2-change\`: a step at a time, in the order above, and read every answer. A switch does not stop at a line it refuses: an answer that begins with \`%\` and is not a warning means that the line was not taken, so stop there and paste \`undo\`.`,
    },
    {
      text: prose`\`3-verify\`: what to see stands above each command, whole outputs are in the folder \`expected\`.`,
    },
    {
      text: prose`\`4-save\`: when the devices at the other ends are verified, and not before. An SG300 asks whether to overwrite: answer \`Y\` by hand.`,
    },
  ];
  return [
    prose`On a switch, in privileged EXEC mode, file by file. Have the terminal program write down all it shows; lines that begin with \`!\` are comments.
Where your switch is another make, use the folder with its name if there is one.`,
    list(stages),
    prose`**A switch that is in use** has VLANs, channels and ports of its own. The files are for one that has none of what the labwork makes; where precheck shows
something of it, have them made from what precheck and backup have printed, which takes the program of the site:`,
    codeBlock([`npx labworks plan ${labwork} --device NAME --running FILE --out FOLDER`]),
    prose`It says what is added, what of yours would be changed or cut, and what is in the way, and writes nothing where something is. Lists of VLANs are added to then,
and its ${code('undo')} leads back to what was there.`,
    prose`On the serial console paste a few lines at a time, or have the terminal program wait after each: at 9600 baud and without flow control, what
comes faster than the switch reads is lost in the middle of a line. What the switch has to say of its ports comes between your lines, and
is no answer to them. A console stays when the network that you are changing does not.`,
    prose`The \`.ios\` files have the line ends of Unix, which the Notepad of older Windows shows as one line. WordPad and editors for programmers show them as they are,
and on a Server Core, which has no WordPad, \`Get-Content FILE\` in PowerShell or \`type FILE\`.`,
  ];
}
