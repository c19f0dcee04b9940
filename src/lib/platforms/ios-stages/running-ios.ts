import type { Markdown } from '../../writing/markdown.ts';
import { codeBlock, prose } from '../../writing/markdown.ts';

/**
 * How a person pastes the scripts of a switch, for the bundle's README. The pager: `terminal length` (Cisco IOS Configuration Fundamentals
 * Command Reference), `terminal datadump` (Cisco 300 Series Managed Switches, CLI Guide). A console port has 9600 baud and no flow
 * control as delivered (Catalyst 2960-S Hardware Installation Guide, console port).
 */
export function runningIos(): Markdown[] {
  return [
    prose`On a switch, in privileged EXEC mode. Have the terminal program write down all it shows, and begin with the configuration as it is: it is the way
back. The first line has it come whole, without a pager (on an SG300 it is \`terminal datadump\`):`,
    codeBlock(['terminal length 0', 'show running-config']),
    prose`Then paste a step at a time and read every answer. A switch does not stop at a line it refuses: an answer
that begins with \`%\` and is not a warning means that the line was not taken, so stop there. Where the switch asks before it saves, answer
before you paste on. Lines that begin with \`!\` are comments. Where your switch is another make, use the folder with its name if there is one.`,
    prose`On the serial console paste a few lines at a time, or have the terminal program wait after each: at 9600 baud and without flow control, what
comes faster than the switch reads is lost in the middle of a line. What the switch has to say of its ports comes between your lines, and
is no answer to them. A console stays when the network that you are changing does not.`,
    prose`The \`.ios\` files have the line ends of Unix, which the Notepad of older Windows shows as one line; WordPad and editors for programmers do not.`,
  ];
}
