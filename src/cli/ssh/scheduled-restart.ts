import { restartedSwitch } from '../../lib/engine.ts';
import type { SharedSwitch } from './shared-switch.ts';

export interface RestartClock {
  /** To be called when something may have been scheduled, or called off. */
  look(): void;
  stop(): void;
}

/** Lets the restart come that `reload in` schedules: the one clock of a model that has none. */
export function watchRestart(device: SharedSwitch, restarted: () => void, minuteMs = 60_000): RestartClock {
  let running: { readonly of: unknown; readonly timer: NodeJS.Timeout } | undefined;
  const stop = () => {
    clearTimeout(running?.timer);
    running = undefined;
  };
  return {
    look() {
      const { scheduledRestart } = device.state;
      if (scheduledRestart === running?.of) return;
      stop();
      if (!scheduledRestart) return;
      const timer = setTimeout(
        () => {
          running = undefined;
          device.state = restartedSwitch(device.state);
          restarted();
        },
        Math.min(scheduledRestart.minutes * minuteMs, longestTimer),
      );
      timer.unref();
      running = { of: scheduledRestart, timer };
    },
    stop,
  };
}

/** What a timer can count; a switch that is to restart later outlives the session of whoever practises. */
const longestTimer = 2 ** 31 - 1;
