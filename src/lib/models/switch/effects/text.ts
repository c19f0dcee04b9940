import type { OpenText } from '../../../dialects/ios/reading/open-text.ts';
import type { Effect } from '../change.ts';
import { withRunning } from '../change.ts';
import type { SwitchCommand } from '../command.ts';
import { valueOf } from '../command.ts';
import { changed } from '../../layered-map.ts';
import type { SwitchState } from '../state.ts';

/** A text that has ended, kept as a configuration prints it: a banner between `^C` and `^C`, a macro up to its `@`. */
export function storeText(state: SwitchState, { opening, until, alone, lines }: OpenText): SwitchState {
  if (opening === undefined) return state;
  const body = lines.join('\n');
  const printed = alone ? `${opening}\n${body}` : `${opening} ^C${body.slice(0, body.lastIndexOf(until))}^C`;
  return withRunning(state, { lines: changed(state.running.lines, [[opening, printed]]) });
}

/** `banner motd #text#`; a banner that goes on in the next lines is kept when it ends. */
export function changeBanner(state: SwitchState, command: SwitchCommand): Effect {
  const text = valueOf(command, 'text');
  const key = command.words.slice(0, 2).join(' ');
  if (command.negation)
    return { state: withRunning(state, { lines: changed(state.running.lines, [[key, undefined]]) }) };
  const delimiter = text?.startsWith('^C') ? '^C' : (text?.slice(0, 1) ?? '');
  const end = text?.indexOf(delimiter, delimiter.length) ?? -1;
  return delimiter === '' || end < 0
    ? { state }
    : {
        state: storeText(state, {
          until: delimiter,
          opening: key,
          lines: [text!.slice(delimiter.length, end + delimiter.length)],
        }),
      };
}
