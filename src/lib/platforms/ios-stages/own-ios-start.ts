import type { Console } from '../../models/switch/console.ts';
import { impactOf } from '../../models/switch/capture/impact.ts';
import { readCapture } from '../../models/switch/capture/read-capture.ts';
import { typeSparingly } from '../../models/switch/capture/type-sparingly.ts';
import type { SwitchProfile } from '../../models/switch/profiles/profile.ts';
import type { OwnStart } from '../own-start.ts';

/** A switch whose running configuration somebody has written down. */
export const ownIosStart: OwnStart = {
  read(text, profile, name) {
    const { console, ...rest } = readCapture(text, profile as SwitchProfile, name);
    return { state: console, ...rest };
  },
  type(lines, before, { state }) {
    const { console, ...rest } = typeSparingly(lines, before as Console, (state as Console).state);
    return { state: console, ...rest };
  },
  impact({ state, interfaces }, after, fresh) {
    const stateOf = (console: unknown) => (console as Console).state;
    return impactOf({
      before: stateOf(state),
      after: stateOf(after),
      fresh: { before: stateOf(fresh.before), after: stateOf(fresh.after) },
      interfaces,
    });
  },
};
