import { iosLanguage } from '../dialects/ios/ios.ts';
import type { CommentSyntax } from '../writing/comment.ts';
import type { Markdown } from '../writing/markdown.ts';
import { codeBlock, prose } from '../writing/markdown.ts';
import type { ScriptRole, ScriptTemplate, TemplateOptions } from './script-template.ts';
import { asTheyStand, lookingAdvice, undoAdvice } from './script-template.ts';

/** A `?` asks for help wherever it is typed, also behind a `!`, and no quoting of it can be pasted. */
const comments: CommentSyntax = { mark: iosLanguage.comment, harmless: (line) => line.replaceAll('?', '.') };

/** A switch runs what is pasted, line by line, and does not stop: all that a template can do is to say so. */
export function iosTemplate({ role }: TemplateOptions): ScriptTemplate {
  const pasting = [
    'Paste a step at a time, in privileged EXEC mode, and read every answer. A switch does not stop at a',
    'line it refuses (an answer that begins with % and is not a warning): you must. Where it asks before',
    'it saves, answer before you paste on.',
  ];
  const advice: Readonly<Record<ScriptRole, readonly string[]>> = {
    apply: [
      ...asTheyStand,
      '',
      ...pasting,
      '',
      'Pasted twice, most configuration lines are taken again without harm. Nothing here makes sure of it.',
    ],
    verify: ['These commands only look.', ...lookingAdvice],
    undo: [...undoAdvice, '', ...pasting],
  };
  return {
    comments,
    lineEnd: '\n',
    extension: 'ios',
    marksEncoding: false,
    advice: advice[role],
    preamble: [],
    openStep: () => [],
    closeStep: () => [],
    openBlock: [],
    closeBlock: [],
    ending: [],
  };
}

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
