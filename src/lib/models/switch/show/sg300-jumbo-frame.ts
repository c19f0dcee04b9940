import type { SwitchState } from '../state.ts';

/** `show ports jumbo-frame` of an SG300. The wording was seen for disabled ones. */
export function sg300JumboFrame({ boot, running }: SwitchState): string {
  const word = (on: boolean | undefined) => (on ? 'enabled' : 'disabled');
  return [
    '',
    ` Jumbo frames are ${word(boot.jumboFrames)}`,
    ` Jumbo frames will be ${word(running.jumboFrames)} after reset`,
  ].join('\n');
}
